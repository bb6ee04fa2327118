import type { Recorded } from '../src/core/events.ts';
import type { Violation, Witness } from '../src/core/invariants/evidence.ts';
import { examine } from '../src/core/invariants/examine.ts';
import { type OrderId, type RiderId, shopDocument } from '../src/core/kinds.ts';
import type { Commit } from '../src/core/ports.ts';
import { sampleShops } from '../src/samples/shops.ts';
import { noteBranch } from './branches.ts';
import { createChance } from './chance.ts';
import { customerStory } from './customers.ts';
import { type Daemons, startDaemons } from './daemons.ts';
import { operatorStory, settleByHand } from './operator.ts';
import { ownerStory, riderStory } from './shop-people.ts';
import { type Sky, startWeather } from './weather.ts';
import { createWorld, live, type Stores, type World, type WorldPlan } from './world.ts';

export type Ran = {
  readonly violations: readonly Violation[];
  readonly counters: ReadonlyMap<string, number>;
  readonly happened: readonly string[];
  readonly trace: string;
  readonly orders: number;
  readonly placed: number;
  readonly events: number;
  readonly steps: number;
};

/** What others wait for in a kitchen. */
type Kitchen = { readonly cooks: PromiseWithResolvers<void>; readonly cooked: PromiseWithResolvers<void> };

type Town = {
  readonly world: World;
  readonly daemons: Daemons;
  readonly sky: Sky;
  readonly kitchens: Map<OrderId, Kitchen>;
  readonly fail: (error: unknown) => void;
};

const kitchenOf = ({ kitchens }: Town, id: OrderId): Kitchen => {
  const kitchen = kitchens.get(id) ?? { cooks: Promise.withResolvers<void>(), cooked: Promise.withResolvers<void>() };
  kitchens.set(id, kitchen);
  return kitchen;
};

/** The kitchen hears its bell, riders see a ride, the operator is called. */
const spawn = (town: Town, event: { readonly type: Recorded['type'] } & Recorded): void => {
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

const watch = (town: Town): void => {
  const { world, daemons } = town;
  const settled = new Set<string>();
  world.watchers.recorded.push((commit: Commit) => {
    for (const { delivery, outcome } of commit.settle) {
      const name = `${delivery.consumer} ${delivery.event.id}`;
      if (outcome.kind !== 'done') continue;
      if (settled.has(name)) world.settledTwice.push({ consumer: delivery.consumer, event: delivery.event.id });
      settled.add(name);
    }
    noteBranch(world.engine.counters, commit);
    for (const event of commit.events) spawn(town, { ...event, position: 0 });
    if (commit.outbox.length > 0) daemons.ringFor(commit.outbox.map(({ consumer }) => consumer));
  });
  world.watchers.redriven.push(() => daemons.ring());
};

const openShops = async (world: World): Promise<void> => {
  const documents = sampleShops().map((shop, at) => ({ key: shopDocument(shop.id), body: at === 1 ? { ...shop, leaseMs: 90_000 } : shop }));
  await world.stores.of('people').commit({ relies: [], events: [], outbox: [], rows: [], documents, settle: [] });
};

const witnessOf = (world: World): Witness => {
  const whole = world.stores.of('people');
  return {
    reads: whole,
    outbox: whole,
    bank: world.bank.books,
    heard: world.bank.books.kakao.map(({ id, role, template }) => ({ id, role: role as 'customer', template })),
    answers: world.answers,
    settledTwice: world.settledTwice,
  };
};

/** The bookkeeping of the harness itself: a simulation that loses track proves nothing. */
const lostTrack = ({ engine, people, processes }: World): readonly string[] => {
  const of = (name: string) => engine.counters.of(name);
  const commands = of('commands started') - of('commands died') - of('commands ended');
  return [
    ...(people === 0 ? [] : [`${people} people are still waiting for something`]),
    ...(commands === 0 ? [] : [`${commands} commands neither ended nor died`]),
    ...([...processes].some(({ kind }) => kind === 'command') ? ['a command is still running'] : []),
  ];
};

const most = 4_000_000;

/** One world from its first customer to the last settled row, and everything held against it. */
export const runWorld = async (plan: WorldPlan, stores: Stores): Promise<Ran> => {
  const world = createWorld(plan, stores);
  const { engine } = world;
  await openShops(world);
  let trouble: unknown;
  const fail = (error: unknown) => {
    trouble ??= error;
  };
  const chance = createChance(plan.seed, 'town');
  const arrivalsMs = plan.orders * 500;
  const daemons = startDaemons(world, chance.pick([2, 2, 3]));
  const town: Town = { world, daemons, sky: startWeather(world, daemons, arrivalsMs), kitchens: new Map(), fail };
  watch(town);
  for (let index = 0; index < plan.orders; index++) {
    const arrivesMs = chance.below(arrivalsMs);
    if (plan.only === undefined || plan.only.has(index)) {
      live(world, () => customerStory(world, index, arrivesMs, (id) => kitchenOf(town, id).cooks.promise), fail);
    }
  }
  live(world, () => operatorStory(world, town.sky.healAt), fail);
  engine.scheduler.at(town.sky.healAt, () => {
    engine.injector.heal();
    daemons.ring();
    return undefined;
  });
  await engine.scheduler.run(most);
  if (trouble) throw trouble;
  const examined = await examine(witnessOf(world), { atRest: true });
  const harness = [...world.faultsOfPrograms, ...lostTrack(world)].map((what) => ({ invariant: 'nothing-throws', what }));
  engine.counters.add('calls abandoned', engine.abandoned);
  return {
    violations: [...examined.violations, ...harness],
    counters: engine.counters.all(),
    happened: engine.injector.happened,
    trace: engine.trace.text(),
    orders: plan.only?.size ?? plan.orders,
    placed: engine.counters.of('event OrderPlaced'),
    events: examined.events,
    steps: engine.scheduler.steps,
  };
};
