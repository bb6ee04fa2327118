import { type App, createApp } from '../core/app.ts';
import type { Actor } from '../core/events.ts';
import type { PaymentGateway } from '../core/payment/gateway.ts';
import type { Settings } from '../core/settings.ts';
import { openSandbox, type Sandbox } from '../gateways/payment/open-sandbox.ts';
import type { SqliteStore } from '../store/sqlite/open-store.ts';
import type { Surroundings } from '../words/lang.ts';
import { realEnv } from './env.ts';
import { openHouseStore } from './house-store.ts';
import { bankFile } from './paths.ts';
import { settingsFrom } from './settings.ts';

/** Everything that a command may need, built once. */
export type House = {
  readonly file: string;
  readonly store: SqliteStore;
  readonly settings: Settings;
  readonly env: typeof realEnv;
  readonly gateway: PaymentGateway;
  /** The sandbox's bank and messenger, opened when it is first asked for: most commands move no money. */
  readonly sandbox: () => Sandbox;
  readonly as: (actor: Actor, trace?: string) => App;
  readonly close: () => Promise<void>;
};

const lazySandbox = (file: string, timeoutMs: number) => {
  let opened: Sandbox | undefined;
  return {
    open: (): Sandbox => {
      opened ??= openSandbox({ file: bankFile(file), now: realEnv.now, sleep: realEnv.sleep, random: realEnv.random, timeoutMs });
      return opened;
    },
    close: async () => opened?.close(),
  };
};

const lazyGateway = (sandbox: () => Sandbox): PaymentGateway => ({
  name: 'sandbox',
  approve: (ask) => sandbox().gateway.approve(ask),
  lookUp: (key) => sandbox().gateway.lookUp(key),
  void: (key) => sandbox().gateway.void(key),
  refund: (ask) => sandbox().gateway.refund(ask),
});

export type HouseOptions = {
  readonly file: string;
  readonly create: boolean;
  readonly env: Surroundings;
  /** Whose bank it has, when it is a draft of another house; a draft is brought up to date. */
  readonly sandboxOf?: string;
};

/** The only place that puts the parts together. */
export const openHouse = async ({ file, create, env: surroundings, sandboxOf = file }: HouseOptions): Promise<House> => {
  const settings = settingsFrom(surroundings);
  const store = await openHouseStore(file, create, sandboxOf !== file);
  const sandbox = lazySandbox(sandboxOf, settings.gatewayTimeoutMs);
  const gateway = lazyGateway(sandbox.open);
  const app = createApp({ store, reads: store, outbox: store, upkeep: store, gateway, env: realEnv, settings });
  return {
    file,
    store,
    settings,
    env: realEnv,
    gateway,
    sandbox: sandbox.open,
    as: (actor, trace) => app.as({ actor, ...(trace !== undefined && { trace }) }),
    close: async () => {
      await sandbox.close();
      await store.close();
    },
  };
};
