import type { ChoiceBounds } from './choices.ts';
import type { Glyphs } from './glyphs.ts';
import type { Cell } from './rows.ts';

/** `[x]` for some of many, `(*)` for one of several. */
export const choiceMark = (isChosen: boolean, { max }: Pick<ChoiceBounds, 'max'>, glyphs: Glyphs): string => {
  if (max === 1) return `(${isChosen ? glyphs.picked : ' '})`;
  return `[${isChosen ? glyphs.done : ' '}]`;
};

type Choice = { readonly name: string; readonly note?: string; readonly price?: string; readonly disabled?: boolean };

/** A row of a group of options: mark, name, remark, price at the right end. */
export const choiceCells = (choice: Choice, isChosen: boolean, bounds: Pick<ChoiceBounds, 'max'>, glyphs: Glyphs): readonly Cell[] => {
  const quiet = choice.disabled === true;
  return [
    { text: `${choiceMark(isChosen, bounds, glyphs)} `, role: quiet ? 'dim' : isChosen ? 'accent' : 'text' },
    { text: choice.name, ...(quiet && { role: 'dim' }), grow: true },
    ...(choice.note === undefined ? [] : [{ text: ` ${choice.note}`, role: 'dim' } as const]),
    ...(choice.price === undefined ? [] : [{ text: ` ${choice.price}`, ...(quiet && { role: 'dim' as const }) }]),
  ];
};
