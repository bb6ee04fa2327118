import { textWidth } from '../../../core/text-width.ts';
import { type Page, when, wonText } from '../../../words/page.ts';
import type { Cell } from '../../kit/rows.ts';
import type { Role } from '../../kit/theme.ts';
import type { ShopFront, ShopRow } from './shops-model.ts';
import type { ShopsWords } from './shops-words.ts';

const waitWidth = 9;
const feeWidth = 10;
const farWidth = 8;
const roomForFar = 56;
const roomForWait = 40;

const feeText = (front: ShopFront, page: Page, words: ShopsWords): string => {
  if (front.isOutside) return words.outside;
  return front.fee === 0 ? page.words.label.free : wonText(page, front.fee);
};

const columnsOf = (front: ShopFront, page: Page, words: ShopsWords, width: number): readonly Cell[] => {
  const { metres, pace } = front;
  const right = (text: string, columns: number, role: Role = 'dim'): Cell => ({ text, role, width: columns, align: 'right' });
  return [
    ...(width < roomForFar ? [] : [right(metres === undefined ? '' : words.distance(metres), farWidth)]),
    ...(width < roomForWait ? [] : [right(pace ? words.usually(pace.deliverMinutes) : '', waitWidth)]),
    right(feeText(front, page, words), feeWidth, front.isOutside ? 'warn' : 'text'),
  ];
};

type Shut = Extract<ShopFront['intake'], { readonly open: false }>;
const shutText = ({ opensAt, why }: Shut, page: Page, words: ShopsWords): string =>
  opensAt === undefined ? page.words.shut[why] : words.opensAt(when(page, opensAt));

/** One row of the list of shops. */
export const shopCells = (row: ShopRow, page: Page, words: ShopsWords, width: number): readonly Cell[] => {
  if (row.kind === 'heading') return [{ text: words.closedBelow, role: 'dim', grow: true }];
  const { front, dish } = row;
  const { name } = front.shop;
  if (!front.intake.open) {
    return [
      { text: name, role: 'dim', grow: true },
      { text: ` ${shutText(front.intake, page, words)}`, role: 'dim' },
    ];
  }
  if (dish) {
    const price = wonText(page, dish.price);
    return [
      { text: name, width: Math.min(textWidth(name), Math.floor(width / 3)) },
      { text: `  ${dish.name}`, role: 'dim', grow: true },
      { text: ` ${price}`, width: textWidth(price) + 1 },
    ];
  }
  return [{ text: name, grow: true }, ...columnsOf(front, page, words, width)];
};
