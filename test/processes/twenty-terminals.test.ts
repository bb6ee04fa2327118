import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allEvents, audit, only } from './audit.ts';
import { anOrder, codeOf, newPlace, textOf, until } from './place.ts';

const twenty = Array.from({ length: 20 }, (_, n) => n);

test('twenty terminals start at once on an empty file, and order at once: nobody sees an error, everybody has an order', async () => {
  const place = newPlace();
  writeFileSync(place.db, '', { mode: 0o600 });
  const started = await Promise.all(twenty.map(() => place.baedal('seed')));
  expect(started.filter(({ exit, err }) => exit !== 0 || err !== '')).toEqual([]);

  const daemons = await Promise.all([place.daemon(), place.daemon()]);
  // Half of them share one profile that none of them has made yet.
  const said = await Promise.all(twenty.map((n) => place.baedal(...anOrder, ...(n % 2 ? ['--as', `customer:cus_terminal${n}`] : []))));
  expect(said.filter(({ exit, err }) => exit !== 0 || err !== '')).toEqual([]);
  const orders = said.map(({ json }) => textOf(json, 'order'));
  expect(new Set(orders).size).toBe(20);
  expect(await place.did('orders')).toHaveLength(10);

  const house = await place.house();
  const told = async () => only(await allEvents(house), 'MessageSent').length;
  await until('everybody is told', async () => (await told()) === 40 || undefined);
  for (const daemon of daemons) daemon.kill('SIGTERM');
  expect((await Promise.all(daemons.map(({ ended }) => ended))).map(({ exit }) => exit)).toEqual([0, 0]);

  expect(await audit(house, place.messageLog(), { placed: orders })).toEqual([]);
  const events = await allEvents(house);
  expect([only(events, 'OrderPlaced').length, only(events, 'TicketOpened').length, await told()]).toEqual([20, 20, 40]);
  expect((await house.sandbox().ledger.charges()).map(({ state }) => state)).toEqual(Array(20).fill('approved'));
  expect(place.messageLog()).toHaveLength(40);
});

test('one key pressed in six terminals at once is one order and one charge, and all six show it', async () => {
  const place = newPlace();
  await place.did('seed');
  const press = (...more: readonly string[]) => place.baedal(...anOrder, '--as', 'customer:cus_minji', '--key', 'tonight', ...more);
  const said = await Promise.all(Array.from({ length: 6 }, () => press()));
  expect(said.map(({ exit }) => exit)).toEqual(Array(6).fill(0));
  expect(new Set(said.map(({ json }) => textOf(json, 'order'))).size).toBe(1);
  const other = await press('--item', 'egg-roll');
  expect([other.exit, codeOf(other.json)]).toEqual([2, 'IDEMPOTENCY_CONFLICT']);
  const house = await place.house();
  expect(await house.sandbox().ledger.charges()).toHaveLength(1);
});
