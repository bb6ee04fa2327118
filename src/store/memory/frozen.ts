/** A copy that nobody can change: what was written stays written, whoever holds what was given or what is read. */
export const frozen = <T>(value: T): T => freeze(JSON.parse(JSON.stringify(value)));

const freeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
};
