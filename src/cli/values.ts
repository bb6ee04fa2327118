/** What stood behind the options. */
export type Values = {
  readonly text: (name: string) => string | undefined;
  readonly all: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
};

/** `--dry-run` → dryRun, as commander names it. */
export const camel = (name: string): string => name.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** The nearest level that has a value decides: `baedal --lang ko status --lang en` is English. */
export const valuesOf = (levels: readonly Readonly<Record<string, unknown>>[]): Values => {
  const find = (name: string): unknown => levels.map((level) => level[camel(name)]).find((value) => value !== undefined);
  return {
    text: (name) => {
      const value = find(name);
      return typeof value === 'string' ? value : undefined;
    },
    all: (name) => texts(find(name)),
    flag: (name) => find(name) === true,
  };
};
