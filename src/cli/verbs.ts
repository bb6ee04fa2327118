import { screenOptions } from './screen-options.ts';
import type { Verb } from './verb.ts';

/**
 * The whole command line as a table. A command is loaded, with all that it stands on, when it is asked for: a command line wants one of them,
 * and the time to load the rest would be longer than most of them run.
 */
const commands: ReadonlyMap<string, () => Promise<Verb>> = new Map([
  ['shops', async () => (await import('./commands/shops.ts')).shops],
  ['menu', async () => (await import('./commands/menu.ts')).menu],
  ['order', async () => (await import('./commands/order.ts')).order],
  ['cart', async () => (await import('./commands/cart.ts')).cart],
  ['reorder', async () => (await import('./commands/reorder.ts')).reorder],
  ['usual', async () => (await import('./commands/usual.ts')).usual],
  ['pay', async () => (await import('./commands/pay.ts')).pay],
  ['payments', async () => (await import('./commands/payments.ts')).payments],
  ['status', async () => (await import('./commands/status.ts')).status],
  ['orders', async () => (await import('./commands/orders.ts')).orders],
  ['cancel', async () => (await import('./commands/cancel.ts')).cancel],
  ['address', async () => (await import('./commands/address.ts')).address],
  ['card', async () => (await import('./commands/card.ts')).card],
  ['owner', async () => (await import('./commands/owner.ts')).owner],
  ['kitchen', async () => (await import('./commands/kitchen.ts')).kitchen],
  ['rider', async () => (await import('./commands/rider.ts')).rider],
  ['shop', async () => (await import('./commands/shop.ts')).shop],
  ['sales', async () => (await import('./commands/sales.ts')).sales],
  ['why', async () => (await import('./commands/why.ts')).why],
  ['events', async () => (await import('./commands/events.ts')).events],
  ['messages', async () => (await import('./commands/messages.ts')).messages],
  ['outbox', async () => (await import('./commands/outbox.ts')).outbox],
  ['views', async () => (await import('./commands/views.ts')).views],
  ['ledger', async () => (await import('./commands/ledger.ts')).ledger],
  ['faults', async () => (await import('./commands/faults.ts')).faults],
  ['seed', async () => (await import('./commands/seed.ts')).seed],
  ['daemon', async () => (await import('./commands/daemon.ts')).daemon],
  ['doctor', async () => (await import('./commands/doctor.ts')).doctor],
  ['refund', async () => (await import('./commands/refund.ts')).refund],
  ['reconcile', async () => (await import('./commands/reconcile.ts')).reconcile],
  ['forget', async () => (await import('./commands/forget.ts')).forget],
  ['backup', async () => (await import('./commands/backup.ts')).backup],
  ['restore', async () => (await import('./commands/restore.ts')).restore],
  ['export', async () => (await import('./commands/export.ts')).exportVerb],
  ['import', async () => (await import('./commands/import.ts')).importVerb],
  ['migrate', async () => (await import('./commands/migrate.ts')).migrate],
  ['db', async () => (await import('./commands/db.ts')).db],
  ['config', async () => (await import('./commands/config.ts')).config],
  ['service', async () => (await import('./commands/service.ts')).service],
  ['demo', async () => (await import('./commands/demo.ts')).demo],
  ['start', async () => (await import('./commands/start.ts')).start],
  ['completion', async () => (await import('./commands/completion.ts')).completion(loadRoot)],
  ['man', async () => (await import('./commands/man.ts')).man(loadRoot)],
]);

const top: Verb = {
  usage: 'baedal',
  run: async (call) => (await import('./commands/customer.ts')).openOrExplain(loadRoot)(call),
  options: screenOptions,
  about: { ko: '배달 — 터미널에서 시키는 음식', en: 'baedal — food delivery that lives in the terminal' },
  examples: [
    'seed',
    'shops',
    'menu shop_hanki',
    'order --shop shop_hanki --item "kimchi-jjigae*2:mild" --address "서울시 마포구 월드컵로 1"',
    'status ord_… --watch',
  ],
};

/** All commands: for help, for mistakes, for shells. */
export async function loadRoot(): Promise<Verb> {
  return { ...top, verbs: await Promise.all([...commands.values()].map((load) => load())) };
}

/** A table with this one command; without any where there is none of this name. */
export const loadOnly = async (name: string): Promise<Verb> => {
  const verb = await commands.get(name)?.();
  return { ...top, verbs: verb ? [verb] : [] };
};
