import type { SavedLine } from '../../../core/cart/cart.ts';
import { textWidth } from '../../../core/text-width.ts';
import { type Page, wonText } from '../../../words/page.ts';
import { soldOutText } from '../../../words/sold-out-text.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { Cell } from '../../kit/rows.ts';
import { inCart, type MenuRow } from './menu-model.ts';

const countWidth = 5;

/** One row of a menu: what, how many of it are in the cart, what it costs or that it is sold out. */
export const menuCells = (row: MenuRow, lines: readonly SavedLine[], page: Page, glyphs: Glyphs, priceColumns: number): readonly Cell[] => {
  if (row.kind === 'category') return [{ text: row.name, role: 'title', grow: true }];
  const { item } = row;
  const price = wonText(page, item.price);
  const out = soldOutText(item, page);
  if (out !== undefined) {
    return [
      { text: `  ${item.name}`, role: 'dim', grow: true },
      { text: ` ${out}`, role: 'dim' },
    ];
  }
  const count = inCart(lines, item.id);
  return [
    { text: `  ${item.name}`, grow: true },
    { text: count === 0 ? '' : `${glyphs.times}${count}`, role: 'good', width: countWidth, align: 'right' },
    { text: price, width: Math.max(priceColumns, textWidth(price)) + 1, align: 'right' },
  ];
};
