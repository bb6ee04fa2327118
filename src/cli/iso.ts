const isTime = (name: string): boolean => /(At|By|Until)$|^(at|until|deadline)$/.test(name);

const told = (name: string, value: unknown): unknown => {
  if (typeof value === 'number' && isTime(name) && Number.isSafeInteger(value)) return iso(value);
  if (Array.isArray(value)) return value.map((one) => told(name, one));
  return isoTimes(value);
};

/** RFC 3339 in UTC: what JSON says of every time. */
export const iso = (at: number): string => new Date(at).toISOString();
export const isoOrNull = (at: number | undefined): string | null => (at === undefined ? null : iso(at));

/** The value with every time in it (`…At`, `…By`, `…Until`, at, until, deadline) as text. */
export const isoTimes = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(isoTimes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(name, one)]));
};
