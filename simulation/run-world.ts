import type { Unjudged, Violation, Witness } from '../src/core/invariants/evidence.ts';
import { examine } from '../src/core/invariants/examine.ts';
import { type OrderId, shopDocument } from '../src/core/kinds.ts';
import { sampleShops } from '../src/samples/shops.ts';
import { createChance } from './chance.ts';
import { customerStory } from './customers.ts';
import { startDaemons } from './daemons.ts';
import { operatorStory } from './operator.ts';
import type { Stores } from './stores.ts';
import { kitchenOf, type Town, watch } from './town.ts';
import { startWeather } from './weather.ts';
import { createWorld, live, type World, type WorldPlan } from './world.ts';

export type Ran = {
  readonly violations: readonly Violation[];
  readonly unjudged: readonly Unjudged[];
  readonly counters: ReadonlyMap<string, number>;
  readonly happened: readonly string[];
  readonly trace: string;
  readonly orders: number;
  readonly placed: number;
  readonly events: number;
  readonly steps: number;
  /** All that was recorded, heard and answered about one order, for people. */
  readonly story: (order: OrderId) => Promise<readonly string[]>;
};

const shops = sampleShops();

const openShops = async (world: World): Promise<void> => {
  const documents = shops.map((shop, at) => ({ key: shopDocument(shop.id), body: at === 1 ? { ...shop, leaseMs: 90_000 } : shop }));
  await world.stores.of('people').commit({ relies: [], events: [], outbox: [], rows: [], documents, settle: [] });
};

const witnessOf = async (world: World): Promise<Witness> => {
  const whole = world.stores.of('people');
  const chain = await world.stores.chain();
  return {
    ...(chain && { chain }),
    reads: whole,
    outbox: whole,
    bank: world.bank.books,
    heard: world.bank.books.kakao.map(({ id, role, template }) => ({ id, role: role as 'customer', template })),
    answers: world.answers,
    isAllAsked: true,
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

const clockText = (ms: number): string => new Date(ms).toISOString().slice(11, 23);

const storyOf = async (world: World, order: OrderId): Promise<readonly string[]> => {
  const events = await world.stores.of('people').events({ after: 0, order, limit: 1000 });
  const { books } = world.bank;
  const ids = new Set<string>(events.map(({ id }) => id));
  return [
    ...events.map(
      ({ id, type, at, position, actor, causation }) => `${position} ${clockText(at)} ${type} ${id} by ${actor.id} after ${causation}`,
    ),
    ...books.kakao
      .filter(({ id }) => ids.has(id.slice(0, id.indexOf(':'))))
      .map(({ id, receivedAt }) => `heard ${clockText(receivedAt)} ${id}`),
    ...books.chargesOf(order).map(({ key, state, amount, reference }) => `bank ${key} ${state} ${amount} by ${reference}`),
    ...world.answers
      .filter((answer) => answer.order === order)
      .map(({ by, asked, told }) => `${by.role} ${by.id} asked to ${asked}: ${told}`),
    ...world.engine.injector.happened.filter((name) => name.includes(order.slice(4).split('c')[0] ?? '')),
  ];
};

const mostSteps = 4_000_000;

/** Everybody who has a part in it. */
const populate = (town: Town): void => {
  const { world, sky, daemons, fail } = town;
  const { orders, only, seed } = world.plan;
  const { scheduler, injector } = world.engine;
  const chance = createChance(seed, 'arrivals');
  for (let index = 0; index < orders; index++) {
    const arrivesMs = chance.below(arrivalsMs(world.plan));
    if (only && !only.has(index)) continue;
    live(world, () => customerStory(world, index, arrivesMs, (id) => kitchenOf(town, id).cooks.promise), fail);
  }
  live(world, () => operatorStory(world, sky.healAt), fail);
  scheduler.at(sky.healAt, () => {
    injector.heal();
    daemons.ring();
    return undefined;
  });
};

const arrivalsMs = ({ orders }: WorldPlan): number => orders * 500;

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const judge = async (world: World, trouble: readonly unknown[]): Promise<Pick<Ran, 'violations' | 'unjudged' | 'events'>> => {
  const examined = await examine(await witnessOf(world), { atRest: trouble.length === 0 });
  const harness = [...trouble.map(textOf), ...world.faultsOfPrograms, ...(trouble.length > 0 ? [] : lostTrack(world))];
  return {
    events: examined.events,
    unjudged: examined.unjudged,
    violations: [...examined.violations, ...harness.map((what) => ({ invariant: 'comes-to-rest', what }))],
  };
};

/** One world from its first customer to the last settled row, and everything held against it. */
export const runWorld = async (plan: WorldPlan, stores: Stores): Promise<Ran> => {
  const world = createWorld(plan, stores);
  const { engine } = world;
  await openShops(world);
  const trouble: unknown[] = [];
  const fail = (error: unknown) => void trouble.push(error);
  const daemons = startDaemons(world, createChance(plan.seed, 'town').pick([2, 2, 3]));
  const town: Town = { world, daemons, sky: startWeather(world, daemons, arrivalsMs(plan)), kitchens: new Map(), fail };
  watch(town);
  populate(town);
  await engine.scheduler.run(mostSteps).catch(fail);
  engine.counters.add('calls abandoned', engine.abandoned);
  return {
    ...(await judge(world, trouble)),
    counters: engine.counters.all(),
    happened: engine.injector.happened,
    trace: engine.trace.text(),
    orders: plan.only?.size ?? plan.orders,
    placed: engine.counters.of('event OrderPlaced'),
    steps: engine.scheduler.steps,
    story: (order) => storyOf(world, order),
  };
};
