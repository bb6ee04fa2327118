/** An expected yes or no. A broken world throws instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T) => ({ ok: true, value }) as const;
export const no = <E>(error: E) => ({ ok: false, error }) as const;

/** Closes a switch over a union: the compiler refuses a forgotten case, a broken world throws. */
export const never = (x: never): never => {
  throw new Error(`unhandled case: ${JSON.stringify(x)}`);
};
