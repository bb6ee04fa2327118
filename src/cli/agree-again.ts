import type { App } from '../core/app.ts';
import type { Answer } from '../core/cart/changes.ts';
import { answerTo, isAnythingLeft, type Proposal } from '../core/cart/proposal.ts';
import type { Won } from '../core/money.ts';
import type { Refusal } from '../core/refusal.ts';
import { ok, type Result } from '../core/result.ts';
import type { CartView } from '../core/use-cases/carts.ts';
import type { Again, Taking } from '../core/use-cases/reorder.ts';
import { asked, confirmed, isAttended, isYes } from './ask.ts';
import type { Call } from './call.ts';
import { answerFrom } from './delivery-options.ts';
import { proposalText } from './show/cart-text.ts';
import { zoneOf } from './show/zones.ts';
import { writeLines } from './terminal.ts';

/** What is done about the differences: ordered so, only put into the cart, or left alone. `total` is what a person saw and agreed to. */
export type Agreed = { readonly is: 'so' | 'to-cart'; readonly answer: Answer; readonly total?: Won } | { readonly is: 'no' };

const canAsk = (call: Call): boolean => !call.json && isAttended();

const questions = {
  ko: {
    both: '없는 것은 빼고, 바뀐 값으로',
    drop: '없는 것은 빼고',
    accept: '바뀐 값으로',
    order: (how: string) => `${how} 주문할까요? [y/N, c: 주문하지 않고 담기만 하기]`,
    take: (how: string) => `${how} 담을까요? [y/N]`,
    instead: (lines: number) => `이 상점 장바구니에 다른 메뉴가 ${lines}가지 있어요. 그것을 빼고 담을까요? [y/N]`,
  },
  en: {
    both: 'without what is missing, at the new prices',
    drop: 'without what is missing',
    accept: 'at the new prices',
    order: (how: string) => `Order it ${how}? [y/N, c: only put it into the cart]`,
    take: (how: string) => `Put it into the cart ${how}? [y/N]`,
    instead: (lines: number) => `The cart of that shop holds ${lines === 1 ? 'another dish' : `${lines} other dishes`}. Replace it? [y/N]`,
  },
} as const;

const howOf = ({ accept, drop }: Answer, lang: Call['lang']): string => {
  const { both, drop: without, accept: dearer } = questions[lang];
  if (accept && drop) return both;
  return drop ? without : dearer;
};

const askAbout = async (call: Call, app: App, proposal: Proposal, answer: Answer): Promise<Agreed> => {
  const { lang, values } = call;
  writeLines(proposalText(proposal, call.page(await zoneOf(app, proposal.shop))), call.paint);
  const { order, take } = questions[lang];
  const isOrder = !values.flag('to-cart');
  const said = await asked((isOrder ? order : take)(howOf(answer, lang)));
  if (isYes(said)) return { is: 'so', answer, total: proposal.look.total };
  return isOrder && /^(c|cart|ㅊ)$/.test(said) ? { is: 'to-cart', answer } : { is: 'no' };
};

/** Differences that the options do not answer are shown and asked about; without a person they are refused when it is taken. */
export const agreedTo = async (call: Call, app: App, again: Again): Promise<Result<Agreed, Refusal>> => {
  const said = answerFrom(call.values);
  const asSaid: Agreed = { is: 'so', answer: said };
  if (!canAsk(call)) return ok(asSaid);
  const proposed = await app.proposeAgain(again);
  if (!proposed.ok) return proposed;
  const answer = answerTo(proposed.value);
  const isAnswered = (!answer.accept || said.accept) && (!answer.drop || said.drop);
  if (isAnswered || !isAnythingLeft(proposed.value)) return ok(asSaid);
  return ok(await askAbout(call, app, proposed.value, { ...said, ...answer }));
};

/** Takes it over; a person is asked before it takes the place of another cart. */
export const takenAgain = async (call: Call, app: App, again: Again, taking: Taking): Promise<Result<CartView, Refusal>> => {
  const taken = await app.takeAgain(again, taking);
  if (taken.ok || taken.error.code !== 'CART_NOT_EMPTY' || !canAsk(call)) return taken;
  if (!(await confirmed(questions[call.lang].instead(taken.error.lines)))) return taken;
  return app.takeAgain(again, { ...taking, replace: true });
};
