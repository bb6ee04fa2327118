import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { customAlphabet } from 'nanoid';
import { type App, createApp } from '../../src/core/app.ts';
import type { DrainTools } from '../../src/core/drain.ts';
import { type IdKind, type IdOf, idPrefixes, instant, parseId } from '../../src/core/kinds.ts';
import type { Messenger } from '../../src/core/notification/messenger.ts';
import type { PaymentGateway } from '../../src/core/payment/gateway.ts';
import type { Env } from '../../src/core/ports.ts';
import type { Result } from '../../src/core/result.ts';
import { goesToViews } from '../../src/core/route.ts';
import { saga } from '../../src/core/saga.ts';
import { defaultSettings } from '../../src/core/settings.ts';
import { sampleShops } from '../../src/samples/shops.ts';
import { openStore, type SqliteStore } from '../../src/store/sqlite/open-store.ts';

export const newName = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 10);

const idOf = <K extends IdKind>(of: K, name: string): IdOf[K] => {
  const id = parseId(of, `${idPrefixes[of]}_${name}`);
  if (id === undefined) throw new Error(`no ${of}: ${name}`);
  return id;
};
export const shop = idOf('shop', 'hanki');
export const customer = idOf('customer', 'bench');

/** The real clock, moved: what is due in an hour can be looked at now. */
export const movedEnv = (aheadMs: () => number = () => 0): Env => ({
  now: () => instant(Date.now() + aheadMs()),
  newId: (of) => idOf(of, newName()),
  newCommandId: () => `cmd_${newName()}`,
  digest: (text) => hash('sha256', text, 'hex'),
  sleep: async (ms) => {
    await sleep(ms);
  },
  random: Math.random,
});

/** Approves at once and keeps no books: what is left is our own time. `onAsk` is called between the two commits of an order. */
export const instantGateway = (onAsk: () => void = () => undefined): PaymentGateway => ({
  name: 'instant',
  approve: async ({ amount }) => {
    onAsk();
    return { kind: 'approved', amount, reference: 'instant' };
  },
  lookUp: async () => ({ kind: 'none' }),
  void: async () => ({ kind: 'voided', tookMoney: false }),
  refund: async ({ amount }) => ({ kind: 'refunded', amount, reference: 'instant' }),
});

const instantMessenger: Messenger = { channel: 'kakao', send: async () => ({ kind: 'sent' }) };

export type World = {
  readonly store: SqliteStore;
  readonly customer: App;
  readonly owner: App;
  readonly rider: App;
  readonly operator: App;
  readonly tools: DrainTools;
  readonly close: () => Promise<void>;
};
export type WorldOptions = { readonly env?: Env; readonly gateway?: PaymentGateway; readonly wrap?: (store: SqliteStore) => SqliteStore };

/** Every part of the program as `wire.ts` joins them, but for an outside that answers at once. */
export const openWorld = async (
  file: string,
  { env = movedEnv(), gateway = instantGateway(), wrap }: WorldOptions = {},
): Promise<World> => {
  const opened = await openStore({ file, create: true, routesToViews: goesToViews });
  const store = wrap ? wrap(opened) : opened;
  const deps = { store, reads: store, outbox: store, upkeep: store, gateway, env, settings: defaultSettings };
  const app = createApp(deps);
  return {
    store,
    customer: app.as({ actor: { role: 'customer', id: customer } }),
    owner: app.as({ actor: { role: 'owner', id: shop } }),
    rider: app.as({ actor: { role: 'rider', id: idOf('rider', 'bench') } }),
    operator: app.as({ actor: { role: 'operator', id: 'bench' } }),
    tools: { ...deps, messenger: instantMessenger, worker: 'bench' },
    close: () => opened.close(),
  };
};

export const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`refused in the bench: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** A new database with the sample shops in it. */
export const newWorld = async (file: string, options?: WorldOptions): Promise<World> => {
  const world = await openWorld(file, options);
  for (const sample of sampleShops()) must(await world.operator.writeShop(sample));
  return world;
};

export const everyConsumer: readonly string[] = saga.map(({ name }) => name);
