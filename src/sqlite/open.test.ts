import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { DatabaseBusy, inTransaction, OutcomeUnknown, openDatabase, patiently, type Sqlite } from './open.ts';

const opened: Sqlite[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});
const newFile = () => join(mkdtempSync(join(tmpdir(), 'baedal-sqlite-')), 'a.db');
const open = (file: string): Sqlite => {
  const db = openDatabase(file);
  opened.push(db);
  return db;
};
const rows = (db: Sqlite) => db.prepare('select n from t order by n').pluck().all();
const withTable = (file: string) => {
  const db = open(file);
  db.exec('create table t (n integer)');
  return db;
};

test('every commit is synced to the disk, on the second open too', () => {
  const file = newFile();
  const found = [1, 2, 3].map(() => {
    const db = open(file);
    return [db.pragma('synchronous', { simple: true }), db.pragma('journal_mode', { simple: true })];
  });
  expect(found).toEqual([
    [2, 'wal'],
    [2, 'wal'],
    [2, 'wal'],
  ]);
});

test('a file that is refused is left as it was', () => {
  const file = newFile();
  withTable(file).pragma('journal_mode = delete');
  const refuse = () => {
    throw new Error('not ours');
  };
  expect(() => openDatabase(file, { inspect: refuse })).toThrow('not ours');
  const inspect = (db: Sqlite) => expect(db.pragma('journal_mode', { simple: true })).toBe('delete');
  opened.push(openDatabase(file, { inspect }));
  expect.assertions(2);
});

test('a transaction that throws leaves nothing behind', async () => {
  const db = withTable(newFile());
  const work = () => {
    db.exec('insert into t values (1)');
    throw new Error('no');
  };
  await expect(inTransaction(db, work)).rejects.toThrow('no');
  expect(rows(db)).toEqual([]);
  expect(db.inTransaction).toBe(false);
});

test('a locked file is waited for, and given up at the deadline with nothing written', async () => {
  const file = newFile();
  const [mine, theirs] = [withTable(file), open(file)];
  theirs.exec('begin immediate');
  const write = () => mine.exec('insert into t values (1)');
  await expect(inTransaction(mine, write, 20)).rejects.toThrow(DatabaseBusy);
  const patient = inTransaction(mine, write, 5000);
  setTimeout(() => theirs.exec('commit'), 20);
  await patient;
  expect(rows(theirs)).toEqual([1]);
});

test('other errors are not waited for', async () => {
  const fail = () => {
    throw new Error('broken');
  };
  await expect(patiently('x', fail, 60_000)).rejects.toThrow('broken');
});

test('a disk that is full leaves the outcome unknown', async () => {
  const db = withTable(newFile());
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  const work = () => db.exec('create table big as select randomblob(100000)');
  await expect(inTransaction(db, work)).rejects.toThrow(OutcomeUnknown);
});
