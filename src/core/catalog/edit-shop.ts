import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { parseShop } from './parse-shop.ts';
import { eachOnce, type Problem } from './problem.ts';
import type { Shop } from './shop.ts';

/** Where something goes in its list. */
export type Position = { readonly at: 'first' | 'last' } | { readonly at: 'before' | 'after'; readonly id: string };

/** Undefined when what it should stand beside is not there. */
export const placedIn = <T extends { readonly id: string }>(all: readonly T[], one: T, position: Position): readonly T[] | undefined => {
  const others = all.filter(({ id }) => id !== one.id);
  if (!('id' in position)) return position.at === 'first' ? [one, ...others] : [...others, one];
  const at = others.findIndex(({ id }) => id === position.id);
  return at < 0 ? undefined : others.toSpliced(position.at === 'before' ? at : at + 1, 0, one);
};

// One change was asked for: the name of the field says enough.
const near = ({ field, problem }: Problem): Problem => ({
  field: (/[a-zA-Z]+$/.exec(field)?.[0] ?? field).replace(/^(min|max)$/, 'choose'),
  // Where the other one stands would be told by numbers.
  problem: problem.kind === 'id-taken' ? { kind: 'id-in-use' } : problem,
});

/** An edited shop through the door by which every shop comes in: whatever was asked for, it ends as a good document or as what is wrong. */
export const checkedShop = (document: unknown): Result<Shop, Refusal> => {
  const shop = parseShop(document);
  return shop.ok ? ok(shop.value) : no({ code: 'INVALID_DOCUMENT', problems: eachOnce(shop.error.map(near)) });
};
