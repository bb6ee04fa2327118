// A process of its own, started by kill.test.ts: customers, an owner and a rider who do this and that until they are killed.
import { setTimeout as sleep } from 'node:timers/promises';
import { operator } from '../../src/cli/actor.ts';
import { openHouse } from '../../src/cli/wire.ts';
import type { CustomerId, RiderId } from '../../src/core/kinds.ts';
import type { Refusal } from '../../src/core/refusal.ts';
import type { Result } from '../../src/core/result.ts';
import type { OrderView } from '../../src/core/views/order-view.ts';
import { chance } from './chance.ts';
import { cart, contact, customerNamed, shop } from './many-orders.ts';

const [file = '', seed = '', name = ''] = process.argv.slice(2);
const { between, pick } = chance(Number(seed));
const house = await openHouse({ file, create: false, env: process.env });
const owner = house.as({ role: 'owner', id: shop });
const rider = house.as({ role: 'rider', id: 'rdr_minsu' as RiderId });
const mine: { readonly order: OrderView['order']; readonly customer: string }[] = [];

/** What was done is said only when it is done; after it was said it may never be lost. */
const say = (what: 'placed' | 'canceled' | 'cooked', done: Result<{ readonly order: string }, Refusal>): void => {
  if (done.ok) process.send?.({ [what]: done.value.order });
};

const order = async (): Promise<void> => {
  const customer = `${name}${between(1, 5)}`;
  const app = house.as(customerNamed(customer));
  const placed = await app.placeOrder({ of: { cart }, contact, method: 'card_ok', key: `k${between(1, 1_000_000)}` });
  if (placed.ok) mine.push({ order: placed.value.view.order, customer });
  say('placed', placed.ok ? { ok: true, value: placed.value.view } : placed);
};
const cancel = async (): Promise<void> => {
  const one = mine[between(0, mine.length)];
  if (one) say('canceled', await house.as(customerNamed(one.customer)).cancelOrder(one.order, 'CHANGED_MIND'));
};
const payOpen = async (): Promise<void> => {
  const open = await house.as(operator).openPayments(20);
  const one = open.ok ? open.value[between(0, open.value.length)] : undefined;
  if (!one) return;
  const paid = await house.as({ role: 'customer', id: one.customer as CustomerId }).pay(one.payment);
  say('placed', paid.ok ? { ok: true, value: paid.value.view } : paid);
};
const cookOne = async (): Promise<void> => {
  const board = await owner.kitchenBoard(shop, 10);
  const tickets = board.ok ? board.value.tickets : [];
  const one = tickets[between(0, tickets.length)]?.view;
  if (!one) return;
  const step = pick(['accept', 'accept', 'cook', 'finish', 'reject', 'cancel'] as const);
  if (step === 'cook') say('cooked', await owner.cook(one.order));
  else if (step === 'accept') await owner.accept(one.order);
  else if (step === 'finish') await owner.finish(one.order);
  else if (step === 'reject') await owner.reject(one.order, 'TOO_BUSY');
  else await owner.cancelByShop(one.order, 'SHOP_ISSUE');
};
const ride = async (): Promise<void> => {
  const board = await rider.riderBoard(10);
  const one = board.ok ? board.value[between(0, board.value.length)]?.view : undefined;
  if (one) await rider[pick(['claim', 'pick', 'deliver'] as const)](one.order);
};

process.send?.('ready');
for (;;) {
  try {
    await pick([order, order, order, cancel, payOpen, cookOne, cookOne, ride])();
    await sleep(between(0, 40));
  } catch (error) {
    process.send?.({ threw: String(error) });
  }
}
