import { describe, expect, test } from 'vitest';
import { emptyCart } from '../../../core/cart/cart.ts';
import { answerTo, type Proposal, propose } from '../../../core/cart/proposal.ts';
import type { Shop } from '../../../core/catalog/shop.ts';
import type { ChoiceId } from '../../../core/kinds.ts';
import { won } from '../../../core/money.ts';
import { priceLine } from '../../../core/ordering/price-cart.ts';
import { costing, lacking, lackingChoice } from '../../../core/testing/menu-changes.ts';
import { after } from '../../../core/testing/story.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { wordsOf } from '../../../words/page.ts';
import { glyphSets } from '../../kit/glyphs.ts';
import { plainRow } from '../../kit/rows.ts';
import { hanki } from '../../testing/ordered.ts';
import { answerText, proposalRows, stopText, whyNot } from './again-model.ts';
import { againWords } from './again-words.ts';

const sample = sampleShops().find(({ id }) => id === hanki);
if (!sample) throw new Error('the sample shop is gone');
const now = after(0);
const page = { lang: 'ko', words: wordsOf('ko'), now, zone: 'Asia/Seoul', width: 80 } as const;
const words = againWords('ko');
const stew = sample.menu.flatMap(({ items }) => items).find(({ id }) => id === 'kimchi-jjigae');
if (!stew) throw new Error('there is no stew');
const lines = [priceLine(stew, 2, ['hot', 'tofu'] as readonly string[] as readonly ChoiceId[])];

const proposed = (shop: Shop | undefined, fee = won(2000)): Proposal =>
  propose({ shop: hanki, shopName: emptyCart(sample, now).shopName, lines, fee }, shop, now);
const textOf = (proposal: Proposal) =>
  proposalRows(proposal, page, words, glyphSets.unicode).map((cells) => plainRow(cells, 50).replace(/ +/g, ' ').trim());

describe('an order to be had again', () => {
  test('unchanged: nothing has to be answered', () => {
    const proposal = proposed(sample);
    expect([answerTo(proposal), answerText(proposal, words), whyNot(proposal, words)]).toEqual([{}, words.same, undefined]);
    expect(textOf(proposal)).toEqual(['김치찌개 ×2 19,000원', '얼큰한맛, 두부', '배달비 2,000원', '합계 21,000원']);
  });

  test('dearer: the new price stands beside the old one, and only new prices are agreed to', () => {
    const proposal = proposed(costing(sample, 'kimchi-jjigae', 9500));
    expect([answerTo(proposal), answerText(proposal, words)]).toEqual([{ accept: 'changes' }, words.accept]);
    expect(textOf(proposal)).toContain('9,500원 → 10,000원 (+500원)');
    expect(textOf(proposal).at(-1)).toBe('합계 지난번 21,000원 (+1,000원) 22,000원');
  });

  test('brought for more: the fee says how much', () => {
    expect(textOf(proposed(sample, won(1500)))).toContain('배달비 2,000원 (+500원)');
  });

  test('without a choice that is gone: it goes on without it', () => {
    const proposal = proposed(lackingChoice(sample, 'tofu'));
    expect([answerTo(proposal).drop, whyNot(proposal, words)]).toEqual(['missing', undefined]);
    expect(textOf(proposal)).toContain('✗ 지금 없는 것: 두부');
  });

  test('with nothing left of it: there is nothing to take', () => {
    const proposal = proposed(lacking(sample, 'kimchi-jjigae'));
    expect(whyNot(proposal, words)).toBe(words.nothingLeft);
    expect(textOf(proposal)[0]).toBe('✗ 김치찌개 ×2 메뉴에서 빠졌어요');
  });

  test('of a shop that is gone: it says so', () => {
    expect(whyNot(proposed(undefined), words)).toBe(words.noShop);
  });

  test('of a closed shop: it can be put into the cart, and when it opens is said', () => {
    const stops = proposed({ ...sample, intake: { state: 'closed' } }).look.stops;
    expect(stopText(stops, page, words)).toContain('담아 둘 수는 있어요.');
    expect(stopText([], page, words)).toBeUndefined();
  });

  test('below the minimum: it says how much is missing', () => {
    expect(stopText(proposed({ ...sample, minimum: won(25_000) }).look.stops, page, words)).toBe('최소 주문까지 6,000원 더 담아야 해요.');
  });
});
