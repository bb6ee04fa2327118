import { isKeyName } from '../kit/key-names.ts';
import type { Binding, KeyName } from '../kit/keys.ts';

/** What the keys of a bump bar can do. */
export const deeds = [
  'bump',
  'accept',
  'reject',
  'recall',
  'delay',
  'undo',
  'silence',
  'focus',
  'sort',
  'late',
  'all-day',
  'shop',
  'up',
  'down',
  'left',
  'right',
] as const;
export type Deed = (typeof deeds)[number];
export type BumpBar = ReadonlyMap<KeyName, Deed>;

/** A line of a key table that a key of a bump bar can stand for. */
export type DeedBinding = Binding & { readonly deed?: Deed };
export type DeedTable = readonly DeedBinding[];

/** What was wrong with a mapping: a pair that is none, a key or a deed that is not known. */
export type BumpBarProblem = { readonly pair: string; readonly what: 'pair' | 'key' | 'deed' };

const pairOf = (pair: string): readonly [KeyName, Deed] | BumpBarProblem => {
  // The key itself may be `=`.
  const at = pair.indexOf('=', 1);
  if (at === -1) return { pair, what: 'pair' };
  const key = pair.slice(0, at);
  const deed = deeds.find((one) => one === pair.slice(at + 1));
  if (!isKeyName(key)) return { pair, what: 'key' };
  return deed ? [key, deed] : { pair, what: 'deed' };
};

/** `1=bump 2=recall F=focus`: which key of the bar does what. */
export const readBumpBar = (text: string): BumpBar | BumpBarProblem => {
  const pairs = text
    .split(/[\s,]+/)
    .filter((pair) => pair !== '')
    .map(pairOf);
  const problem = pairs.find((pair) => 'what' in pair);
  if (problem && 'what' in problem) return problem;
  return new Map(pairs.flatMap((pair) => ('what' in pair ? [] : [pair])));
};

const keysFor = (bar: BumpBar, deed: Deed | undefined): readonly KeyName[] =>
  [...bar].flatMap(([key, does]) => (does === deed ? [key] : []));

/** The table as the bar has it: its keys come first, and do nothing else any more. */
export const onBumpBar = (table: DeedTable, bar: BumpBar): readonly Binding[] => {
  if (bar.size === 0) return table;
  return table.flatMap(({ deed, ...binding }) => {
    const added = keysFor(bar, deed);
    const kept = binding.keys.filter((key) => !bar.has(key));
    const keys = [...added, ...kept];
    if (keys.length === 0) return [];
    const { show, ...rest } = binding;
    return [{ ...rest, keys, ...(show && added.length === 0 && show.every((key) => kept.includes(key) || !bar.has(key)) && { show }) }];
  });
};
