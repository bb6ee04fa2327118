import type { LookedLine } from '../../../core/cart/look.ts';
import { answerTo, isAnythingLeft, isLost, type Proposal } from '../../../core/cart/proposal.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { moreText, type Page, when, wonText } from '../../../words/page.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { Cell } from '../../kit/rows.ts';
import type { AgainWords } from './again-words.ts';

export const answerText = (proposal: Proposal, words: AgainWords): string => {
  const { accept, drop } = answerTo(proposal);
  if (accept && drop) return words.acceptAndDrop;
  if (accept) return words.accept;
  return drop ? words.drop : words.same;
};

/** Why nothing of it can be taken; undefined when something can. */
export const whyNot = (proposal: Proposal, words: AgainWords): string | undefined => {
  const { look } = proposal;
  if (look.stops.some((stop) => stop.code === 'NOT_FOUND' && stop.what === 'shop')) return words.noShop;
  return isAnythingLeft(proposal) ? undefined : words.nothingLeft;
};

/** What would keep it from being ordered at once, though it can be put into the cart. */
export const stopText = (stops: readonly Refusal[], page: Page, words: AgainWords): string | undefined => {
  for (const stop of stops) {
    if (stop.code === 'CLOSED')
      return words.closed(page.words.shut[stop.why], stop.opensAt === undefined ? undefined : when(page, stop.opensAt));
    if (stop.code === 'OUT_OF_SERVICE_AREA') return words.outside;
    const minimum = stop.code === 'REQUIREMENTS_NOT_MET' ? stop.unmet.find(({ kind }) => kind === 'minimum') : undefined;
    if (minimum?.kind === 'minimum') return words.toMinimum(wonText(page, minimum.missing));
  }
  return undefined;
};

const lineRows = (line: LookedLine, page: Page, words: AgainWords, glyphs: Glyphs): readonly (readonly Cell[])[] => {
  const label = `${line.name} ${glyphs.times}${line.quantity}`;
  const lost = line.choices.filter(({ missing }) => missing).map(({ name }) => name);
  const kept = line.choices.filter(({ missing }) => !missing).map(({ name }) => name);
  const head: readonly Cell[] = isLost(line)
    ? [
        { text: `${glyphs.failed} ${label} `, role: 'dim', grow: true },
        { text: line.missing === 'gone' ? words.gone : words.soldOut, role: 'warn' },
      ]
    : [
        { text: `${label} `, grow: true },
        { text: wonText(page, line.total), role: line.was === undefined ? 'text' : 'warn' },
      ];
  const detail = (text: string, role: 'dim' | 'warn'): readonly Cell[] => [{ text: `  ${text}`, role, grow: true }];
  return [
    head,
    ...(kept.length > 0 ? [detail(kept.join(', '), 'dim')] : []),
    ...(line.was === undefined
      ? []
      : [
          detail(`${wonText(page, line.was)} ${glyphs.right} ${wonText(page, line.each)} (${moreText(page, line.was, line.each)})`, 'warn'),
        ]),
    ...(lost.length > 0 ? [detail(`${glyphs.failed} ${words.withoutChoice(lost.join(', '))}`, 'warn')] : []),
    ...(line.note === undefined ? [] : [detail(`“${line.note}”`, 'dim')]),
  ];
};

/** The order as it would be today; what is different stands where it is different. */
export const proposalRows = (proposal: Proposal, page: Page, words: AgainWords, glyphs: Glyphs): readonly (readonly Cell[])[] => {
  const { look, was, now } = proposal;
  const fee = proposal.differences.find(({ kind }) => kind === 'fee-changed');
  const feeText = look.fee === 0 ? words.free : wonText(page, look.fee);
  const change = fee?.kind === 'fee-changed' ? ` (${moreText(page, fee.was, fee.now)})` : '';
  return [
    ...look.lines.flatMap((line) => lineRows(line, page, words, glyphs)),
    [
      { text: words.fee, role: 'dim', grow: true },
      { text: feeText + change, role: change === '' ? 'dim' : 'warn' },
    ],
    [
      { text: words.total, role: 'title', grow: true },
      { text: was === now ? '' : `${words.was(wonText(page, was), moreText(page, was, now))}  `, role: 'dim' },
      { text: wonText(page, look.total), role: 'title' },
    ],
  ];
};
