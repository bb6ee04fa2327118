import { type BumpBar, type Deed, isKey } from '../../words/bump-bar.ts';
import type { Glyphs } from '../kit/glyphs.ts';
import { keyName } from '../kit/key-names.ts';
import type { Binding, KeyName } from '../kit/keys.ts';

/** A line of a key table that a key of a bump bar can stand for. */
export type DeedBinding = Binding & { readonly deed?: Deed };
export type DeedTable = readonly DeedBinding[];

const isKeyName = (name: string): name is KeyName => isKey(name);

/** Arrows, Esc and Enter mean the same wherever they stand, so that no screen and no sheet is without a way through and a way out. */
const usual = [
  ['up', 'up'],
  ['down', 'down'],
  ['left', 'left'],
  ['right', 'right'],
  ['esc', 'back'],
  ['enter', 'bump'],
] as const satisfies readonly (readonly [KeyName, Deed])[];

const deedOf = ({ deed, keys }: DeedBinding): Deed | undefined => deed ?? usual.find(([key]) => keys.includes(key))?.[1];

const keysFor = (bar: BumpBar, deed: Deed | undefined): readonly KeyName[] =>
  [...bar].flatMap(([key, does]) => (does === deed && isKeyName(key) ? [key] : []));

/** The table as the bar has it: its keys come first, and do nothing else any more. */
export const onBumpBar = (table: DeedTable, bar: BumpBar): readonly Binding[] => {
  if (bar.size === 0) return table;
  return table.flatMap((binding) => {
    const added = keysFor(bar, deedOf(binding));
    const kept = binding.keys.filter((key) => !bar.has(key));
    const keys = [...added, ...kept];
    if (keys.length === 0) return [];
    const { show, deed: _deed, ...rest } = binding;
    return [{ ...rest, keys, ...(show && added.length === 0 && show.every((key) => kept.includes(key) || !bar.has(key)) && { show }) }];
  });
};

/** The key to press for a deed, as it is called: the bar's own, or else the usual one. */
export const keyFor = (bar: BumpBar, deed: Deed, usually: KeyName, glyphs: Glyphs): string =>
  keyName(keysFor(bar, deed)[0] ?? usually, glyphs);
