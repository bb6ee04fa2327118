import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Placed, splitLine } from './all-verbs.ts';
import { loadCommandLine, openHome } from './in-process.ts';

const owner = ['--as', 'owner:shop_hanki'];
const rider = ['--as', 'rider:rdr_minsu'];
const food = ['--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', '--address', '서울 마포구 와우산로 94'];
/** The stages of an order, each with what brings it there from the one before. */
const stages = [
  { name: 'placed', by: undefined },
  { name: 'accepted', by: ['kitchen', 'accept', owner] },
  { name: 'claimed', by: ['rider', 'claim', rider] },
  { name: 'cooking', by: ['kitchen', 'cook', owner] },
  { name: 'cooked', by: ['kitchen', 'finish', owner] },
  { name: 'picked', by: ['rider', 'pick', rider] },
] as const;
type Stage = (typeof stages)[number]['name'] | 'stopped';

/** The stage that a command needs, where it is not simply placed. */
const needed = new Map<string, Stage>([
  ['status', 'claimed'],
  ['why', 'claimed'],
  ['messages', 'claimed'],
  ['kitchen bump', 'stopped'],
  ['kitchen mark', 'accepted'],
  ['kitchen cook', 'accepted'],
  ['kitchen delay', 'accepted'],
  ['kitchen finish', 'cooking'],
  ['kitchen recall', 'cooked'],
  ['rider claim', 'accepted'],
  ['rider release', 'claimed'],
  ['rider pick', 'cooked'],
  ['rider deliver', 'picked'],
  ['rider fail', 'picked'],
]);

/** Where no example can run by itself, a line that can. */
const instead = new Map<string, string>([
  ['daemon', 'daemon --once'],
  ['messages', 'messages --order ord_7k2m9p4qrs'],
  ['seed', 'seed --reset'],
  ['cart checkout', 'cart checkout shop_hanki --address "서울 마포구 와우산로 94"'],
  ['reorder', 'reorder ord_7k2m9p4qrs --replace --address "서울 마포구 와우산로 94"'],
  ['usual order', 'usual order 점심 --replace --address "서울 마포구 와우산로 94"'],
  ['usual save', 'usual save 저녁 --order ord_7k2m9p4qrs'],
  ['status', 'status ord_7k2m9p4qrs'],
  ['db shell', 'db shell "select count(*) from events"'],
  ['export', 'export another.jsonl'],
  ['backup', 'backup another.db'],
  ['shop export', 'shop export shop_hanki --output another.yaml --as owner:shop_hanki'],
]);

/** A home with an order in every stage, a held payment, a refund that the bank refused, and the files that examples speak of. */
export const openScene = async () => {
  const run = await loadCommandLine();
  const home = openHome();
  const ok = async (...args: readonly string[]): Promise<Record<string, string>> => {
    const ran = await run([...args, '--json'], home.env);
    expect({ args, exit: ran.exit, err: ran.err, out: ran.exit === 0 ? '' : ran.out }).toEqual({ args, exit: 0, err: '', out: '' });
    return JSON.parse(ran.out);
  };
  await ok('seed');
  const orders = new Map<Stage, string>();
  for (const [at, stage] of stages.entries()) {
    const { order = '' } = await ok('order', ...food);
    await ok('daemon', '--once');
    for (const { by } of stages.slice(1, at + 1)) {
      if (by) await ok(by[0], by[1], order, ...by[2]);
      await ok('daemon', '--once');
    }
    orders.set(stage.name, order);
  }
  // Canceled when the kitchen had it already: an alarm on the board.
  const { order: stopped = '' } = await ok('order', ...food);
  await ok('daemon', '--once');
  await ok('kitchen', 'accept', stopped, ...owner);
  await ok('daemon', '--once');
  await ok('cancel', stopped);
  await ok('daemon', '--once');
  orders.set('stopped', stopped);
  await ok('faults', 'set', 'payment=down*1');
  const held: string = JSON.parse((await run(['order', ...food, '--json'], home.env)).out).error.details.payment;
  const { order = '', payment: notRefunded = '' } = await ok('order', ...food);
  await ok('faults', 'set', 'refund=refuse');
  await ok('cancel', order);
  // The daemon complains of the bank that refuses.
  expect((await run(['daemon', '--once'], home.env)).err).toContain('payment.refund');
  await ok('faults', 'set', 'refund=ok');
  await ok('export', 'house.jsonl');
  await ok('backup', 'baedal-2026-11-22.db');
  await ok('shop', 'export', 'shop_hanki', '--output', 'menu.yaml', ...owner);
  await ok('shop', 'printer', 'shop_hanki', '--to', `file:${home.folder}/tickets.txt`, ...owner);
  // A cart, and what is kept of a person.
  await ok('cart', 'add', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild');
  await ok('address', 'add', '집', '서울시 마포구 월드컵로 1');
  await ok('card', 'add', '국민', 'card_kb');
  await ok('usual', 'save', '점심', '--order', orders.get('placed') ?? '');
  home.keep();
  const profile = readFileSync(join(home.env.XDG_CONFIG_HOME, 'baedal/profile.json'), 'utf8');
  return {
    run,
    home,
    customer: String(JSON.parse(profile).customer),
    /** The first example of a command, with what there is in this home in the place of its ids. */
    lineOf: ({ path, verb }: Placed): readonly string[] => {
      const real = orders.get(needed.get(path) ?? 'placed') ?? '';
      const payment = path.startsWith('refund') ? notRefunded : held;
      return splitLine(instead.get(path) ?? verb.examples[0] ?? '').map((word) =>
        word.replace(/^ord_\S+/, real).replace(/^pay_\S+/, payment),
      );
    },
  };
};
