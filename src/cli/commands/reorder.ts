import type { App } from '../../core/app.ts';
import type { Again } from '../../core/use-cases/reorder.ts';
import type { Call } from '../call.ts';
import { customerFor } from '../customer.ts';
import { answerFrom, answerOptions, deliveryOptions } from '../delivery-options.ts';
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

/** Had again: shown, put into the cart, or ordered at once by way of the cart. */
export const haveAgain = async (call: Call, again: Again): Promise<Answered> => {
  const { values } = call;
  const house = await call.house();
  const customer = customerFor(call, house.env);
  const app = house.as(customer.looking());
  if (values.flag('dry-run')) return show(call, app, again);
  const isOrder = !values.flag('to-cart');
  const delivery = isOrder ? customer.delivery(await customer.kept(app)) : undefined;
  const taken = await app.takeAgain(again, { ...answerFrom(values), replace: values.flag('replace') });
  if (!taken.ok) return taken;
  const { shop } = taken.value.cart;
  const zone = await zoneOf(app, shop);
  if (delivery) return checkoutHere(call, { app, customer, shop, zone, delivery });
  return answer({
    json: cartJson(taken.value),
    text: () => cartText(taken.value, call.page(zone)),
    advice: [`${call.lang === 'ko' ? '주문하기' : 'Order it'}: baedal cart checkout ${shop}`],
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
