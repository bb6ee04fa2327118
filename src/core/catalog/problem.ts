/** What can be wrong with one field of a document; words/shop-problem.ts says it. */
export type Complaint =
  | { readonly kind: 'not-object' }
  | { readonly kind: 'not-list' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown-field' }
  | { readonly kind: 'too-many'; readonly max: number }
  | { readonly kind: 'too-many-items'; readonly max: number }
  | { readonly kind: 'too-long'; readonly max: number }
  | { readonly kind: 'not-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'not-whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'not-won'; readonly max: number }
  | { readonly kind: 'not-shop-id' }
  | { readonly kind: 'not-local-id' }
  /** `by` is the field that has it already. */
  | { readonly kind: 'id-taken'; readonly by: string }
  | { readonly kind: 'id-in-use' }
  | { readonly kind: 'not-zone' }
  | { readonly kind: 'not-intake' }
  | { readonly kind: 'until-without-pause' }
  | { readonly kind: 'no-tier' }
  | { readonly kind: 'last-tier' }
  | { readonly kind: 'not-week' }
  | { readonly kind: 'not-day' }
  | { readonly kind: 'day-twice' }
  | { readonly kind: 'span-overlaps' }
  | { readonly kind: 'night-overlaps' }
  /** Of what people write; what was written is not repeated, its place is. */
  | { readonly kind: 'unreadable-days' }
  | { readonly kind: 'unreadable-hours' }
  | { readonly kind: 'unreadable-location' }
  | { readonly kind: 'unreadable-choose' }
  | { readonly kind: 'unreadable-lease'; readonly min: number; readonly max: number }
  | { readonly kind: 'weekday-twice' }
  | { readonly kind: 'no-such-group' }
  | { readonly kind: 'other-shop' };

/** The field reads as in `menu[0].items[2].price`. */
export type Problem = { readonly field: string; readonly problem: Complaint };

/** What many dishes share is wrong with each of them, and told once. */
export const eachOnce = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((one) => [JSON.stringify(one), one])).values(),
];
