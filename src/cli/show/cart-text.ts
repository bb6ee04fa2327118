import type { CartLook, LookedLine, Missing } from '../../core/cart/look.ts';
import type { Proposal } from '../../core/cart/proposal.ts';
import type { Difference } from '../../core/refusal.ts';
import type { CartView } from '../../core/use-cases/carts.ts';
import { moreText, type Page, when, wonText } from '../../words/page.ts';
import { differenceText, refusalText } from '../../words/problem.ts';
import { pairs, table } from '../table.ts';
import type { Line, Span } from '../terminal.ts';

const missingText = (missing: Missing, { words: { label } }: Page): string => (missing === 'gone' ? label.gone : label.soldOut);

const lineRows = (
  { id, name, quantity, choices, note, total, missing, was, each }: LookedLine,
  page: Page,
): readonly (readonly Span[])[] => {
  const more = was === undefined ? '' : moreText(page, was, each);
  const beside: Span = missing ? { text: missingText(missing, page), tone: 'bad' } : { text: more, tone: 'warn' };
  const chosen = choices.map((choice) => (choice.missing ? `${choice.name} (${missingText(choice.missing, page)})` : choice.name));
  return [
    [
      { text: `  ${id}`, tone: 'faint' },
      `${name} ×${quantity}`,
      missing ? { text: wonText(page, total), tone: 'faint' } : wonText(page, total),
      beside,
    ],
    ...(chosen.length === 0 ? [] : [['', { text: `  ${chosen.join(', ')}`, tone: 'faint' }] as const]),
    ...(note === undefined ? [] : [['', { text: `  “${note}”`, tone: 'warn' }] as const]),
  ];
};

const lookText = (look: CartLook, page: Page): readonly Line[] => {
  const { label } = page.words;
  const { fee, total, toMinimum } = look;
  const sums: readonly (readonly Span[])[] = [
    ['', label.fee, fee === 0 ? label.free : wonText(page, fee)],
    ['', label.total, { text: wonText(page, total), tone: 'strong' }],
    ...(toMinimum > 0 ? [['', label.toMinimum, { text: wonText(page, toMinimum), tone: 'warn' }] as const] : []),
  ];
  return table([...look.lines.flatMap((line) => lineRows(line, page)), ...(look.total > 0 ? sums : [])], page.width, [2]);
};

const differenceLines = (differences: readonly Difference[], page: Page): readonly Line[] =>
  differences.map((one): Line => ({ text: `  ${page.words.label.change}: ${differenceText(one, page)}`, tone: 'warn' }));

/** What keeps it from being ordered; what is missing of a line stands beside the line already. */
const stopLines = ({ stops }: CartLook, page: Page): readonly Line[] =>
  stops.filter(({ code }) => code !== 'AVAILABILITY_CHANGED').map((stop): Line => ({ text: `  ${refusalText(stop, page)}`, tone: 'bad' }));

const openLines = ({ open }: CartView, page: Page): readonly Line[] => {
  if (!open) return [];
  const { label, payment } = page.words;
  const state = payment[open.state === 'paying' ? 'requested' : open.state];
  const time = open.state === 'deferred' ? label.retryAt : label.knowBy;
  return pairs(
    [
      [`  ${label.payment}`, open.payment],
      [`  ${label.money}`, { text: `${state} ${wonText(page, open.total)}`, tone: 'warn' }],
      [`  ${time}`, when(page, open.lookAt)],
    ],
    page.width,
  );
};

/** What goes along with the order, when it is ordered. */
const noteLines = ({ cart: { note, riderNote } }: CartView, page: Page): readonly Line[] => {
  const { label } = page.words;
  const said = [
    [label.note, note],
    [label.riderNote, riderNote],
  ] as const;
  return pairs(
    said.flatMap(([name, text]) => (text === undefined ? [] : [[`  ${name}`, `“${text}”`] as const])),
    page.width,
  );
};

/** A cart for its customer. */
export const cartText = (view: CartView, page: Page): readonly Line[] => {
  const { cart, look } = view;
  const isEmpty = cart.lines.length === 0;
  return [
    [{ text: cart.shopName, tone: 'strong' }, `  ${cart.shop}`],
    ...(isEmpty ? [`  ${page.words.label.none}`] : lookText(look, page)),
    ...(isEmpty ? [] : stopLines(look, page)),
    ...noteLines(view, page),
    ...openLines(view, page),
  ];
};

/** What would be in the cart, and what is different from then. */
export const proposalText = ({ shop, shopName, look, differences, was, now }: Proposal, page: Page): readonly Line[] => [
  [{ text: shopName, tone: 'strong' }, `  ${shop}`],
  ...lookText(look, page),
  ...differenceLines(differences, page),
  ...stopLines(look, page),
  ...(was === now ? [] : [`  ${page.words.label.was} ${wonText(page, was)} → ${wonText(page, now)} (${moreText(page, was, now)})`]),
];
