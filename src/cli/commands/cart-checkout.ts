import type { App } from '../../core/app.ts';
import type { SavedCart } from '../../core/cart/cart.ts';
import type { ShopId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import type { CartView } from '../../core/use-cases/carts.ts';
import { when } from '../../words/page.ts';
import { differenceText } from '../../words/problem.ts';
import type { Call } from '../call.ts';
import { type Customer, customerFor, type Delivery, placeOf } from '../customer.ts';
import { answerFrom, answerOptions, deliveryOptions } from '../delivery-options.ts';
import { exits } from '../exit.ts';
import { iso } from '../iso.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { answerPlaced } from '../show/answer-order.ts';
import { currency } from '../show/order-json.ts';
import { bill } from '../show/status-text.ts';
import { zoneOf } from '../show/zones.ts';
import { Stop } from '../stop.ts';
import { pairs } from '../table.ts';
import type { Line } from '../terminal.ts';
import { type Answered, answer, type OptionSpec, type Verb } from '../verb.ts';

/** The fee depends on the place, so it is settled before anything is promised; what is quoted stays as it was quoted. */
const settlePlace = async (
  call: Call,
  app: App,
  { shop, to, quoted, lines }: SavedCart,
  kept: Parameters<typeof placeOf>[1],
): Promise<Result<void, Refusal>> => {
  const place = placeOf(call, kept);
  const isSame = place === undefined || (to?.latitude === place.latitude && to.longitude === place.longitude);
  if (isSame || quoted !== undefined || lines.length === 0) return ok(undefined);
  const sent = await app.sendCartTo(shop, place);
  return sent.ok ? ok(undefined) : sent;
};

type Opened = { readonly app: App; readonly customer: Customer; readonly shop: ShopId; readonly zone: string };
const openCart = async (call: Call): Promise<Opened & { readonly found: Result<CartView, Refusal> }> => {
  const shop = readId('shop', call.args[0]);
  const house = await call.house();
  const customer = customerFor(call, house.env);
  const app = house.as(customer.looking());
  return { app, customer, shop, zone: await zoneOf(app, shop), found: await app.cart(shop) };
};

const quoteIt = async (call: Call): Promise<Answered> => {
  const { app, customer, shop, zone, found } = await openCart(call);
  if (!found.ok) return { ...found, zone };
  const settled = await settlePlace(call, app, found.value.cart, await customer.kept(app));
  if (!settled.ok) return { ...settled, zone };
  const done = await app.quoteCart(shop, answerFrom(call.values));
  if (!done.ok) return { ...done, zone };
  const { quote: issued, differences } = done.value;
  const { lines, subtotal, fee, discount, total, expiresAt, shopName } = issued;
  const page = call.page(zone);
  const { label } = page.words;
  const changed = differences.map((one): Line => ({ text: `  ${label.change}: ${differenceText(one, page)}`, tone: 'warn' }));
  return answer({
    json: { quote: issued.quote, lines, subtotal, fee, discount, total, currency, expiresAt: iso(expiresAt), shop, shopName, differences },
    text: () => [
      { text: shopName, tone: 'strong' },
      ...bill(lines, fee, total, page),
      ...changed,
      ...pairs([[label.expiresAt, when(page, expiresAt)]], page.width),
    ],
    advice: [`${call.lang === 'ko' ? '이 값으로 주문하기' : 'Order at this price'}: baedal cart checkout ${shop} --quote ${issued.quote}`],
  });
};

/** The cart knows its payment: nothing need be remembered to ask again. */
const lost = (): Stop =>
  new Stop('OUTCOME_UNKNOWN', exits.unknown, {
    ko: '디스크 오류로 주문이 저장됐는지 알 수 없어요. 디스크를 확인하고 같은 명령을 다시 실행하세요. 두 번 주문되지 않아요',
    en: 'The disk failed, so it is not known whether the order was written. Look at the disk, then run the same command again: it orders once',
  });

export type Checkout = Opened & { readonly delivery: Delivery };
/** Orders the cart of a shop with what was said on the command line. */
export const checkoutHere = async (call: Call, { app, customer, shop, zone, delivery }: Checkout): Promise<Answered> => {
  const { contact, card } = delivery;
  const text = call.values.text('quote');
  const seen = text === undefined ? undefined : readId('quote', text, '--quote');
  try {
    const placed = await app.checkoutCart(shop, { contact, method: card, quote: seen, ...answerFrom(call.values) });
    if (!placed.ok) return { ...placed, zone };
    await customer.remember(app, delivery);
    return answerPlaced(placed.value.view, call, zone);
  } catch (error) {
    if (error instanceof Error && error.name === 'OutcomeUnknown') throw lost();
    throw error;
  }
};

const checkoutIt = async (call: Call): Promise<Answered> => {
  const { found, ...opened } = await openCart(call);
  const { app, customer, zone } = opened;
  if (!found.ok) return { ...found, zone };
  const { cart } = found.value;
  const kept = await customer.kept(app);
  const delivery = customer.delivery(kept, cart);
  const settled = await settlePlace(call, app, cart, kept);
  return settled.ok ? checkoutHere(call, { ...opened, delivery }) : { ...settled, zone };
};

const placeOptions = deliveryOptions.filter(({ flags }) => /^--(address|at) /.test(flags));
const quoteOption: OptionSpec = {
  flags: '--quote <quote>',
  about: { ko: 'cart quote 견적을 그 값 그대로 주문', en: 'order a quote of cart quote at exactly its price' },
};

export const quote: Verb = {
  usage: 'quote <shop>',
  about: { ko: '값을 정해 두기: 결제도 주문도 하지 않음', en: 'hold the price: nothing is paid or ordered' },
  options: [...placeOptions, ...answerOptions.filter(({ flags }) => flags === '--drop-missing')],
  examples: ['cart quote shop_hanki', 'cart quote shop_hanki --drop-missing --json'],
  json: shapes.quotedCart,
  needs: 'order',
  run: quoteIt,
};

export const checkout: Verb = {
  usage: 'checkout <shop>',
  about: { ko: '주문하고 결제하기: 두 번 실행해도 한 번만', en: 'order and pay it; once, however often it is run' },
  options: [...deliveryOptions, quoteOption, ...answerOptions],
  examples: ['cart checkout shop_hanki', 'cart checkout shop_hanki --address "서울시 마포구 월드컵로 1" --accept-changes'],
  json: shapes.placed,
  needs: 'order',
  run: checkoutIt,
};
