import type { LookedLine } from '../../../core/cart/look.ts';
import { never } from '../../../core/result.ts';
import { textWidth } from '../../../core/text-width.ts';
import { type Page, wonText } from '../../../words/page.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { Cell } from '../../kit/rows.ts';
import type { CartWords } from './cart-words.ts';
import type { Detail, Field, OrderRow } from './order-rows.ts';

/** What the rows that are no dishes say. */
export type Shown = {
  readonly page: Page;
  readonly words: CartWords;
  readonly glyphs: Glyphs;
  /** Columns of the widest amount. */
  readonly wide: number;
  readonly fields: Readonly<Record<Field, string>>;
  readonly button: { readonly text: string; readonly isReady: boolean };
};

const countWidth = 5;
const afterLabel = 2;

const lineCells = (line: LookedLine, { page, words, glyphs, wide }: Shown): readonly Cell[] => {
  const { name, quantity, total, missing } = line;
  if (missing) {
    return [
      { text: name, role: 'dim', grow: true },
      { text: ` ${glyphs.warning} ${words.missing[missing]}`, role: 'warn' },
    ];
  }
  const price = wonText(page, total);
  return [
    { text: name, grow: true },
    { text: `${glyphs.times}${quantity}`, width: countWidth, align: 'right' },
    { text: price, width: Math.max(wide, textWidth(price)) + 2, align: 'right' },
  ];
};

const choiceText = ({ choices }: LookedLine, words: CartWords): string =>
  choices.map(({ name, missing }) => (missing ? `${name} (${words.missing[missing]})` : name)).join(', ');

const detailText = (detail: Detail, { page, words }: Shown): string => {
  switch (detail.is) {
    case 'choices':
      return choiceText(detail.line, words);
    case 'note':
      return `“${detail.text}”`;
    case 'was':
      return detail.line.was === undefined ? '' : words.was(wonText(page, detail.line.was));
    case 'unmet':
      return words.choose(detail.names.join(', '));
    case 'missing':
      return words.missingHint;
    default:
      return never(detail);
  }
};

const isToMend = ({ is }: Detail) => is === 'was' || is === 'unmet' || is === 'missing';

const noneOf = (field: Field, words: CartWords): string => {
  const none = { address: words.noAddress, card: '', note: words.noNote, rider: words.noNote } as const;
  return none[field];
};

const labelsOf = ({ page, words }: Shown): Readonly<Record<Field, string>> => {
  const { label } = page.words;
  return { address: label.address, card: words.card, note: label.note, rider: label.riderNote };
};

const fieldCells = (field: Field, shown: Shown): readonly Cell[] => {
  const { words, fields } = shown;
  const text = fields[field];
  const labels = labelsOf(shown);
  const width = Math.max(...Object.values(labels).map(textWidth)) + afterLabel;
  const isMissing = text === '' && field === 'address';
  return [
    { text: labels[field], role: 'dim', width },
    text === '' ? { text: noneOf(field, words), role: isMissing ? 'warn' : 'dim', grow: true } : { text, grow: true },
  ];
};

/** The cells of a row of an order. */
export const orderCells = (row: OrderRow, shown: Shown): readonly Cell[] => {
  switch (row.kind) {
    case 'line':
      return lineCells(row.line, shown);
    case 'detail':
      return [{ text: `  ${detailText(row.detail, shown)}`, role: isToMend(row.detail) ? 'warn' : 'dim', grow: true }];
    case 'blank':
      return [{ text: '', grow: true }];
    case 'field':
      return fieldCells(row.field, shown);
    case 'button':
      return [{ text: `[ ${shown.button.text} ]`, role: shown.button.isReady ? 'accent' : 'dim' }];
    default:
      return never(row);
  }
};
