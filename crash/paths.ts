import { setTimeout as sleep } from 'node:timers/promises';
import { exits } from '../src/cli/exit.ts';
import type { Settings } from '../src/core/settings.ts';
import { backup, restore } from './copies.ts';
import type { CrashPath } from './crash-path.ts';
import { customer, owner, rider, type Stage, value } from './stage.ts';

const me = ['--as', `customer:${customer.id}`];
const kitchen = ['--as', `owner:${owner.id}`];
const key = 'tonight';
const anOrder = ['order', '--shop', owner.id, '--item', 'kimchi-jjigae*2:mild', '--address', '서울시 마포구 월드컵로 1', '--key', key];

const command = (name: string, stage: CrashPath['stage'] & object, settings?: Partial<Settings>): CrashPath => ({
  name,
  stage,
  ...(settings && { settings }),
});

/** `daemon --once --only <consumer>`, when something is due for exactly this one. */
const relay = (consumer: string, prepare: (stage: Stage) => Promise<unknown>, more: Partial<CrashPath> = {}): CrashPath => ({
  name: `relay.${consumer}`,
  ...more,
  stage: async (stage) => {
    await prepare(stage);
    await stage.until(consumer);
    return { args: ['daemon', '--once', '--only', consumer] };
  },
});

const inKitchen = async (stage: Stage) => {
  const order = await stage.place();
  await stage.drain('kitchen');
  return order;
};
const accepted = async (stage: Stage) => {
  const order = await inKitchen(stage);
  value(await stage.owner.accept(order));
  return order;
};
const claimed = async (stage: Stage) => {
  const order = await accepted(stage);
  await stage.drain('delivery');
  value(await stage.rider.claim(order));
  return order;
};
const canceled = async (stage: Stage) => {
  const order = await stage.place();
  value(await stage.customer.cancelOrder(order, 'CHANGED_MIND'));
  return order;
};

const commands: readonly CrashPath[] = [
  // Without --as: the first order also makes the profile.
  command('order', async () => ({ args: anOrder, asked: { by: customer, asked: 'place', key, body: 'one stew' } })),
  command('pay-held', async ({ stuck }) => {
    const payment = await stuck('down');
    return { args: ['pay', payment, ...me], asked: { by: customer, asked: 'pay', payment } };
  }),
  command('pay-unknown', async ({ stuck }) => {
    const payment = await stuck('timeout-after');
    return { args: ['pay', payment, ...me], asked: { by: customer, asked: 'pay', payment } };
  }),
  command('pay-never-arrived', async ({ stuck, house }) => {
    const payment = await stuck('timeout-before');
    await sleep(house.settings.confirmWindowMs);
    return { args: ['pay', payment, ...me], asked: { by: customer, asked: 'pay', payment }, exit: exits.declined };
  }),
  command('cancel', async ({ place }) => {
    const order = await place();
    return { args: ['cancel', order, ...me], asked: { by: customer, asked: 'cancel', order } };
  }),
  command('accept', async (stage) => {
    const order = await inKitchen(stage);
    return { args: ['kitchen', 'accept', order, ...kitchen], asked: { by: owner, asked: 'accept', order } };
  }),
  command('reject', async (stage) => {
    const order = await inKitchen(stage);
    return { args: ['kitchen', 'reject', order, '--reason', 'TOO_BUSY', ...kitchen], asked: { by: owner, asked: 'reject', order } };
  }),
  command('cook', async (stage) => {
    const order = await accepted(stage);
    return { args: ['kitchen', 'cook', order, ...kitchen], asked: { by: owner, asked: 'cook', order } };
  }),
  // No word in the list of answers: what it promised is seen by its refund.
  command('kitchen-cancel', async (stage) => {
    const order = await accepted(stage);
    return { args: ['kitchen', 'cancel', order, '--reason', 'SHOP_ISSUE', ...kitchen] };
  }),
  command('deliver', async (stage) => {
    const order = await claimed(stage);
    for (const step of [stage.owner.cook, stage.owner.finish, stage.rider.pick]) value(await step(order));
    return { args: ['rider', 'deliver', order, '--as', `rider:${rider.id}`], asked: { by: rider, asked: 'deliver', order } };
  }),
];

const inside: readonly CrashPath[] = [
  relay('kitchen', ({ place }) => place()),
  relay('kitchen.remind', inKitchen),
  relay('kitchen.alarm', async (stage) => {
    value(await stage.owner.cancelByShop(await accepted(stage), 'SHOP_ISSUE'));
    await stage.drain('kitchen');
  }),
  relay('ordering', async (stage) => value(await stage.owner.reject(await inKitchen(stage), 'TOO_BUSY'))),
  relay('ordering.expire', inKitchen, { settings: { acceptLeaseMs: 500, acceptRemindMs: [200] } }),
  relay('delivery', accepted),
  relay('payment', canceled),
  relay('views', accepted),
];

const outside: readonly CrashPath[] = [
  relay('payment.refund', async (stage) => {
    await canceled(stage);
    await stage.drain('payment');
  }),
  relay('notify.customer', accepted, { pool: true }),
  relay('notify.owner', inKitchen, { pool: true }),
  relay(
    'notify.rider',
    async (stage) => {
      value(await stage.owner.cancelByShop(await claimed(stage), 'SHOP_ISSUE'));
      await stage.drain('delivery');
    },
    { pool: true },
  ),
  relay('notify.payments-back', ({ stuck }) => stuck('down'), { pool: true }),
];

/** What brings a payment in doubt to its end. */
const reconcile: readonly CrashPath[] = [
  relay('payment.watch', ({ orphan }) => orphan(true)),
  relay('payment.settle', ({ stuck }) => stuck('timeout-after')),
  relay('payment.void', async (stage) => {
    await stage.stuck('timeout-before');
    await sleep(stage.house.settings.confirmWindowMs);
    await stage.drain('payment.settle');
  }),
  relay('payment.hold', ({ stuck }) => stuck('down'), { settings: { quoteHoldMs: 700 } }),
  // Everything at once: of a payment whose process died before it was charged, of a kept order and of a canceled one.
  {
    name: 'relay.all',
    pool: true,
    wavers: true,
    stage: async (stage) => {
      await stage.orphan(false);
      await stage.place();
      await canceled(stage);
      await stage.until('payment.watch');
      return { args: ['daemon', '--once'] };
    },
  },
];

export const paths: readonly CrashPath[] = [
  ...commands,
  ...inside,
  ...outside,
  ...reconcile,
  { name: 'migrate', victim: { args: ['seed'] } },
  backup,
  restore,
];
