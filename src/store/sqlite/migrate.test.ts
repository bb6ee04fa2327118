import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../sqlite/open.ts';
import { DatabaseUnfit } from '../../sqlite/unfit.ts';
import { migrate, pendingSteps, refuseOlder, schemaVersion } from './migrate.ts';

const open = () => {
  const db = openDatabase(':memory:');
  onTestFinished(() => {
    db.close();
  });
  return db;
};
const first = { name: '0001-one', sql: 'create table one (a integer) strict' };
const second = { name: '0002-two', sql: 'create table two (a integer) strict' };
const tables = (db: ReturnType<typeof open>) => db.prepare('select name from sqlite_schema order by name').pluck().all();

describe('a schema of before', () => {
  test('is shown with what is to be done, and brought up to date from where it stands', async () => {
    const db = open();
    expect(pendingSteps(db, [first, second])).toEqual({ found: 0, known: 2, steps: ['0001-one', '0002-two'] });
    await migrate(db, 1000, [first]);
    expect(pendingSteps(db, [first, second])).toEqual({ found: 1, known: 2, steps: ['0002-two'] });
    await migrate(db, 1000, [first, second]);
    expect([tables(db), pendingSteps(db, [first, second]).steps]).toEqual([['one', 'two'], []]);
  });

  test('stays as it was when a step fails', async () => {
    const db = open();
    await migrate(db, 1000, [first]);
    await expect(migrate(db, 1000, [first, { name: '0002-bad', sql: `${second.sql}; selekt` }])).rejects.toThrow('selekt');
    expect([tables(db), pendingSteps(db, [first, second]).found]).toEqual([['one'], 1]);
  });

  test('is what a new file never is, not even for a moment: it gets every step at once, or none', async () => {
    const db = open();
    const bad = { name: '0002-bad', sql: 'selekt' };
    await expect(migrate(db, 1000, [first, bad])).rejects.toThrow('selekt');
    expect([tables(db), pendingSteps(db, [first, second]).found]).toEqual([[], 0]);
    await migrate(db, 1000, [first, second]);
    expect([tables(db), pendingSteps(db, [first, second]).found]).toEqual([['one', 'two'], 2]);
  });

  test('is refused to whoever did not mean to change it; a new file is not', () => {
    const db = open();
    expect(() => refuseOlder(db, schemaVersion)).not.toThrow();
    db.pragma('user_version = 1');
    expect(() => refuseOlder(db, 2)).toThrow(DatabaseUnfit);
    expect(() => refuseOlder(db, 2)).toThrow('run: baedal migrate');
    expect(() => refuseOlder(db, 1)).not.toThrow();
  });
});
