import type { App } from '../../core/app.ts';
import type { Again } from '../../core/use-cases/reorder.ts';
import { agreedTo, takenAgain } from '../agree-again.ts';
import type { Call } from '../call.ts';
import { customerFor } from '../customer.ts';
import { answerOptions, deliveryOptions } from '../delivery-options.ts';
import { exits } from '../exit.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { cartJson, proposalJson } from '../show/cart-json.ts';
import { cartText, proposalText } from '../show/cart-text.ts';
import { zoneOf } from '../show/zones.ts';
import { type Answered, answer, type OptionSpec, type Verb } from '../verb.ts';
import { checkoutHere } from './cart-checkout.ts';

const show = async (call: Call, app: App, again: Again): Promise<Answered> => {
  const proposed = await app.proposeAgain(again);
  if (!proposed.ok) return proposed;
  const zone = call.json ? undefined : await zoneOf(app, proposed.value.shop);
  return answer({ json: proposalJson(proposed.value), text: () => proposalText(proposed.value, call.page(zone)) });
};

const notOrdered = (call: Call): Answered =>
  answer({
    json: null,
    text: () => [
      call.lang === 'ko'
        ? '그대로 두었어요. 주문한 것도 담은 것도 없어요'
        : 'Left as it was: nothing was ordered, and the cart is as before',
    ],
    exit: exits.changed,
  });

const changedJustNow = {
  ko: '그사이 값이 또 바뀌어서 주문하지 않고 담기만 했어요',
  en: 'The price has changed once more, so it is only in the cart; nothing was ordered',
};

/** Had again: shown, put into the cart, or ordered at once by way of the cart. */
export const haveAgain = async (call: Call, again: Again): Promise<Answered> => {
  const { values } = call;
  const house = await call.house();
  const customer = customerFor(call, house.env);
  const app = house.as(customer.looking());
  if (values.flag('dry-run')) return show(call, app, again);
  const delivery = values.flag('to-cart') ? undefined : customer.delivery(await customer.kept(app));
  const agreed = await agreedTo(call, app, again);
  if (!agreed.ok) return agreed;
  if (agreed.value.is === 'no') return notOrdered(call);
  const taken = await takenAgain(call, app, again, { ...agreed.value.answer, replace: values.flag('replace') });
  if (!taken.ok) return taken;
  const { shop } = taken.value.cart;
  const zone = await zoneOf(app, shop);
  const { is, total = taken.value.look.total } = agreed.value;
  // Between the question and the answer the shop may have changed once more: that is nothing they agreed to.
  const isAsAgreed = taken.value.look.total === total;
  if (delivery && is === 'so' && isAsAgreed) return checkoutHere(call, { app, customer, shop, zone, delivery });
  return answer({
    json: cartJson(taken.value),
    text: () => cartText(taken.value, call.page(zone)),
    advice: [
      ...(isAsAgreed ? [] : [changedJustNow[call.lang]]),
      `${call.lang === 'ko' ? '주문하기' : 'Order it'}: baedal cart checkout ${shop}`,
    ],
    exit: isAsAgreed ? exits.done : exits.changed,
  });
};

export const againOptions: readonly OptionSpec[] = [
  ...answerOptions,
  { flags: '--dry-run', about: { ko: '오늘 값과 달라진 것만 보기', en: 'only show today’s price and what has changed' } },
  { flags: '--to-cart', about: { ko: '주문하지 않고 장바구니에 담기', en: 'put it into the cart, do not order it' } },
  { flags: '--replace', about: { ko: '장바구니에 있던 것 대신 담기', en: 'in the place of what is in the cart' } },
  ...deliveryOptions.filter(({ flags }) => !flags.startsWith('--at ')),
];

export const reorder: Verb = {
  usage: 'reorder <order>',
  about: { ko: '지난 주문 그대로 다시 주문하기', en: 'order once more what was ordered before' },
  options: againOptions,
  examples: ['reorder ord_…', 'reorder ord_… --dry-run --json', 'reorder ord_… --accept-changes --drop-missing'],
  json: shapes.again,
  needs: 'own-order',
  run: async (call) => haveAgain(call, { order: readId('order', call.args[0]) }),
};
