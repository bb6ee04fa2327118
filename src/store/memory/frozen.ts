const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The parts that a file would give back, in a copy when it would not give back all of them. */
const written = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.values(value).includes(undefined) ? Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) : value;

/** Taken over, not copied; nobody can change it any more: what was written stays written, whoever holds what was given or what is read. */
export function frozen<T>(value: T): T;
export function frozen(value: unknown): unknown {
  // What is frozen comes out of a store, as most parts of an event or a row do: it is frozen to its last part.
  if (!isObject(value) || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) {
    for (const [at, part] of value.entries()) if (isObject(part)) value[at] = frozen(part);
    return Object.freeze(value);
  }
  const kept = written(value);
  for (const name of Object.keys(kept)) {
    const part = kept[name];
    if (isObject(part)) kept[name] = frozen(part);
  }
  return Object.freeze(kept);
}
