import { expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { App } from '../app.ts';
import type { Actor } from '../events.ts';
import type { ConsumerName, ItemId } from '../kinds.ts';
import { won } from '../money.ts';
import { ok } from '../result.ts';
import { goesToViews } from '../route.ts';
import { fakeShop, twoStews } from '../testing/fake-shop.ts';
import { table } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { after, order, payment, shop } from '../testing/story.ts';
import { createWorld } from '../testing/world.ts';

const checkout = { of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' } as const;
const stew = 'kimchi-jjigae' as ItemId;
const wish = { item: stew, quantity: 1, choices: [] };
const mailer = 'mailer' as ConsumerName;

/** Each use case once; the compiler refuses a forgotten one. */
const uses: { readonly [K in keyof App]: (app: App) => Promise<unknown> } = {
  listShops: (app) => app.listShops(),
  findShop: (app) => app.findShop(shop),
  setIntake: (app) => app.setIntake(shop, { state: 'closed' }),
  markSoldOut: (app) => app.markSoldOut(shop, stew, after(story.hour)),
  restoreItem: (app) => app.restoreItem(shop, stew),
  salesOf: (app) => app.salesOf({ shop, from: '2026-11-22', to: '2026-11-22', by: 'day' }),
  daySales: (app) => app.daySales(shop, '2026-11-22'),
  readShop: (app) => app.readShop(shop),
  createShop: (app) => app.createShop(fakeShop),
  changeShop: (app) => app.changeShop(shop, (one) => ok({ ...one, minimum: won(5000) })),
  writeShop: (app) => app.writeShop(fakeShop),
  paceOf: (app) => app.paceOf(shop),
  carts: (app) => app.carts(),
  cart: (app) => app.cart(shop),
  addToCart: (app) => app.addToCart(shop, wish),
  setCartLine: (app) => app.setCartLine(shop, 1, 2),
  removeCartLine: (app) => app.removeCartLine(shop, 1),
  clearCart: (app) => app.clearCart(shop),
  sendCartTo: (app) => app.sendCartTo(shop, undefined),
  keepNotes: (app) => app.keepNotes(shop, { note: '덜 맵게' }),
  quoteCart: (app) => app.quoteCart(shop),
  checkoutCart: (app) => app.checkoutCart(shop, checkout),
  proposeAgain: (app) => app.proposeAgain({ order }),
  takeAgain: (app) => app.takeAgain({ order }),
  profile: (app) => app.profile(),
  setPerson: (app) => app.setPerson({ name: '미나' }),
  saveAddress: (app) => app.saveAddress({ label: '집', text: '양화로 1' }),
  removeAddress: (app) => app.removeAddress('집'),
  defaultAddress: (app) => app.defaultAddress('집'),
  saveMethod: (app) => app.saveMethod({ label: '카드', method: 'card_ok' }),
  removeMethod: (app) => app.removeMethod('카드'),
  defaultMethod: (app) => app.defaultMethod('카드'),
  rememberUsed: (app) => app.rememberUsed({ address: '양화로 1', method: 'card_ok' }),
  saveUsual: (app) => app.saveUsual('점심', { order }),
  removeUsual: (app) => app.removeUsual('점심'),
  renameUsual: (app) => app.renameUsual('점심', '저녁'),
  issueQuote: (app) => app.issueQuote(twoStews),
  placeOrder: (app) => app.placeOrder(checkout),
  pay: (app) => app.pay(payment),
  openPayments: (app) => app.openPayments(10),
  orderStatus: (app) => app.orderStatus(order),
  listOrders: (app) => app.listOrders(false, 10),
  orderContact: (app) => app.orderContact(order),
  cancelOrder: (app) => app.cancelOrder(order, 'CHANGED_MIND'),
  whyOrder: (app) => app.whyOrder(order),
  messagesOf: (app) => app.messagesOf(order),
  allMessages: (app) => app.allMessages(10),
  kitchenBoard: (app) => app.kitchenBoard(shop, 10),
  acknowledge: (app) => app.acknowledge(shop, [order]),
  markLine: (app) => app.markLine(order, 0, true),
  bumpAlarm: (app) => app.bumpAlarm(order),
  beatScreen: (app) => app.beatScreen(shop, 'counter'),
  leaveScreen: (app) => app.leaveScreen(shop, 'counter'),
  shopPresence: (app) => app.shopPresence(shop),
  shopPrinting: (app) => app.shopPrinting(shop),
  setPrinter: (app) => app.setPrinter(shop, undefined),
  printTicket: (app) => app.printTicket(order),
  printDay: (app) => app.printDay(shop, '2026-11-22'),
  testPage: (app) => app.testPage(shop),
  accept: (app) => app.accept(order, 20),
  reject: (app) => app.reject(order, 'TOO_BUSY'),
  cook: (app) => app.cook(order),
  finish: (app) => app.finish(order),
  recall: (app) => app.recall(order),
  delay: (app) => app.delay(order, 10),
  cancelByShop: (app) => app.cancelByShop(order, 'TOO_BUSY'),
  riderBoard: (app) => app.riderBoard(10),
  claim: (app) => app.claim(order),
  release: (app) => app.release(order),
  pick: (app) => app.pick(order),
  deliver: (app) => app.deliver(order),
  fail: (app) => app.fail(order, 'CUSTOMER_ABSENT'),
  outboxState: (app) => app.outboxState(),
  redrive: (app) => app.redrive(order),
  readEvents: (app) => app.readEvents({ after: 0, limit: 10 }),
  readBooks: (app) => app.readBooks(),
  rebuildViews: (app) => app.rebuildViews('verify'),
  openRefunds: (app) => app.openRefunds(10),
  retryRefund: (app) => app.retryRefund(payment),
  settleRefund: (app) => app.settleRefund(payment, 'by bank transfer'),
  reconcileBooks: (app) => app.reconcileBooks({ charges: async () => [], refunds: async () => [] }),
  remedy: (app) => app.remedy({ kind: 'charge-missing', key: 'k', order, amount: 1, remedy: 'person' }),
  noteBackup: (app) => app.noteBackup({ at: after(0), file: 'b.db', lastPosition: 1 }),
  lastBackup: (app) => app.lastBackup(),
  tracesOf: (app) => app.tracesOf(story.customer),
  findCursor: (app) => app.findCursor(mailer),
  listCursors: (app) => app.listCursors(),
  moveCursor: (app) => app.moveCursor({ consumer: mailer, position: 0, version: 0 }, 1),
};

const people: Readonly<Record<string, Actor>> = {
  customer: { role: 'customer', id: story.customer },
  'other customer': { role: 'customer', id: 'cus_other' },
  owner: { role: 'owner', id: shop },
  'other owner': { role: 'owner', id: 'shop_other' },
  rider: { role: 'rider', id: story.rider },
  'other rider': { role: 'rider', id: story.otherRider },
  operator: { role: 'operator', id: 'operator' },
  system: { role: 'system', id: 'daemon' },
};

const isRefused = (result: unknown): boolean =>
  typeof result === 'object' &&
  result !== null &&
  'error' in result &&
  typeof result.error === 'object' &&
  result.error !== null &&
  'code' in result.error &&
  result.error.code === 'NOT_ALLOWED';

/** On an order whose ride is claimed: may they, or are they refused and nothing happens? */
const tryOut = async (use: (app: App) => Promise<unknown>, actor: Actor): Promise<string> => {
  const world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  await world.tell(...story.stages.claimed);
  const before = world.store.revision();
  const refused = isRefused(await use(world.as(actor)));
  if (refused && world.store.revision() !== before) return 'refused, but something was written';
  return refused ? '' : 'yes';
};

// `deliver` and `fail` of a ride that is not on the road are refused for its state, whoever asks.
test('every use case opens to exactly these people, and a refused one writes nothing', async () => {
  const seen: Record<string, Record<string, string>> = {};
  for (const [name, use] of Object.entries(uses)) {
    const row: Record<string, string> = {};
    for (const [who, actor] of Object.entries(people)) row[who] = await tryOut(use, actor);
    seen[name] = row;
  }
  expect(seen).toEqual(
    table(`
      | use case       | customer | other customer | owner | other owner | rider | other rider | operator | system |
      | listShops      | yes      | yes            | yes   | yes         | yes   | yes         | yes      | yes    |
      | findShop       | yes      | yes            | yes   | yes         | yes   | yes         | yes      | yes    |
      | setIntake      |          |                | yes   |             |       |             | yes      |        |
      | markSoldOut    |          |                | yes   |             |       |             | yes      |        |
      | restoreItem    |          |                | yes   |             |       |             | yes      |        |
      | salesOf        |          |                | yes   |             |       |             | yes      |        |
      | daySales       |          |                | yes   |             |       |             | yes      |        |
      | readShop       |          |                | yes   |             |       |             | yes      |        |
      | createShop     |          |                | yes   |             |       |             | yes      |        |
      | changeShop     |          |                | yes   |             |       |             | yes      |        |
      | writeShop      |          |                | yes   |             |       |             | yes      |        |
      | paceOf         | yes      | yes            | yes   | yes         | yes   | yes         | yes      | yes    |
      | carts          | yes      | yes            |       |             |       |             |          |        |
      | cart           | yes      | yes            |       |             |       |             |          |        |
      | addToCart      | yes      | yes            |       |             |       |             |          |        |
      | setCartLine    | yes      | yes            |       |             |       |             |          |        |
      | removeCartLine | yes      | yes            |       |             |       |             |          |        |
      | clearCart      | yes      | yes            |       |             |       |             |          |        |
      | sendCartTo     | yes      | yes            |       |             |       |             |          |        |
      | keepNotes      | yes      | yes            |       |             |       |             |          |        |
      | quoteCart      | yes      | yes            |       |             |       |             |          |        |
      | checkoutCart   | yes      | yes            |       |             |       |             |          |        |
      | proposeAgain   | yes      |                |       |             |       |             |          |        |
      | takeAgain      | yes      |                |       |             |       |             |          |        |
      | profile        | yes      | yes            |       |             |       |             |          |        |
      | setPerson      | yes      | yes            |       |             |       |             |          |        |
      | saveAddress    | yes      | yes            |       |             |       |             |          |        |
      | removeAddress  | yes      | yes            |       |             |       |             |          |        |
      | defaultAddress | yes      | yes            |       |             |       |             |          |        |
      | saveMethod     | yes      | yes            |       |             |       |             |          |        |
      | removeMethod   | yes      | yes            |       |             |       |             |          |        |
      | defaultMethod  | yes      | yes            |       |             |       |             |          |        |
      | rememberUsed   | yes      | yes            |       |             |       |             |          |        |
      | saveUsual      | yes      |                |       |             |       |             |          |        |
      | removeUsual    | yes      | yes            |       |             |       |             |          |        |
      | renameUsual    | yes      | yes            |       |             |       |             |          |        |
      | issueQuote     | yes      | yes            |       |             |       |             |          |        |
      | placeOrder     | yes      | yes            |       |             |       |             |          |        |
      | pay            | yes      |                |       |             |       |             |          |        |
      | openPayments   | yes      | yes            |       |             |       |             | yes      |        |
      | orderStatus    | yes      |                | yes   |             | yes   |             | yes      |        |
      | listOrders     | yes      | yes            |       |             |       |             |          |        |
      | orderContact   | yes      |                |       |             |       |             |          |        |
      | cancelOrder    | yes      |                |       |             |       |             |          |        |
      | whyOrder       | yes      |                | yes   |             | yes   |             | yes      |        |
      | messagesOf     | yes      |                | yes   |             | yes   |             | yes      |        |
      | allMessages    |          |                |       |             |       |             | yes      |        |
      | kitchenBoard   |          |                | yes   |             |       |             |          |        |
      | acknowledge    |          |                | yes   |             |       |             |          |        |
      | markLine       |          |                | yes   |             |       |             |          |        |
      | bumpAlarm      |          |                | yes   |             |       |             |          |        |
      | beatScreen     |          |                | yes   |             |       |             |          |        |
      | leaveScreen    |          |                | yes   |             |       |             |          |        |
      | shopPresence   | yes      | yes            | yes   | yes         | yes   | yes         | yes      | yes    |
      | shopPrinting   |          |                | yes   |             |       |             |          |        |
      | setPrinter     |          |                | yes   |             |       |             |          |        |
      | printTicket    |          |                | yes   |             |       |             |          |        |
      | printDay       |          |                | yes   |             |       |             | yes      |        |
      | testPage       |          |                | yes   |             |       |             |          |        |
      | accept         |          |                | yes   |             |       |             |          |        |
      | reject         |          |                | yes   |             |       |             |          |        |
      | cook           |          |                | yes   |             |       |             |          |        |
      | finish         |          |                | yes   |             |       |             |          |        |
      | recall         |          |                | yes   |             |       |             |          |        |
      | delay          |          |                | yes   |             |       |             |          |        |
      | cancelByShop   |          |                | yes   |             |       |             |          |        |
      | riderBoard     |          |                |       |             | yes   | yes         | yes      |        |
      | claim          |          |                |       |             | yes   | yes         |          |        |
      | release        |          |                |       |             | yes   |             |          |        |
      | pick           |          |                |       |             | yes   |             |          |        |
      | deliver        |          |                |       |             | yes   | yes         |          |        |
      | fail           |          |                |       |             | yes   | yes         |          |        |
      | outboxState    |          |                |       |             |       |             | yes      |        |
      | redrive        |          |                |       |             |       |             | yes      |        |
      | readEvents     |          |                |       |             |       |             | yes      |        |
      | readBooks      |          |                |       |             |       |             | yes      |        |
      | rebuildViews   |          |                |       |             |       |             | yes      |        |
      | openRefunds    |          |                |       |             |       |             | yes      |        |
      | retryRefund    |          |                |       |             |       |             | yes      |        |
      | settleRefund   |          |                |       |             |       |             | yes      |        |
      | reconcileBooks |          |                |       |             |       |             | yes      |        |
      | remedy         |          |                |       |             |       |             | yes      |        |
      | noteBackup     |          |                |       |             |       |             | yes      |        |
      | lastBackup     |          |                |       |             |       |             | yes      |        |
      | tracesOf       |          |                |       |             |       |             | yes      |        |
      | findCursor     |          |                |       |             |       |             | yes      |        |
      | listCursors    |          |                |       |             |       |             | yes      |        |
      | moveCursor     |          |                |       |             |       |             | yes      |        |
    `),
  );
});
