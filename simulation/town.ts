import type { Unrecorded } from '../src/core/events.ts';
import type { OrderId, RiderId } from '../src/core/kinds.ts';
import type { Commit } from '../src/core/ports.ts';
import { noteBranch } from './branches.ts';
import { createChance } from './chance.ts';
import type { Daemons } from './daemons.ts';
import { settleByHand } from './operator.ts';
import { ownerStory, riderStory } from './shop-people.ts';
import type { Sky } from './weather.ts';
import { live, type World } from './world.ts';

/** What others wait for in a kitchen. */
type Kitchen = { readonly cooks: PromiseWithResolvers<void>; readonly cooked: PromiseWithResolvers<void> };

/** A world with its people. */
export type Town = {
  readonly world: World;
  readonly daemons: Daemons;
  readonly sky: Sky;
  readonly kitchens: Map<OrderId, Kitchen>;
  readonly fail: (error: unknown) => void;
};

export const kitchenOf = ({ kitchens }: Town, id: OrderId): Kitchen => {
  const kitchen = kitchens.get(id) ?? { cooks: Promise.withResolvers<void>(), cooked: Promise.withResolvers<void>() };
  kitchens.set(id, kitchen);
  return kitchen;
};

/** The kitchen hears its bell, riders see a ride, the operator is called. */
const spawn = (town: Town, event: Unrecorded): void => {
  const { world, sky, fail } = town;
  if (event.type === 'OrderPlaced') {
    const { order, shop } = event.data;
    const { cooks, cooked } = kitchenOf(town, order);
    const story = { order, shop, awayUntil: () => sky.awayUntil(shop), duel: cooks.resolve, cooked: cooked.resolve };
    // Who waits for a kitchen that never cooks is told at its end.
    const close = () => {
      cooks.resolve();
      cooked.resolve();
    };
    live(world, () => ownerStory(world, story).then(close), fail);
  }
  if (event.type === 'DeliveryRequested') {
    const { order } = event.data;
    const chance = createChance(world.plan.seed, `${order} riders`);
    if (chance.hit(0.03)) return;
    const cooked = kitchenOf(town, order).cooked.promise;
    const come = (rider: string, afterMs: number) =>
      live(world, () => riderStory(world, { order, rider: rider as RiderId, afterMs, cooked }), fail);
    const afterMs = chance.between(0, 60_000);
    come(`rdr_${chance.below(9)}`, afterMs);
    if (chance.hit(0.35)) come(`rdr_x${chance.below(9)}`, chance.hit(0.5) ? afterMs : chance.between(0, 90_000));
  }
  if (event.type === 'RefundNeedsAttention') live(world, () => settleByHand(world, event, event.data.order), fail);
};

/** Who settles an event as done, and whether they had done so before. */
const createSettlements = () => {
  const settled = new Map<string, Set<number>>();
  return (consumer: string, position: number): boolean => {
    const positions = settled.get(consumer) ?? new Set<number>();
    settled.set(consumer, positions);
    const isAgain = positions.has(position);
    positions.add(position);
    return isAgain;
  };
};

/** Follows everything that is recorded. */
export const watch = (town: Town): void => {
  const { world, daemons } = town;
  const settlesAgain = createSettlements();
  world.watchers.recorded.push((commit: Commit) => {
    for (const { delivery, outcome } of commit.settle) {
      if (outcome.kind !== 'done') continue;
      const { consumer, event } = delivery;
      if (settlesAgain(consumer, event.position)) world.settledTwice.push({ consumer, event: event.id });
    }
    noteBranch(world.engine.counters, commit);
    for (const event of commit.events) spawn(town, event);
    if (commit.outbox.length > 0) daemons.ringFor(commit.outbox, commit.events[0]?.id ?? '');
  });
  world.watchers.redriven.push(() => daemons.ring());
};
