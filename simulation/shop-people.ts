import type { OrderId, RiderId, ShopId } from '../src/core/kinds.ts';
import { deliveryFailures, shopReasons } from '../src/core/reasons.ts';
import { createChance } from './chance.ts';
import { insist, type Person } from './people.ts';
import type { Outcome } from './program.ts';
import { type World, waitFor } from './world.ts';

const second = 1000;
const minute = 60 * second;

const isOver = (outcome: Outcome<unknown>): boolean => outcome.kind !== 'ok';
const isNotYet = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'refused' && outcome.refusal.code === 'INVALID_TRANSITION' && outcome.refusal.state === 'none';

export type OwnerStory = {
  readonly order: OrderId;
  readonly shop: ShopId;
  /** Until when the shop's people are away. */
  readonly awayUntil: () => number;
  /** Fires as the kitchen starts to cook. */
  readonly duel: () => void;
  readonly cooked: () => void;
};

const answerTheBell = async (world: World, owner: Person, { order, awayUntil }: OwnerStory): Promise<boolean> => {
  const { chance } = owner;
  for (let look = 0; look < 6; look++) {
    await waitFor(world, chance.between(0, 45 * second));
    await waitFor(world, awayUntil() - world.engine.scheduler.now());
    if (chance.hit(0.06)) {
      const rejected = await insist(world, owner, 'reject', order, (app) => app.reject(order, chance.pick(shopReasons)));
      if (!isNotYet(rejected)) return false;
      continue;
    }
    const minutes = chance.hit(0.3) ? chance.between(5, 40) : undefined;
    const accepted = await insist(world, owner, 'accept', order, (app) => app.accept(order, minutes));
    if (!isNotYet(accepted)) return accepted.kind === 'ok';
  }
  return false;
};

const recallOnce = async (world: World, owner: Person, { order }: OwnerStory): Promise<void> => {
  await waitFor(world, owner.chance.between(0, 60 * second));
  await insist(world, owner, 'look', order, (app) => app.recall(order));
  await waitFor(world, owner.chance.between(0, 60 * second));
  await insist(world, owner, 'look', order, (app) => app.finish(order));
};

const cancelNow = (world: World, owner: Person, order: OrderId): Promise<Outcome<unknown>> =>
  insist(world, owner, 'cancel', order, (app) => app.cancelByShop(order, owner.chance.pick(shopReasons), '재료가 떨어졌어요'));

/** What the screens of a shop share: somebody hears the bell, a dish is marked. */
const lookAfter = async (world: World, owner: Person, { order, shop }: OwnerStory, what: 'bell' | 'dish'): Promise<void> => {
  if (!owner.chance.hit(0.2)) return;
  await insist(world, owner, 'look', order, async (app) => {
    const done = what === 'bell' ? await app.acknowledge(shop, [order]) : await app.markLine(order, 0, owner.chance.hit(0.8));
    return done.ok ? app.orderStatus(order) : done;
  });
};

/** Most alarms are seen at once, by two screens now and then; the rest is left to lapse. */
const seeAlarm = async (world: World, owner: Person, order: OrderId): Promise<void> => {
  if (!owner.chance.hit(0.7)) return;
  await waitFor(world, owner.chance.between(0, 60 * second));
  const bump = () => insist(world, owner, 'look', order, (app) => app.bumpAlarm(order, 'counter'));
  await (owner.chance.hit(0.2) ? Promise.all([bump(), bump()]) : bump());
};

/** One order in the kitchen: from the bell to the counter, or to somebody's no. */
export const ownerStory = async (world: World, story: OwnerStory): Promise<void> => {
  const { order, shop } = story;
  const name = `${order.slice(4)}k`;
  const owner: Person = { actor: { role: 'owner', id: shop }, name, chance: createChance(world.plan.seed, name), commands: 0 };
  const { chance } = owner;
  if (chance.hit(0.04)) return;
  await lookAfter(world, owner, story, 'bell');
  if (!(await answerTheBell(world, owner, story))) return;
  if (chance.hit(0.08)) await insist(world, owner, 'look', order, (app) => app.delay(order, chance.between(5, 20)));
  if (chance.hit(0.03)) {
    await cancelNow(world, owner, order);
    return seeAlarm(world, owner, order);
  }
  await waitFor(world, chance.between(0, 60 * second));
  story.duel();
  if (isOver(await insist(world, owner, 'cook', order, (app) => app.cook(order)))) return seeAlarm(world, owner, order);
  await lookAfter(world, owner, story, 'dish');
  await waitFor(world, chance.between(10 * second, 3 * minute));
  if (chance.hit(0.03)) await cancelNow(world, owner, order);
  if (isOver(await insist(world, owner, 'finish', order, (app) => app.finish(order)))) return seeAlarm(world, owner, order);
  story.cooked();
  if (chance.hit(0.06)) await recallOnce(world, owner, story);
  if (chance.hit(0.03)) await cancelNow(world, owner, order);
  if (chance.hit(0.02)) await insist(world, owner, 'look', order, (app) => app.kitchenBoard(shop, 5).then((board) => first(board)));
};

type Board = Awaited<ReturnType<Parameters<Parameters<typeof insist>[4]>[0]['kitchenBoard']>>;
const first = (board: Board) => {
  if (!board.ok) return board;
  const [top] = board.value.tickets;
  return top ? ({ ok: true, value: top.view } as const) : ({ ok: false, error: { code: 'BUSY' } } as const);
};

const ride = async (world: World, rider: Person, order: OrderId, cooked: Promise<void>): Promise<void> => {
  const { chance } = rider;
  // Most wait until the kitchen calls, some come too early.
  if (!chance.hit(0.15)) await cooked;
  for (let attempt = 0; attempt < 12; attempt++) {
    await waitFor(world, chance.between(1 * second, 100 * second));
    const picked = await insist(world, rider, 'pick', order, (app) => app.pick(order));
    if (picked.kind === 'ok') break;
    const isWaiting =
      picked.kind === 'refused' && picked.refusal.code === 'INVALID_TRANSITION' && ['accepted', 'cooking'].includes(picked.refusal.state);
    if (!isWaiting && picked.kind !== 'died' && picked.kind !== 'busy') return;
  }
  await waitFor(world, chance.between(30 * second, 5 * minute));
  if (chance.hit(0.04)) {
    await insist(world, rider, 'look', order, (app) => app.fail(order, chance.pick(deliveryFailures)));
    return;
  }
  await insist(world, rider, 'deliver', order, (app) => app.deliver(order));
};

/** One rider who has seen the ride on the board. */
export type RiderStory = { readonly order: OrderId; readonly rider: RiderId; readonly afterMs: number; readonly cooked: Promise<void> };
export const riderStory = async (world: World, { order, rider, afterMs, cooked }: RiderStory): Promise<void> => {
  const name = `${order.slice(4)}${rider.slice(4)}`;
  const person: Person = { actor: { role: 'rider', id: rider }, name, chance: createChance(world.plan.seed, name), commands: 0 };
  const { chance } = person;
  await waitFor(world, afterMs);
  const claimed = await insist(world, person, 'claim', order, (app) => app.claim(order));
  if (isOver(claimed)) return;
  if (chance.hit(0.05)) {
    await waitFor(world, chance.between(0, 30 * second));
    await insist(world, person, 'look', order, (app) => app.release(order));
    if (chance.hit(0.3)) return;
    await waitFor(world, chance.between(1 * second, 30 * second));
    if (isOver(await insist(world, person, 'claim', order, (app) => app.claim(order)))) return;
  }
  await ride(world, person, order, cooked);
};
