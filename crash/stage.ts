import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../src/cli/wire.ts';
import { type App, createApp } from '../src/core/app.ts';
import { drain } from '../src/core/drain.ts';
import type { CustomerId, OrderId, PaymentId, RiderId } from '../src/core/kinds.ts';
import type { PaymentGateway } from '../src/core/payment/gateway.ts';
import type { Result } from '../src/core/result.ts';
import { consumersNamed } from '../src/core/saga.ts';
import { openConsoleKakao } from '../src/gateways/message/open-console-kakao.ts';
import { cart, contact, shop } from '../test/processes/many-orders.ts';

export const customer = { role: 'customer', id: 'cus_minji' as CustomerId } as const;
export const owner = { role: 'owner', id: shop } as const;
export const rider = { role: 'rider', id: 'rdr_minsu' as RiderId } as const;

/** What leads to the moment of a crash, done by the same use cases in this process: quick, and never itself hit. */
export type Stage = {
  readonly house: House;
  readonly customer: App;
  readonly owner: App;
  readonly rider: App;
  /** An order that is placed and paid. */
  readonly place: () => Promise<OrderId>;
  /** A payment that is not: the gateway has this fault while it is asked. */
  readonly stuck: (payment: string) => Promise<PaymentId>;
  /** A payment whose process dies while it waits for the gateway, which did or did not take the money. */
  readonly orphan: (took: boolean) => Promise<void>;
  /** These consumers only, until nothing of theirs is due. */
  readonly drain: (...consumers: readonly string[]) => Promise<void>;
  readonly until: (consumer: string) => Promise<void>;
};

export const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`the stage was refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

const checkout = { of: { cart }, contact, method: 'card_ok' } as const;
const longestMs = 8000;

const untilDue = async (house: House, consumer: string): Promise<void> => {
  const due = await house.store.nextDueAt(consumersNamed(consumer));
  if (due === undefined) throw new Error(`nothing waits for ${consumer}`);
  const ms = due - house.env.now();
  if (ms > longestMs) throw new Error(`${consumer} is due only in ${ms} ms`);
  if (ms >= 0) await sleep(ms + 2);
};

const drainOnly = async (house: House, consumers: readonly string[]): Promise<void> => {
  const { store, env, settings, gateway } = house;
  const messenger = openConsoleKakao({ server: house.sandbox().kakao, write: () => undefined, logFile: `${house.file}.kakao.log` });
  const tools = { store, reads: store, env, settings, gateway, messenger, worker: 'stage' };
  while ((await drain(consumers, 100, tools)).length > 0);
};

/** Resolves when the gateway has been asked; its answer never comes. */
const orphan = async (house: House, took: boolean): Promise<void> => {
  const { store, env, settings } = house;
  await new Promise<void>((asked, reject) => {
    const approve: PaymentGateway['approve'] = async (ask) => {
      if (took) await house.gateway.approve(ask);
      asked();
      return new Promise<never>(() => undefined);
    };
    const gateway: PaymentGateway = { ...house.gateway, approve };
    const patient = { ...settings, gatewayTimeoutMs: 3_600_000 };
    const app = createApp({ store, reads: store, outbox: store, upkeep: store, gateway, env, settings: patient });
    app
      .as({ actor: customer })
      .placeOrder(checkout)
      .then(() => reject(new Error('it was answered')), reject);
  });
};

const stuck = async (house: House, payment: string): Promise<PaymentId> => {
  const { faults } = house.sandbox();
  await faults.set({ payment });
  const placed = await house.as(customer).placeOrder(checkout);
  await faults.set({ payment: 'ok' });
  if (placed.ok || !('payment' in placed.error)) throw new Error(`payment=${payment} did not stop it: ${JSON.stringify(placed)}`);
  return placed.error.payment as PaymentId;
};

export const openStage = (house: House): Stage => ({
  house,
  customer: house.as(customer),
  owner: house.as(owner),
  rider: house.as(rider),
  place: async () => value(await house.as(customer).placeOrder(checkout)).view.order,
  stuck: (payment) => stuck(house, payment),
  orphan: (took) => orphan(house, took),
  drain: (...consumers) => drainOnly(house, consumers),
  until: (consumer) => untilDue(house, consumer),
});
