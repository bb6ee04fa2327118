import { type App, createApp } from '../app.ts';
import { type Drained, type DrainTools, drain } from '../drain.ts';
import type { Actor, Recorded } from '../events.ts';
import { handle } from '../handle.ts';
import { type CustomerId, contactDocument, type OrderId, shopDocument } from '../kinds.ts';
import type { OutboxReads, Reads, Store, Upkeep } from '../ports.ts';
import { ok } from '../result.ts';
import { consumersNamed, saga } from '../saga.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { createFakeEnv, type FakeEnv } from './fake-env.ts';
import { createFakeGateway, type FakeGateway } from './fake-gateway.ts';
import { createFakeMessenger, type FakeMessenger } from './fake-messenger.ts';
import { fakeShop } from './fake-shop.ts';
import { customer, type Fact, order, rider, shop } from './story.ts';

export type Everything = Store & Reads & OutboxReads & Upkeep;
export const everyConsumer: readonly string[] = saga.map(({ name }) => name);

export const mina: Actor = { role: 'customer', id: customer };
export const owner: Actor = { role: 'owner', id: shop };
export const fastRider: Actor = { role: 'rider', id: rider };
export const operator: Actor = { role: 'operator', id: 'operator' };

export type World = {
  readonly store: Everything;
  readonly env: FakeEnv;
  readonly gateway: FakeGateway;
  readonly messenger: FakeMessenger;
  readonly settings: Settings;
  readonly tools: DrainTools;
  readonly as: (actor: Actor) => App;
  readonly shopIs: (shop: typeof fakeShop) => Promise<void>;
  /** Writes told events through the front door, so that their outbox rows stand. */
  readonly tell: (...facts: readonly Fact[]) => Promise<readonly Recorded[]>;
  /** Daemons work until nothing is due now. */
  readonly drainNow: (...names: readonly string[]) => Promise<readonly Drained[]>;
  /** The clock moves from one due time to the next, and daemons work at each, for so long. */
  readonly live: (ms: number, ...names: readonly string[]) => Promise<readonly Drained[]>;
  readonly events: (of: OrderId) => Promise<readonly Recorded[]>;
  readonly types: (of: OrderId) => Promise<readonly string[]>;
};

const named = (names: readonly string[]) => (names.length === 0 ? everyConsumer : names.flatMap((name) => consumersNamed(name)));

const drainUntilIdle = async (names: readonly string[], tools: DrainTools): Promise<readonly Drained[]> => {
  const all: Drained[] = [];
  for (let pass = 0; pass < 1000; pass++) {
    const drained = await drain(named(names), 100, tools);
    if (drained.length === 0) return all;
    all.push(...drained);
  }
  throw new Error('the daemons never come to rest');
};

const writer =
  ({ store, env, settings }: Pick<World, 'store' | 'env' | 'settings'>) =>
  async (...facts: readonly Fact[]): Promise<readonly Recorded[]> => {
    const because = { actor: { role: 'system', id: 'story' }, causation: 'cmd_told' } as const;
    const written: Recorded[] = [];
    for (const { stream, at, event } of facts) {
      env.moveTo(at);
      await handle({ store, env, settings }, because, async () => ok({ append: [{ stream, order, events: [event] }], value: undefined }));
      written.push(...(await store.load(stream)).slice(-1));
    }
    return written;
  };

/** A whole installation on one desk: the test brings the store. */
export const createWorld = async (store: Everything, changed: Partial<Settings> = {}): Promise<World> => {
  const env = createFakeEnv();
  const gateway = createFakeGateway();
  const messenger = createFakeMessenger();
  const settings = { ...defaultSettings, ...changed };
  const tools: DrainTools = { store, env, settings, gateway, messenger, reads: store, worker: 'daemon' };
  const app = createApp({ store, reads: store, outbox: store, upkeep: store, gateway, env, settings });
  const documents = async (...all: readonly Parameters<typeof put>[0][]) => {
    for (const write of all) await put(write);
  };
  const put = (write: { readonly key: ReturnType<typeof shopDocument>; readonly body: unknown }) =>
    store.commit({ relies: [], events: [], outbox: [], rows: [], documents: [write], settle: [] });
  const live = async (ms: number, ...names: readonly string[]): Promise<readonly Drained[]> => {
    const until = env.now() + ms;
    const all = [...(await drainUntilIdle(names, tools))];
    for (;;) {
      const next = await store.nextDueAt(named(names));
      if (next === undefined || next > until) break;
      env.moveTo(next);
      all.push(...(await drainUntilIdle(names, tools)));
    }
    env.tick(Math.max(0, until - env.now()));
    return all;
  };
  const events = (of: OrderId) => store.events({ after: 0, order: of, limit: 1000 });
  const contact = { customer: customer as CustomerId, lang: 'ko', address: '서울 마포구 양화로 1' };
  await documents({ key: shopDocument(shop), body: fakeShop }, { key: contactDocument(order), body: contact });
  return {
    ...{ store, env, gateway, messenger, settings, tools },
    as: (actor) => app.as({ actor }),
    shopIs: (body) => documents({ key: shopDocument(shop), body }),
    tell: writer({ store, env, settings }),
    drainNow: (...names) => drainUntilIdle(names, tools),
    live,
    events,
    types: async (of) => (await events(of)).map(({ type }) => type),
  };
};
