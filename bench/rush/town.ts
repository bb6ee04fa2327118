import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../simulation/chance.ts';
import { field, type House, textIn } from './house.ts';

export const shop = 'shop_hanki';
export const asOwner = ['--as', `owner:${shop}`] as const;
const asRider = ['--as', 'rider:rdr_minsu'] as const;
const dish = 'kimchi-jjigae';
const side = 'egg-roll';

export type Town = {
  /** Orders that were acknowledged, in the order of their placing. */
  readonly placed: () => readonly string[];
  /** Customers who canceled, and were told that they could. */
  readonly canceled: () => ReadonlySet<string>;
  /** Orders that the shop called off after it had accepted them. */
  readonly calledOff: () => ReadonlySet<string>;
  readonly fetched: () => ReadonlySet<string>;
  /** All customers have come, and those who wanted to cancel have tried. */
  readonly hungry: () => Promise<void>;
  /** Riders come until nothing waits for them any more. */
  readonly ride: (isOver: () => boolean) => Promise<void>;
};

type Setting = {
  readonly house: House;
  readonly chance: Chance;
  readonly orders: number;
  /** Between two orders. */
  readonly everyMs: number;
};

const listed = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);

/** The people around a kitchen: each a real command of its own, at moments of chance. */
export const openTown = ({ house, chance, orders, everyMs }: Setting): Town => {
  const placed: string[] = [];
  const [canceled, calledOff, fetched] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let isSideOut = false;
  const order = async (number: number): Promise<string> => {
    const wants = ['--item', `${dish}*${2 + (number % 3)}:mild`, ...(number % 2 === 0 && !isSideOut ? ['--item', side] : [])];
    const note = number % 5 === 0 ? ['--note', '땅콩 알레르기가 있어요'] : [];
    const where = ['--address', `서울 마포구 와우산로 ${number}`, '--key', `rush-${number}-${isSideOut}`];
    const { exit, json } = await house.ask('order', '--shop', shop, ...wants, ...note, ...where);
    if (exit === 0) return textIn(json, 'order');
    // The side dish ran out while they were choosing: they go without it.
    if (isSideOut || !JSON.stringify(json).includes(side)) throw new Error(`order ${number} was refused: ${JSON.stringify(json)}`);
    isSideOut = true;
    return order(number);
  };
  const regret = async (id: string): Promise<void> => {
    await sleep(chance.between(0, 6 * everyMs));
    const { exit } = await house.ask('cancel', id);
    if (exit === 0) canceled.add(id);
  };
  const callOff = async (id: string): Promise<void> => {
    await sleep(chance.between(2 * everyMs, 8 * everyMs));
    const { exit } = await house.ask('kitchen', 'cancel', id, '--reason', 'shop-issue', ...asOwner);
    if (exit === 0) calledOff.add(id);
  };
  const customer = async (number: number): Promise<void> => {
    await sleep(number * everyMs);
    const id = await order(number);
    placed.push(id);
    if (chance.hit(0.2)) await regret(id);
    else if (chance.hit(0.1)) await callOff(id);
  };
  const fetch = async (waiting: unknown): Promise<void> => {
    const id = textIn(waiting, 'order');
    // What fell between the look and the claim is refused, and that is all.
    if (field(waiting, 'delivery') !== 'claimed' && (await house.ask('rider', 'claim', id, ...asRider)).exit !== 0) return;
    if ((await house.ask('rider', 'pick', id, ...asRider)).exit !== 0) return;
    fetched.add(id);
    const isLost = fetched.size % 8 === 3;
    await house.must('rider', ...(isLost ? ['fail', id, '--reason', 'customer-absent'] : ['deliver', id]), ...asRider);
  };
  return {
    placed: () => placed,
    canceled: () => canceled,
    calledOff: () => calledOff,
    fetched: () => fetched,
    hungry: async () => {
      await Promise.all(Array.from({ length: orders }, (_, number) => customer(number)));
    },
    ride: async (isOver) => {
      for (;;) {
        const waiting = listed(await house.must('rider', 'board', ...asRider)).filter((one) => field(one, 'ticket') === 'cooked');
        if (waiting.length === 0 && isOver()) return;
        for (const one of waiting) await fetch(one);
        await sleep(everyMs);
      }
    },
  };
};
