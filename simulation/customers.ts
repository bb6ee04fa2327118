import type { OrderId, PaymentId, QuoteId } from '../src/core/kinds.ts';
import type { Cart } from '../src/core/ordering/quote.ts';
import { customerReasons } from '../src/core/reasons.ts';
import type { Refusal } from '../src/core/refusal.ts';
import { no, ok, type Result } from '../src/core/result.ts';
import type { Checkout, Placed } from '../src/core/use-cases/checkout.ts';
import type { OrderView } from '../src/core/views/order-view.ts';
import { cartFor } from './carts.ts';
import { createChance, hashText } from './chance.ts';
import { give, insist, type Person, remember } from './people.ts';
import type { App, Outcome } from './program.ts';
import { type World, waitFor } from './world.ts';

const second = 1000;
const minute = 60 * second;
const cards = ['card_ok', 'card_kakao', 'card_toss'] as const;
const badCards = ['card_declined', 'card_expired', 'card_stolen', 'card_unheard_of'] as const;

type Customer = Person & { readonly index: number };

type Try = Outcome<Placed>;

const place = async (world: World, who: Customer, checkout: Checkout, order?: OrderId): Promise<Try> => {
  const began = world.answers.length;
  const outcome = await give(world, who, (app) => app.placeOrder(checkout));
  const body = String(hashText(JSON.stringify([checkout.of, checkout.method])));
  remember(world, who, 'place', outcome, { began, ...(order && { order }), ...(checkout.key && { key: `${checkout.key}`, body }) });
  return outcome;
};

const payAgain = async (world: World, who: Customer, id: PaymentId, method?: string): Promise<Try> => {
  const began = world.answers.length;
  const outcome = await give(world, who, (app) => app.pay(id, method));
  remember(world, who, 'pay', outcome, { began, payment: id });
  return outcome;
};

const paymentOf = (outcome: Try): PaymentId | undefined =>
  outcome.kind === 'refused' && 'payment' in outcome.refusal ? (outcome.refusal.payment as PaymentId) : undefined;
const codeOf = (outcome: Try): string => (outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind);

/** Held: they come back in time, too late, twice at once, or never. */
const comeBack = async (world: World, who: Customer, outcome: Try): Promise<Try> => {
  const payment = paymentOf(outcome);
  if (outcome.kind !== 'refused' || outcome.refusal.code !== 'PAYMENT_DEFERRED' || !payment) return outcome;
  const { chance } = who;
  if (chance.hit(0.25)) return outcome;
  const { now } = world.engine.scheduler;
  await waitFor(world, outcome.refusal.retryAt - now() + chance.between(0, chance.hit(0.2) ? 12 * minute : 20 * second));
  if (!chance.hit(0.3)) return payAgain(world, who, payment, chance.hit(0.2) ? chance.pick(cards) : undefined);
  world.engine.counters.add('pays twice at once');
  const [one, other] = await Promise.all([payAgain(world, who, payment), payAgain(world, who, payment)]);
  return one.kind === 'ok' ? one : other;
};

/** Unknown: they look again, or lose patience and order the same quote once more. */
const lookAgain = async (world: World, who: Customer, outcome: Try, checkout: Checkout): Promise<Try> => {
  const payment = paymentOf(outcome);
  const { chance } = who;
  if (!payment || chance.hit(0.3)) return outcome;
  if ('quote' in checkout.of && chance.hit(0.5)) {
    world.engine.counters.add('orders again while unknown');
    const { key: _key, ...keyless } = checkout;
    return place(world, who, chance.hit(0.5) ? { ...keyless, key: `${who.name}-more` } : keyless);
  }
  await waitFor(world, chance.between(1 * second, 50 * second));
  return payAgain(world, who, payment);
};

const otherCard = async (world: World, who: Customer, outcome: Try): Promise<Try> => {
  const payment = paymentOf(outcome);
  const { chance } = who;
  if (!payment || chance.hit(0.5)) return outcome;
  await waitFor(world, chance.between(1 * second, 40 * second));
  if (!chance.hit(0.2)) return payAgain(world, who, payment, chance.pick(cards));
  world.engine.counters.add('two cards at once');
  const [one, other] = await Promise.all([payAgain(world, who, payment, cards[0]), payAgain(world, who, payment, cards[1])]);
  return one.kind === 'ok' ? one : other;
};

/** The same key again: after a death, by a double press, or with something else in the cart. */
const pressAgain = async (world: World, who: Customer, checkout: Checkout, outcome: Try): Promise<Try> => {
  const { chance } = who;
  if (outcome.kind === 'died' || outcome.kind === 'busy' || codeOf(outcome) === 'BUSY') {
    if (checkout.key === undefined || chance.hit(0.15)) return outcome;
    await waitFor(world, chance.between(0, 30 * second));
    world.engine.counters.add('same key after a death');
    return place(world, who, checkout);
  }
  if (checkout.key === undefined || !chance.hit(0.05)) return outcome;
  if (chance.hit(0.5)) {
    world.engine.counters.add('same key again');
    return place(world, who, checkout);
  }
  world.engine.counters.add('same key, other body');
  await place(world, who, { ...checkout, contact: { ...checkout.contact, address: '다른 집' }, method: 'card_kb' });
  return outcome;
};

const quoteFirst = async (world: World, who: Customer, cart: Cart): Promise<QuoteId | undefined> => {
  const { chance } = who;
  const quoted = await give(world, who, (app) => app.issueQuote(cart));
  if (quoted.kind !== 'ok') return undefined;
  await waitFor(world, chance.hit(0.1) ? chance.between(9 * minute, 12 * minute) : chance.between(0, 90 * second));
  return quoted.value.quote;
};

const pressOnce = async (world: World, who: Customer, checkout: Checkout): Promise<Try> => {
  const { chance } = who;
  if (checkout.key === undefined || !chance.hit(0.06)) return place(world, who, checkout);
  world.engine.counters.add('presses twice at once');
  const [one, other] = await Promise.all([place(world, who, checkout), place(world, who, checkout)]);
  return one.kind === 'ok' ? one : other;
};

const order = async (world: World, who: Customer): Promise<Try | undefined> => {
  const { chance } = who;
  const cart = cartFor(who);
  const quote = chance.hit(0.35) ? await quoteFirst(world, who, cart) : undefined;
  const checkout: Checkout = {
    of: quote ? { quote } : { cart },
    contact: { lang: chance.hit(0.3) ? 'en' : 'ko', address: `서울 마포구 ${who.index}` },
    method: chance.hit(0.06) ? chance.pick(badCards) : chance.pick(cards),
    ...(chance.hit(0.75) && { key: `${who.name}-key` }),
  };
  let outcome = await pressOnce(world, who, checkout);
  for (let attempt = 0; attempt < 6; attempt++) {
    const before = outcome;
    outcome = await pressAgain(world, who, checkout, outcome);
    const code = codeOf(outcome);
    if (code === 'PAYMENT_DEFERRED') outcome = await comeBack(world, who, outcome);
    else if (code === 'PAYMENT_UNKNOWN') outcome = await lookAgain(world, who, outcome, checkout);
    else if (code === 'PAYMENT_DECLINED') outcome = await otherCard(world, who, outcome);
    if (outcome === before) break;
  }
  return outcome;
};

/** The list of one's orders shows the same as the order alone. */
const inTheList = async (app: App, id: OrderId): Promise<Result<OrderView, Refusal>> => {
  const list = await app.listOrders(false, 50);
  if (!list.ok) return list;
  const view = list.value.find(({ order }) => order === id);
  return view ? ok(view) : no({ code: 'NOT_FOUND', what: 'order', id });
};

/** What a customer does once the order stands; `duel` is the moment at which the kitchen starts to cook. */
const follow = async (world: World, who: Customer, id: OrderId, duel: Promise<void>): Promise<void> => {
  const { chance } = who;
  const cancel = async (afterMs: number) => {
    await waitFor(world, afterMs);
    await insist(world, who, 'cancel', id, (app) => app.cancelOrder(id, chance.pick(customerReasons)));
  };
  if (chance.hit(0.12)) await cancel(chance.between(0, chance.hit(0.5) ? 20 * second : 4 * minute));
  else if (chance.hit(0.14)) {
    await duel;
    world.engine.counters.add('cancels as cooking starts');
    await cancel(chance.hit(0.7) ? 0 : 100);
  }
  for (let looks = chance.below(4); looks > 0; looks--) {
    await waitFor(world, chance.between(0, 3 * minute));
    await insist(world, who, 'look', id, chance.hit(0.4) ? (app) => inTheList(app, id) : (app) => app.orderStatus(id));
  }
};

const peep = async (world: World, who: Customer, id: OrderId): Promise<void> => {
  const stranger: Person = { ...who, actor: { role: 'customer', id: 'cus_stranger' }, name: `${who.name}x`, commands: 0 };
  world.engine.counters.add('a stranger looks');
  await insist(world, stranger, 'look', id, (app) => app.orderStatus(id));
};

/** One customer, one order, from the first look at the menu to the last look at the status. */
export const customerStory = async (
  world: World,
  index: number,
  arrivesMs: number,
  duelOf: (id: OrderId) => Promise<void>,
): Promise<void> => {
  const name = `o${index}c`;
  const actor = { role: 'customer', id: `cus_${index % 60}` } as const;
  const who: Customer = { actor, name, index, chance: createChance(world.plan.seed, name), commands: 0 };
  await waitFor(world, arrivesMs);
  const outcome = await order(world, who);
  if (who.chance.hit(0.05)) await give(world, who, (app) => app.listOrders(true, 10));
  if (who.chance.hit(0.05)) await give(world, who, (app) => app.openPayments(10));
  if (outcome?.kind !== 'ok') return;
  const { order: id } = outcome.value.view;
  if (who.chance.hit(0.02)) await peep(world, who, id);
  await follow(world, who, id, duelOf(id));
};
