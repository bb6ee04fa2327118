import type { Choice, Item, OptionGroup, Shop } from '../../core/catalog/shop.ts';
import { won } from '../../core/money.ts';
import { wrap } from '../../core/text-width.ts';
import { type Page, wonText } from '../../words/page.ts';
import { soldOutText } from '../../words/sold-out-text.ts';
import { table } from '../table.ts';
import type { Line, Span } from '../terminal.ts';

const choiceText = (choice: Choice, page: Page): string => {
  const price = choice.price === 0 ? '' : ` +${wonText(page, choice.price)}`;
  const sold = soldOutText(choice, page);
  return `${choice.name}${price}${sold === undefined ? '' : ` (${sold})`} [${choice.id}]`;
};

const limits = ({ min, max }: OptionGroup, { words: { label } }: Page): string => {
  if (min === 0) return `${label.upTo} ${max}`;
  return `${label.pick} ${min === max ? min : `${min}–${max}`}`;
};

const groupLines = (group: OptionGroup, page: Page): readonly Line[] => {
  const text = `${group.name} (${limits(group, page)}): ${group.choices.map((choice) => choiceText(choice, page)).join(', ')}`;
  return wrap(text, page.width - 8).map((line, at): Line => ({ text: `${at === 0 ? '      ' : '        '}${line}`, tone: 'faint' }));
};

const itemRow = (item: Item, page: Page): readonly Span[] => {
  const sold = soldOutText(item, page);
  const name = `    ${item.name}`;
  return [
    sold === undefined ? name : { text: name, tone: 'faint' },
    wonText(page, item.price),
    { text: item.id, tone: 'faint' },
    sold === undefined ? '' : { text: sold, tone: 'bad' },
  ];
};

/** The whole menu; ids stand beside the names, for they are what is typed. */
export const menuText = (shop: Shop, page: Page): readonly Line[] => {
  const rows = table(
    shop.menu.flatMap(({ items }) => items.map((item) => itemRow(item, page))),
    page.width,
    [1],
  );
  let at = 0;
  const body = shop.menu.flatMap(({ name, items }): readonly Line[] => [
    { text: `  ${name}`, tone: 'strong' },
    ...items.flatMap((item) => [rows[at++] ?? '', ...item.options.flatMap((group) => groupLines(group, page))]),
  ]);
  return [[{ text: shop.name, tone: 'strong' }, `  ${shop.id}  ${page.words.label.minimum} ${wonText(page, won(shop.minimum))}`], ...body];
};
