import { address } from './commands/address.ts';
import { cancel } from './commands/cancel.ts';
import { card } from './commands/card.ts';
import { cart } from './commands/cart.ts';
import { openOrExplain } from './commands/customer.ts';
import { daemon } from './commands/daemon.ts';
import { demo } from './commands/demo.ts';
import { events } from './commands/events.ts';
import { faults } from './commands/faults.ts';
import { kitchen } from './commands/kitchen.ts';
import { ledger } from './commands/ledger.ts';
import { menu } from './commands/menu.ts';
import { messages } from './commands/messages.ts';
import { order } from './commands/order.ts';
import { orders } from './commands/orders.ts';
import { outbox } from './commands/outbox.ts';
import { owner } from './commands/owner.ts';
import { pay } from './commands/pay.ts';
import { payments } from './commands/payments.ts';
import { reorder } from './commands/reorder.ts';
import { rider } from './commands/rider.ts';
import { seed } from './commands/seed.ts';
import { shop } from './commands/shop.ts';
import { shops } from './commands/shops.ts';
import { start } from './commands/start.ts';
import { status } from './commands/status.ts';
import { usual } from './commands/usual.ts';
import { views } from './commands/views.ts';
import { why } from './commands/why.ts';
import { screenOptions } from './screen-options.ts';
import type { Verb } from './verb.ts';

/** The whole command line as a table. */
export const root: Verb = {
  usage: 'baedal',
  run: openOrExplain(() => root),
  options: screenOptions,
  about: { ko: '배달 — 터미널에서 시키는 음식', en: 'baedal — food delivery that lives in the terminal' },
  examples: [
    'seed',
    'shops',
    'menu shop_hanki',
    'order --shop shop_hanki --item "kimchi-jjigae*2:mild" --address "서울시 마포구 월드컵로 1"',
    'status ord_… --watch',
  ],
  verbs: [
    shops,
    menu,
    order,
    cart,
    reorder,
    usual,
    pay,
    payments,
    status,
    orders,
    cancel,
    address,
    card,
    owner,
    kitchen,
    rider,
    shop,
    why,
    events,
    messages,
    outbox,
    views,
    ledger,
    faults,
    seed,
    daemon,
    demo,
    start,
  ],
};
