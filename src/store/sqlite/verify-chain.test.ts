import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../sqlite/open.ts';
import { completed, placed, record, ticketOpened } from '../contract-samples.ts';
import { openStore } from './open-store.ts';

const story = async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'baedal-chain-')), 'baedal.db');
  const store = await openStore({ file, create: true, routesToViews: () => true });
  onTestFinished(() => store.close());
  await record(store, [placed('a'), ticketOpened('a'), placed('b')]);
  await record(store, [completed('a')]);
  const db = openDatabase(file);
  onTestFinished(() => {
    db.close();
  });
  return { store, tamper: (sql: string) => db.exec(sql) };
};

test('what was written holds together, over commits and streams', async () => {
  const { store } = await story();
  expect(await store.verifyChain()).toEqual({ events: 4, streams: 3, broken: [] });
});

test.each([
  ['one digit of the price', `update events set data = replace(data, '12000', '12001') where position = 1`],
  ['who did it', `update events set actor_id = 'other' where position = 1`],
  ['when it happened', 'update events set at = at + 1 where position = 1'],
  ['its order', `update events set "order" = 'ord_b' where position = 1`],
])('a change of %s is found at the event', async (_what, sql) => {
  const { store, tamper } = await story();
  tamper(sql);
  expect((await store.verifyChain()).broken).toEqual([
    { position: 1, event: placed('a').id, what: 'it is not what was written, or the one before it is not' },
  ]);
});

test('a hash that was made to fit breaks the link to the next one', async () => {
  const { store, tamper } = await story();
  tamper(`update events set hash = x'00112233445566778899aabbccddeeff' where position = 1`);
  expect((await store.verifyChain()).broken.map(({ position }) => position)).toEqual([1, 4]);
});

test('a missing event is found', async () => {
  const { store, tamper } = await story();
  tamper('pragma foreign_keys = 0; delete from events where position = 1');
  expect((await store.verifyChain()).broken).toMatchObject([{ position: 4, what: 'version 1 is missing before it' }]);
});
