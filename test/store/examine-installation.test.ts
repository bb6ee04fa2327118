import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/core/app.ts';
import { drain } from '../../src/core/drain.ts';
import type { Heard, Invariant } from '../../src/core/invariants/evidence.ts';
import { examineInstallation, type Installation } from '../../src/core/invariants/examine-installation.ts';
import { beyond } from '../../src/core/invariants/runs.ts';
import type { OrderId } from '../../src/core/kinds.ts';
import { goesToViews } from '../../src/core/route.ts';
import { twoStews } from '../../src/core/testing/fake-shop.ts';
import { createWorld, everyConsumer, fastRider, mina, owner } from '../../src/core/testing/world.ts';
import { openConsoleKakao } from '../../src/gateways/message/open-console-kakao.ts';
import { openSandbox } from '../../src/gateways/payment/open-sandbox.ts';
import { openDatabase } from '../../src/sqlite/open.ts';
import { openStore } from '../../src/store/sqlite/open-store.ts';

type Check = Extract<Invariant, { readonly of: 'order' }>['check'];

/** A real file, the real sandbox, and a clock that the test moves. */
const installed = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baedal-examine-'));
  const file = join(folder, 'baedal.db');
  const store = await openStore({ file, create: true, routesToViews: goesToViews });
  const { env, settings } = await createWorld(store);
  const sandbox = openSandbox({ file: `${file}.bank`, now: env.now, sleep: env.sleep });
  onTestFinished(async () => {
    await sandbox.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const { gateway, kakao, ledger } = sandbox;
  const messenger = openConsoleKakao({ server: kakao, write: () => undefined });
  const tools = { store, reads: store, env, settings, gateway, messenger, worker: 'daemon' };
  const app = createApp({ store, reads: store, outbox: store, upkeep: store, gateway, env, settings });
  const settle = async () => {
    while ((await drain(everyConsumer, 100, tools)).length > 0);
  };
  /** All deadlines come and go. */
  const rest = async () => {
    for (;;) {
      await settle();
      const next = await store.nextDueAt(everyConsumer);
      if (next === undefined) return;
      env.moveTo(next);
    }
  };
  const outside = async () => ({
    bank: { charges: await ledger.charges(), refunds: await ledger.refunds() },
    heard: (await kakao.delivered()).map(({ id, role, template }) => ({ id, role: role as Heard['role'], template })),
  });
  const installation: Installation = { reads: store, outbox: store, outside, chain: () => store.verifyChain() };
  const tamper = (sql: string, of = file) => {
    const db = openDatabase(of);
    expect(db.prepare(sql).run().changes).toBeGreaterThan(0);
    db.close();
  };
  const place = async (): Promise<OrderId> => {
    const checkout = { of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card_ok' } as const;
    const placed = await app.as({ actor: mina }).placeOrder(checkout);
    if (!placed.ok) throw new Error(placed.error.code);
    return placed.value.view.order;
  };
  const deliver = async (order: OrderId) => {
    await settle();
    const [shop, rider] = [app.as({ actor: owner }), app.as({ actor: fastRider })];
    for (const step of [shop.accept, rider.claim, shop.cook, shop.finish, rider.pick, rider.deliver]) {
      expect(await step(order)).toMatchObject({ ok: true });
      await settle();
    }
  };
  const cancel = async (order: OrderId) => {
    expect(await app.as({ actor: mina }).cancelOrder(order, 'CHANGED_MIND')).toMatchObject({ ok: true });
  };
  return { ...{ file, env, store, installation, tamper, rest }, people: { place, deliver, cancel } };
};

/** One order that was delivered and one that was canceled, hours ago. */
const quiet = async () => {
  const house = await installed();
  const { place, deliver, cancel } = house.people;
  const [delivered, canceled] = [await place(), await place()];
  await deliver(delivered);
  await cancel(canceled);
  await house.rest();
  return { ...house, delivered, canceled };
};

test('a quiet installation is held to every promise that needs nobody’s word', async () => {
  const { installation } = await quiet();
  const { violations, orders, underWay, unjudged } = await examineInstallation(installation);
  expect(violations).toEqual([]);
  expect([orders, underWay]).toEqual([2, 0]);
  expect(unjudged.map(({ name }) => name).sort()).toEqual([...beyond('doctor')].sort());
});

test('without a sandbox the books of the bank are not judged, and that is said', async () => {
  const { installation } = await quiet();
  const { outside: _none, ...real } = installation;
  const { violations, unjudged } = await examineInstallation(real);
  expect(violations).toEqual([]);
  expect(unjudged).toContainEqual({ name: 'books-agree', lacks: ['bank'] });
  expect(unjudged).toContainEqual({ name: 'sent-means-heard', lacks: ['heard'] });
});

test('an order that is under way is not missed for what is still to come, and the others are judged', async () => {
  const { installation, people, tamper, delivered } = await quiet();
  await people.place();
  const { violations, underWay, judged, unjudged } = await examineInstallation(installation);
  expect([violations, underWay]).toEqual([[], 1]);
  expect(judged).toContain('saga-complete');
  expect(unjudged).toContainEqual({ name: 'books-agree', lacks: ['rest'] });
  tamper(`update order_view set body = replace(body, '20000', '19000') where "order" = '${delivered}'`);
  const found = (await examineInstallation(installation)).violations;
  expect(found.map(({ invariant, order }) => [invariant, order])).toEqual([
    ['prices-stay', delivered],
    ['views-are-folds', delivered],
  ]);
});

test.each<[string, string, 'ours' | 'bank', readonly string[]]>([
  [
    'the bank gave nothing back',
    'delete from refunds',
    'bank',
    ['no-charge-without-order-or-refund', 'refunded-means-paid-back', 'books-agree'],
  ],
  ['the bank took another amount', 'update charges set amount = 1', 'bank', ['no-order-without-its-charge', 'books-agree']],
  ['a message was never heard', 'delete from kakao', 'bank', ['sent-means-heard']],
  ['a price was changed', `update events set data = replace(data, '18000', '18001') where type = 'QuoteIssued'`, 'ours', ['chain-holds']],
  [
    'an event is of a kind that cannot be there, and lacks what such an event says',
    `update events set type = 'OrderDelayed' where type = 'CookFinished'`,
    'ours',
    ['one-rider', 'everyone-is-told', 'views-are-folds', 'chain-holds'],
  ],
])('%s: that is found', async (_what, sql, where, wanted) => {
  const { file, tamper, installation } = await quiet();
  tamper(sql, where === 'ours' ? file : `${file}.bank`);
  const { violations } = await examineInstallation(installation);
  expect(violations.map(({ invariant }) => invariant)).toEqual(expect.arrayContaining([...wanted]));
  for (const { what } of violations) expect(what).not.toMatch(/undefined|\[object/);
});

test('a check that stumbles over one order says so, and the other orders are judged', async () => {
  const { installation, delivered, canceled } = await quiet();
  const check: Check = ({ order }) => {
    if (order === delivered) throw new RangeError('Invalid time value');
    return [`${order} was judged`];
  };
  const stumbling: Invariant = { of: 'order', ids: [], needs: [], name: 'stumbling', sentence: 'It stumbles.', check };
  const { violations } = await examineInstallation(installation, [stumbling]);
  expect(new Map(violations.map(({ order, what }) => [order, what]))).toEqual(
    new Map([
      [delivered, 'it cannot be judged: Invalid time value'],
      [canceled, `${canceled} was judged`],
    ]),
  );
});

test('an event whose consequences were lost: all that should have followed is missed', async () => {
  const { people, installation, tamper } = await installed();
  await people.cancel(await people.place());
  tamper('delete from outbox');
  const { violations } = await examineInstallation(installation);
  expect([...new Set(violations.map(({ invariant }) => invariant))].sort()).toEqual([
    'everyone-is-told',
    'fallen-orders-are-refunded',
    'no-charge-without-order-or-refund',
    'views-are-folds',
  ]);
});

test('what moves between two looks is no fault', async () => {
  const { installation, people } = await quiet();
  let looks = 0;
  const outside = async () => {
    const seen = await installation.outside?.();
    // Somebody orders after the bank's books were read, and before ours.
    if (++looks === 1) await people.place();
    return seen ?? { bank: { charges: [], refunds: [] }, heard: [] };
  };
  expect((await examineInstallation({ ...installation, outside })).violations).toEqual([]);
  expect(looks).toBe(2);
});

test('a log of many pages is read to its end', async () => {
  const { installation, store, people, rest } = await installed();
  for (let n = 0; n < 60; n++) await people.place();
  await rest();
  const { violations, orders, events } = await examineInstallation(installation);
  expect(violations).toEqual([]);
  expect(orders).toBe(60);
  expect(events).toBeGreaterThan(1000);
  expect(events).toBe((await store.verifyChain()).events);
});
