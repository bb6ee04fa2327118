import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../simulation/chance.ts';
import type { CustomerId, OrderId, RiderId } from '../../src/core/kinds.ts';
import type { Asked } from '../answers.ts';
import { textIn } from '../program.ts';
import { ask, type Town } from './town.ts';

const shop = 'shop_hanki';
const killShare = 0.3;
/** From before its first line of code to behind its last. */
const killMs = (chance: Chance): number | undefined => (chance.hit(killShare) ? chance.between(10, 500) : undefined);

type Command = { readonly args: readonly string[]; readonly asked: Asked };
const items = ['kimchi-jjigae*2:mild', 'kimchi-jjigae*3:mild', 'egg-roll*3'] as const;

/** One key is one body, so pressing it again is the same order. */
const orderCommand = (id: CustomerId, press: number, as: readonly string[]): Command => {
  const item = items[press % items.length] ?? items[0];
  const args = ['order', '--shop', shop, '--item', item, '--address', '서울시 마포구 월드컵로 1', '--key', `press-${press}`, ...as];
  return { args, asked: { by: { role: 'customer', id }, asked: 'place', key: `press-${press}`, body: item } };
};

type Mine = { readonly id: CustomerId; presses: number; readonly orders: OrderId[] };

const nextOf = ({ payments }: Town, mine: Mine, chance: Chance): Command => {
  const { id } = mine;
  const as = ['--as', `customer:${id}`];
  const by = { role: 'customer', id } as const;
  const open = payments.filter(({ customer }) => customer === id).at(-chance.between(1, 3));
  const order = mine.orders.at(-chance.between(1, 6));
  const dice = chance.next();
  if (dice < 0.2 && open) return { args: ['pay', open.payment, ...as], asked: { by, asked: 'pay', payment: open.payment } };
  if (dice < 0.35 && order !== undefined) return { args: ['cancel', order, ...as], asked: { by, asked: 'cancel', order } };
  if (dice < 0.45 && order !== undefined) return { args: ['status', order, ...as], asked: { by, asked: 'look', order } };
  if (dice < 0.55 && mine.presses > 0) return orderCommand(id, chance.between(1, mine.presses), as);
  return orderCommand(id, ++mine.presses, as);
};

export const customerUntilOver = async (town: Town, name: string, chance: Chance): Promise<void> => {
  const mine: Mine = { id: `cus_${name}` as CustomerId, presses: 0, orders: [] };
  while (!town.isOver()) {
    const { args, asked } = nextOf(town, mine, chance);
    const json = await ask(town, args, asked, killMs(chance));
    const order = textIn(json, 'order');
    if (order !== undefined && asked.asked === 'place') mine.orders.push(order as OrderId);
    await sleep(chance.between(0, 60));
  }
};

type OnBoard = { readonly order: OrderId; readonly ticket: string | undefined; readonly delivery: string | undefined };
const boardOf = (json: unknown): readonly OnBoard[] =>
  Array.isArray(json)
    ? json.flatMap((row: unknown) => {
        const order = textIn(row, 'order');
        return order === undefined ? [] : [{ order: order as OrderId, ticket: textIn(row, 'ticket'), delivery: textIn(row, 'delivery') }];
      })
    : [];

const kitchenStep = ({ ticket }: OnBoard, chance: Chance): readonly [Asked['asked'] | undefined, ...string[]] => {
  // What the kitchen had taken on and was canceled stays on its board.
  if (ticket === 'canceled') return [undefined, 'bump'];
  if (chance.hit(0.06)) return [undefined, 'cancel', '--reason', 'SHOP_ISSUE'];
  if (ticket === 'awaiting') return chance.hit(0.15) ? ['reject', 'reject', '--reason', 'TOO_BUSY'] : ['accept', 'accept'];
  return ticket === 'accepted' ? ['cook', 'cook'] : ['finish', 'finish'];
};

export const ownerUntilOver = async (town: Town, chance: Chance): Promise<void> => {
  const as = ['--as', `owner:${shop}`];
  while (!town.isOver()) {
    const board = boardOf(await ask(town, ['kitchen', 'board', ...as], undefined, undefined)).filter(({ ticket }) => ticket !== 'cooked');
    for (const one of board.slice(0, 4)) {
      if (town.isOver()) return;
      const [asked, step = '', ...more] = kitchenStep(one, chance);
      const { order } = one;
      const by = { role: 'owner', id: shop } as const;
      await ask(town, ['kitchen', step, order, ...more, ...as], asked && { by, asked, order }, killMs(chance));
    }
    await sleep(chance.between(10, 100));
  }
};

const rideStep = ({ ticket, delivery }: OnBoard, chance: Chance): readonly [Asked['asked'] | undefined, ...string[]] => {
  if (delivery === 'waiting') return ['claim', 'claim'];
  if (delivery === 'claimed') return ticket === 'cooked' && !chance.hit(0.1) ? ['pick', 'pick'] : [undefined, 'release'];
  return chance.hit(0.1) ? [undefined, 'fail', '--reason', 'CUSTOMER_ABSENT'] : ['deliver', 'deliver'];
};

export const riderUntilOver = async (town: Town, name: string, chance: Chance): Promise<void> => {
  const id = `rdr_${name}` as RiderId;
  const as = ['--as', `rider:${id}`];
  while (!town.isOver()) {
    const board = boardOf(await ask(town, ['rider', 'board', ...as], undefined, undefined));
    for (const one of board.slice(0, 4)) {
      if (town.isOver()) return;
      const [asked, step = '', ...more] = rideStep(one, chance);
      const { order } = one;
      await ask(town, ['rider', step, order, ...more, ...as], asked && { by: { role: 'rider', id }, asked, order }, killMs(chance));
    }
    await sleep(chance.between(10, 150));
  }
};
