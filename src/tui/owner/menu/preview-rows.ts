import type { Choice, Item } from '../../../core/catalog/shop.ts';
import { type Page, wonText } from '../../../words/page.ts';
import { soldOutText } from '../../../words/sold-out-text.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import { linesOf } from '../../kit/paragraph.tsx';
import type { Cell } from '../../kit/rows.ts';
import type { KitWords } from '../../kit/words.ts';
import { extraText } from './menu-cells.ts';
import type { Thing } from './menu-model.ts';
import type { MenuWords } from './menu-words.ts';

export type Shown = {
  readonly page: Page;
  readonly glyphs: Glyphs;
  readonly words: MenuWords;
  readonly kit: KitWords;
  readonly width: number;
};
type Row = readonly Cell[];

const choiceRow = (choice: Choice, max: number, { page, glyphs }: Shown): Row => {
  const out = soldOutText(choice, page);
  const mark = max === 1 ? '( )' : '[ ]';
  return out === undefined
    ? [{ text: ` ${mark} ${choice.name}`, grow: true }, { text: ` ${extraText(choice.price, page)}` }]
    : [
        { text: `  ${glyphs.failed}  ${choice.name}`, role: 'dim', grow: true },
        { text: ` ${out}`, role: 'dim' },
      ];
};

const itemRows = (item: Item, shown: Shown): readonly Row[] => {
  const { page, width, kit, words } = shown;
  const out = soldOutText(item, page);
  const about = item.about === undefined ? [] : linesOf(item.about, width, 4);
  return [
    [{ text: item.name, role: out === undefined ? 'title' : 'dim', grow: true }],
    [{ text: wonText(page, item.price), role: out === undefined ? 'accent' : 'dim', grow: true }],
    ...(out === undefined ? [] : linesOf(out, width).map((text): Row => [{ text, role: 'warn', grow: true }])),
    ...about.map((text): Row => [{ text, role: 'dim', grow: true }]),
    ...item.options.flatMap(({ name, min, max, choices }): readonly Row[] => [
      [],
      [
        { text: name, role: 'title' },
        { text: min > 0 ? `  ${words.required}` : '', role: 'warn', grow: true },
      ],
      [{ text: kit.choosePlainly(min, Math.min(max, choices.length)), role: 'dim', grow: true }],
      ...choices.map((choice) => choiceRow(choice, max, shown)),
    ]),
  ];
};

/** A dish as customers see it, with all that there is to choose; a choice, with the dishes that offer it. */
export const previewRows = (thing: Thing, shown: Shown): readonly Row[] => {
  if (thing.kind === 'item') return itemRows(thing.item, shown);
  const { choice, group, offered } = thing;
  return [
    [{ text: group.name, role: 'title', grow: true }],
    choiceRow(choice, group.max, shown),
    [],
    [{ text: shown.words.offeredWith, role: 'dim', grow: true }],
    ...offered.map(({ name }): Row => [{ text: ` ${name}`, grow: true }]),
  ];
};
