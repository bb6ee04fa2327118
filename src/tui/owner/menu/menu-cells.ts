import type { Won } from '../../../core/money.ts';
import { textWidth } from '../../../core/text-width.ts';
import { type Page, wonText } from '../../../words/page.ts';
import { soldOutText } from '../../../words/sold-out-text.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { Cell } from '../../kit/rows.ts';
import { type MenuRow, soldThing } from './menu-model.ts';

/** What a choice adds to a dish; nothing where it is free. */
export const extraText = (price: Won, page: Page): string => (price === 0 ? '' : `+${wonText(page, price)}`);

type Shown = { readonly page: Page; readonly glyphs: Glyphs; readonly priceColumns: number; readonly width: number };

/** One row of the owner's menu: what, that it is sold out and, where there is room beside the name, until when; what it costs. */
export const menuCells = (row: MenuRow, { page, glyphs, priceColumns, width }: Shown): readonly Cell[] => {
  if (row.kind === 'heading') return [{ text: row.name, role: 'title', grow: true }];
  const thing = soldThing(row);
  const out = soldOutText(thing, page);
  const text = row.kind === 'choice' ? extraText(row.choice.price, page) : wonText(page, thing.price);
  const price = { text, width: priceColumns + 2, align: 'right' } as const;
  if (out === undefined) return [{ text: `  ${thing.name}`, grow: true }, price];
  const isRoomy = textWidth(thing.name) + textWidth(out) + priceColumns + 5 <= width;
  return [
    { text: `${glyphs.failed} `, role: 'warn' },
    { text: thing.name, role: 'dim', grow: true },
    { text: ` ${isRoomy ? out : page.words.label.soldOut}`, role: 'warn' },
    { ...price, role: 'dim' },
  ];
};
