/** A message beforehand: `#{variable}` marks the gaps, and no particle follows one, for it would depend on the value. */
export type Template<V extends string = string> = {
  readonly code: string;
  readonly to: 'customer' | 'owner' | 'rider';
  readonly title: { readonly ko: string; readonly en: string };
  readonly body: { readonly ko: string; readonly en: string };
  readonly variables: readonly V[];
  /** How late it may still be sent; afterwards it would only confuse. */
  readonly ttlMs: number;
};

const minute = 60_000;
/** The next change of status is soon to come. */
export const statusTtlMs = 30 * minute;
/** A reminder is of use only at its time. */
export const reminderTtlMs = 3 * minute;
/** What is final, or about money, is worth knowing a day later. */
export const finalTtlMs = 24 * 60 * minute;

type Text = { readonly title: string; readonly body: readonly string[] };

/** Remembers the names of the variables as types, so that a caller cannot forget one. */
export const template = <const C extends string, const V extends string>(
  code: C,
  to: Template['to'],
  ttlMs: number,
  variables: readonly V[],
  ko: Text,
  en: Text,
): Template<V> & { readonly code: C } => ({
  code,
  to,
  ttlMs,
  variables,
  title: { ko: ko.title, en: en.title },
  body: { ko: ko.body.join('\n'), en: en.body.join('\n') },
});
