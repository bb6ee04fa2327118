const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const sorted = (value: unknown): unknown => {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) copy[name] = sorted(value[name]);
  return copy;
};

/** JSON whose bytes depend on the value alone, not on the order in which it came about. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));
