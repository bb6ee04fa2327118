const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** A copy that nobody can change, as a file would give it back: what was written stays written, whoever holds what was given or what is read. */
export function frozen<T>(value: T): T;
export function frozen(value: unknown): unknown {
  // What is frozen comes out of a store, as most parts of an event or a row do: it need not be copied again.
  if (!isObject(value) || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return Object.freeze(value.map((part) => frozen(part)));
  const kept = { ...value };
  for (const name of Object.keys(kept)) {
    const part = kept[name];
    if (part === undefined) delete kept[name];
    else if (isObject(part)) kept[name] = frozen(part);
  }
  return Object.freeze(kept);
}
