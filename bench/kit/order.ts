import type { OrderId } from '../../src/core/kinds.ts';
import { parseChoiceId, parseItemId } from '../../src/core/kinds.ts';
import { must, shop, type World } from './world.ts';

const known = <T>(id: T | undefined): T => {
  if (id === undefined) throw new Error('not an id of the sample menu');
  return id;
};

const cart = {
  shop,
  lines: [
    { item: known(parseItemId('kimchi-jjigae')), quantity: 2, choices: [known(parseChoiceId('normal'))] },
    { item: known(parseItemId('egg-roll')), quantity: 1, choices: [] },
  ],
};

/** Two lines, an address and a note: what a hungry person orders. */
export const placeOne = async ({ customer }: Pick<World, 'customer'>): Promise<OrderId> => {
  const contact = { lang: 'ko', address: '서울 마포구 와우산로 94 301호', note: '덜 맵게' } as const;
  return must(await customer.placeOrder({ of: { cart }, contact, method: 'card_ok' })).view.order;
};

/** `callers` at once, until `count` orders are placed. */
export const placeMany = async (world: World, count: number, callers: number): Promise<readonly OrderId[]> => {
  const placed: OrderId[] = [];
  let begun = 0;
  const caller = async () => {
    while (begun++ < count) placed.push(await placeOne(world));
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return placed;
};

type Step = 'accept' | 'cook' | 'finish' | 'claim' | 'pick' | 'deliver';
/** What people do after an order was placed. */
export const steps: readonly Step[] = ['accept', 'cook', 'finish', 'claim', 'pick', 'deliver'];

export const takeStep = async ({ owner, rider }: World, step: Step, order: OrderId): Promise<void> => {
  must(step === 'accept' || step === 'cook' || step === 'finish' ? await owner[step](order) : await rider[step](order));
};
