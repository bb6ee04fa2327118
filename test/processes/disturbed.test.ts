import { test } from 'vitest';
import { openDatabase, sqliteCodeOf } from '../../src/sqlite/open.ts';
import { allEvents, audit } from './audit.ts';
import { anOrder, codeOf, newPlace, type Place, textOf, until } from './place.ts';

const mina = ['--as', 'customer:cus_mina', '--key', 'tonight'] as const;

/** Somebody holds the file: a backup that hangs, a process that is stopped in the middle of a write. */
const lock = async ({ db }: Place): Promise<() => void> => {
  const file = openDatabase(db);
  await until('the file is ours', () => {
    try {
      file.exec('begin immediate');
      return true;
    } catch (error) {
      if (sqliteCodeOf(error) !== 'SQLITE_BUSY') throw error;
      return undefined;
    }
  });
  return () => {
    file.exec('rollback');
    file.close();
  };
};

test.concurrent('a database that is locked before the charge: come back later, and nothing was charged', async ({
  expect,
  onTestFinished,
}) => {
  const place = newPlace({}, onTestFinished);
  await place.did('seed');
  const house = await place.house();
  const unlock = await lock(place);
  const refused = await place.baedal(...anOrder, ...mina);
  unlock();
  expect([refused.exit, codeOf(refused.json)]).toEqual([9, 'BUSY']);
  expect(await house.sandbox().ledger.charges()).toEqual([]);
  expect(await place.did(...anOrder, ...mina)).toMatchObject({ status: 'placed', money: 'paid' });
  expect(await house.sandbox().ledger.charges()).toHaveLength(1);
});

test.concurrent('a database that is locked after the charge: nobody is told to try again, and the order is found', async ({
  expect,
  onTestFinished,
}) => {
  const place = newPlace({ gatewayTimeoutMs: 1500, paymentWatchMs: 2000, lookUpFirstMs: 100 }, onTestFinished);
  await place.did('seed');
  await place.did('faults', 'set', 'payment=slow:1200*1');
  const house = await place.house();
  const ordering = place.baedal(...anOrder, ...mina);
  await until('the bank was asked', async () => (await house.sandbox().ledger.charges()).length > 0 || undefined);
  const unlock = await lock(place);
  const said = await ordering;
  unlock();
  expect([said.exit, codeOf(said.json)]).toEqual([8, 'PAYMENT_UNKNOWN']);
  const daemon = await place.daemon();
  await until('it is found', async () => (await allEvents(house)).some(({ type }) => type === 'OrderPlaced') || undefined);
  const again = await place.did(...anOrder, ...mina);
  expect(again).toMatchObject({ status: 'placed', money: 'paid' });
  await until('all is told', async () => (await house.store.backlog(house.env.now())).pending === 0 || undefined);
  daemon.kill('SIGTERM');
  await daemon.ended;
  expect(await audit(house, place.messageLog(), { placed: [textOf(again, 'order')] })).toEqual([]);
});

test.concurrent('views that were lost or are wrong are named, and built again as they were', async ({ expect, onTestFinished }) => {
  const place = newPlace({}, onTestFinished);
  await place.did('seed');
  const lost = textOf(await place.did(...anOrder), 'order');
  const wrong = textOf(await place.did(...anOrder), 'order');
  await place.did('daemon', '--once');
  const before = await place.did('orders');
  const file = openDatabase(place.db);
  file.prepare('delete from order_view where "order" = ?').run(lost);
  file.prepare(`update order_view set active = 0, body = replace(body, '"total":20000', '"total":1') where "order" = ?`).run(wrong);
  file.close();
  const verified = await place.baedal('views', 'verify');
  expect(verified.exit).toBe(1);
  expect(JSON.stringify(verified.json)).toMatch(new RegExp(`(${lost}.*${wrong})|(${wrong}.*${lost})`));
  await place.did('views', 'rebuild');
  expect(await place.did('orders')).toEqual(before);
  expect(await place.did('views', 'verify')).toMatchObject({ differences: [] });
});
