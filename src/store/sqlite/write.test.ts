import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { OutcomeUnknown, openDatabase } from '../../sqlite/open.ts';
import { commitOf, key, placed } from '../contract-samples.ts';
import { createGroupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { createStatements } from './statements.ts';
import { createWrite } from './write.ts';

/** A store's writing side on a disk that can be filled up. */
const onSmallDisk = async () => {
  const db = openDatabase(join(mkdtempSync(join(tmpdir(), 'baedal-full-')), 'baedal.db'));
  onTestFinished(() => {
    db.close();
  });
  await migrate(db, 1000);
  const statements = createStatements(db);
  const write = createWrite(db, () => undefined, statements, 1000);
  const group = createGroupCommit(statements, write, () => undefined);
  const limit = (pages: number) => db.pragma(`max_page_count = ${pages}`);
  return { db, group, fill: () => limit(1), empty: () => limit(1_000_000) };
};
const big = (name: string) => commitOf({ documents: [{ key: key(name), body: 'x'.repeat(100_000) }] });

test('a disk that fails leaves the outcome of the whole batch unknown', async () => {
  const { db, group, fill } = await onSmallDisk();
  fill();
  const results = await Promise.allSettled([group.commit(commitOf({ events: [placed('a')] })), group.commit(big('k/1'))]);
  expect(results.map((one) => one.status === 'rejected' && one.reason instanceof OutcomeUnknown)).toEqual([true, true]);
  expect(db.prepare('select count(*) from events').pluck().get()).toBe(0);
});

test('after that nothing is written any more, whatever the disk says: a write could bury what became durable', async () => {
  const { group, fill, empty } = await onSmallDisk();
  fill();
  await expect(group.commit(big('k/1'))).rejects.toThrow(OutcomeUnknown);
  empty();
  await expect(group.commit(commitOf({ events: [placed('a')] }))).rejects.toThrow(OutcomeUnknown);
});
