import { chmodSync, mkdtempSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DatabaseBusy, openDatabase, type Sqlite } from '../../sqlite/open.ts';
import { DatabaseUnfit } from '../../sqlite/unfit.ts';
import { storeContract } from '../contract.ts';
import { at, claim, commitOf, order, placed, record, shop, viewOf } from '../contract-samples.ts';
import { schemaVersion } from './migrate.ts';
import { schemaOf } from './open-schema.ts';
import { openStore, type StoreOptions } from './open-store.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'baedal-store-'));
const newFile = () => join(newFolder(), 'baedal.db');
const openIt = (file: string, more: Partial<StoreOptions> = {}) => openStore({ file, create: true, routesToViews: () => true, ...more });

storeContract('the SQLite store', async () => {
  const file = newFile();
  return { store: await openIt(file), reopen: () => openIt(file) };
});
storeContract('the SQLite store in memory', async () => ({ store: await openIt(':memory:') }));

const open = async (file: string, more?: Partial<StoreOptions>) => {
  const store = await openIt(file, more);
  onTestFinished(() => store.close());
  return store;
};
/** Another program on the same file. */
const other = (file: string): Sqlite => {
  const db = openDatabase(file);
  onTestFinished(() => {
    db.close();
  });
  return db;
};
const created = async () => {
  const file = newFile();
  const store = await openIt(file);
  await record(store, [placed('a')]);
  await store.close();
  return file;
};
const refusal = async (file: string, more?: Partial<StoreOptions>): Promise<DatabaseUnfit> => {
  const error = await openIt(file, more).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DatabaseUnfit)) throw new Error(`it was not refused: ${String(error)}`);
  return error;
};
const mode = (path: string) => statSync(path).mode & 0o777;

describe('the file', () => {
  test('is made for its owner alone, with its folder, its log and its bell', async () => {
    const file = join(newFolder(), 'deep', 'er', 'baedal.db');
    const store = await open(file);
    await record(store, [placed('a')]);
    expect(['', '-wal', '-shm', '.bell'].map((suffix) => mode(`${file}${suffix}`))).toEqual([0o600, 0o600, 0o600, 0o600]);
    expect(mode(join(file, '..'))).toBe(0o700);
  });

  test('is not made when nobody asked for it', async () => {
    const file = newFile();
    expect(await refusal(file, { create: false })).toMatchObject({ code: 'missing', message: `there is no database at ${file}` });
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  test('is refused when others can reach it, with how to mend that', async () => {
    const file = await created();
    chmodSync(file, 0o644);
    expect(await refusal(file)).toMatchObject({ code: 'too-open', message: expect.stringContaining(`chmod 600 '${file}'`) });
    const store = await open(file, { allowWideAccess: true });
    expect(await store.load(placed('a').stream)).toHaveLength(1);
  });

  test.each([0o000, 0o400])('is refused with mode %i', async (wrong) => {
    const file = await created();
    chmodSync(file, wrong);
    expect(await refusal(file)).toMatchObject({ code: 'no-access', message: expect.stringContaining('chmod 600') });
  });

  test.each([
    ['words', 'not-a-database', (file: string) => writeFileSync(file, 'These are words, and words are no database. '.repeat(200))],
    ['a header with nothing behind it', 'damaged', (file: string) => truncateSync(file, 60)],
    ['nothing, where something was', 'empty', (file: string) => truncateSync(file, 0)],
  ])('is refused when it holds %s, and left as it is', async (_what, code, spoil) => {
    const file = await created();
    spoil(file);
    const size = statSync(file).size;
    expect(await refusal(file, { create: false })).toMatchObject({ code });
    expect(statSync(file).size).toBe(size);
  });

  test('is refused when it is empty but its log is not', async () => {
    const file = await created();
    truncateSync(file, 0);
    writeFileSync(`${file}-wal`, 'orders');
    expect(await refusal(file)).toMatchObject({ code: 'damaged' });
  });

  test('is refused when it is a folder, or belongs to another program', async () => {
    expect(await refusal(newFolder())).toMatchObject({ code: 'not-a-database' });
    const file = newFile();
    writeFileSync(file, '', { mode: 0o600 });
    const theirs = openDatabase(file);
    theirs.exec('create table pigeons (name text)');
    theirs.close();
    expect(await refusal(file)).toMatchObject({ code: 'foreign' });
  });

  test('that was moved or replaced while it was open takes no more writes', async () => {
    const file = newFile();
    const store = await open(file);
    await record(store, [placed('a')]);
    renameSync(file, `${file}.old`);
    await expect(store.commit(commitOf({ events: [placed('b')] }))).rejects.toMatchObject({ code: 'replaced' });
    writeFileSync(file, '', { mode: 0o600 });
    await expect(store.commit(commitOf({ events: [placed('b')] }))).rejects.toMatchObject({ code: 'replaced' });
    renameSync(`${file}.old`, file);
    expect(await store.commit(commitOf({ events: [placed('b')] }))).toBe('done');
  });
});

describe('the schema', () => {
  test('of a newer program is refused', async () => {
    const file = await created();
    const newer = openDatabase(file);
    newer.pragma('user_version = 7');
    newer.close();
    const { code, message } = await refusal(file);
    expect([code, message]).toEqual([
      'newer-schema',
      `${file}: the database is schema 7, this program knows ${schemaVersion}; update baedal`,
    ]);
  });

  test('of an earlier program is refused, and brought up to date with all that it holds when that is asked for', async () => {
    const file = newFile();
    const before = await open(file);
    await before.commit(commitOf({ events: [placed('a')], rows: [{ view: 'order', row: viewOf('a', { when: 1000 }) }] }));
    await before.close();
    const old = openDatabase(file);
    old.exec('drop index order_view_shop');
    old.pragma('user_version = 1');
    old.close();
    const { code, message } = await refusal(file);
    expect([code, message]).toEqual([
      'older-schema',
      `${file}: the database is schema 1, this program needs ${schemaVersion}; run: baedal migrate`,
    ]);
    expect(await schemaOf(file)).toEqual({ found: 1, known: schemaVersion, steps: ['0002-shop-in-time'] });
    const store = await open(file, { upgrade: true });
    const question = { of: 'shop', shop: shop('bibim'), from: at(0), to: at(2000), limit: 5 } as const;
    expect(await store.orders(question)).toEqual([viewOf('a', { when: 1000 })]);
    expect(await schemaOf(file)).toEqual({ found: schemaVersion, known: schemaVersion, steps: [] });
    const index = `select count(*) from sqlite_schema where name = 'order_view_shop'`;
    expect(other(file).prepare(index).pluck().get()).toBe(1);
  });

  test('that changes while the store is open stops its writes, not its reads', async () => {
    const file = newFile();
    const store = await open(file);
    await record(store, [placed('a')]);
    other(file).pragma('user_version = 7');
    const both = await Promise.allSettled([placed('b'), placed('c')].map((event) => store.commit(commitOf({ events: [event] }))));
    expect(both).toMatchObject([{ reason: { code: 'newer-schema' } }, { reason: { code: 'newer-schema' } }]);
    await expect(claim(store)).rejects.toMatchObject({ code: 'newer-schema' });
    expect(await store.load(placed('a').stream)).toHaveLength(1);
  });
});

describe('beside others', () => {
  test('a lock that lasts is said for every commit of the batch, and nothing of it is written', async () => {
    const file = newFile();
    const store = await open(file, { waitMs: 30 });
    const db = other(file);
    db.exec('begin immediate');
    const both = await Promise.allSettled([placed('a'), placed('b')].map((event) => store.commit(commitOf({ events: [event] }))));
    expect(both.map((one) => one.status === 'rejected' && one.reason instanceof DatabaseBusy)).toEqual([true, true]);
    db.exec('commit');
    expect(await store.events({ after: 0, limit: 10 })).toEqual([]);
    expect(await store.commit(commitOf({ events: [placed('a')] }))).toBe('done');
  });

  test('a commit that the file itself refuses harms no other of its batch', async () => {
    const store = await open(newFile());
    const events = [placed('a'), { ...placed('b'), at: at(1.5) }, placed('c')];
    const results = await Promise.allSettled(events.map((event) => store.commit(commitOf({ events: [event] }))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.events({ after: 0, limit: 10 })).map(({ order: of }) => of)).toEqual([order('a'), order('c')]);
  });

  test('looking for work where none is due takes no lock', async () => {
    const file = newFile();
    const store = await open(file, { waitMs: 0 });
    await record(store, [placed('a')], ['kitchen'], 50_000);
    other(file).exec('begin immediate');
    expect(await claim(store)).toEqual([]);
    await expect(claim(store, { now: 50_000 })).rejects.toThrow(DatabaseBusy);
  });

  test('the bell rings for whoever listens, and the revision shows what another one wrote', async () => {
    const file = newFile();
    const [mine, theirs] = [await open(file), await open(file)];
    const before = mine.revision();
    const rung = new Promise<void>((resolve) => {
      onTestFinished(mine.listen(resolve));
    });
    await record(theirs, [placed('a')]);
    await rung;
    expect(mine.revision()).not.toBe(before);
  });

  test('close waits for the commits that are under way; afterwards nothing is written', async () => {
    const file = newFile();
    const store = await openIt(file);
    const last = store.commit(commitOf({ events: [placed('a')] }));
    await store.close();
    expect(await last).toBe('done');
    await expect(store.commit(commitOf({ events: [placed('b')] }))).rejects.toMatchObject({ code: 'closed' });
    expect(await (await open(file)).events({ after: 0, limit: 10 })).toHaveLength(1);
  });
});
