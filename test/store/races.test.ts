import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/sqlite/open.ts';
import { at, claim, placed, record } from '../../src/store/contract-samples.ts';
import { schemaVersion } from '../../src/store/sqlite/migrate.ts';
import { schemaOf } from '../../src/store/sqlite/open-schema.ts';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import { ended, launch, messagesOf, newFile, race } from './race.ts';
import { makeFirstSchema } from './schema-of-before.ts';

const open = async (file: string, upgrade = false) => {
  const store = await openStore({ file, create: true, routesToViews: () => true, upgrade });
  onTestFinished(() => store.close());
  return store;
};
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
const byNumber = (a: number, b: number) => a - b;

test.each([
  [8, 'where there is no file', () => undefined],
  [20, 'on an empty file', (file: string) => writeFileSync(file, '', { mode: 0o600 })],
])('%i processes that start at once %s make one database', async (many, _where, prepare) => {
  const file = newFile();
  prepare(file);
  const seen = await race<{ readonly version: number }>(file, Array<'start'>(many).fill('start'));
  expect(Math.max(...seen.map(({ version }) => version))).toBe(many);
  const store = await open(file);
  expect(await store.verifyChain()).toEqual({ events: many, streams: many, broken: [] });
});

test('two processes that append to one stream: exactly one wins each version', async () => {
  const file = newFile();
  const both = await race<{ readonly won: readonly number[]; readonly conflicts: number }>(file, ['append', 'append']);
  expect(both.flatMap(({ won }) => won).sort(byNumber)).toEqual(range(1, 1000));
  expect(both.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBeGreaterThan(0);
  const store = await open(file);
  expect(await store.verifyChain()).toEqual({ events: 1000, streams: 1, broken: [] });
});

test('four writers: none fails and none starves', async () => {
  const file = newFile();
  const all = (await race<{ readonly written: number }>(file, ['write', 'write', 'write', 'write'])).map(({ written }) => written);
  const sum = all.reduce((a, b) => a + b, 0);
  expect(Math.min(...all)).toBeGreaterThan(sum / 4 / 2);
  const store = await open(file);
  expect((await store.verifyChain()).events).toBe(sum);
  expect((await store.backlog(at(10_000))).pending).toBe(2 * sum);
});

test('two claimers never hold the same row, and together they take all of them', async () => {
  const file = newFile();
  const store = await open(file);
  const rows = 2000;
  for (const n of range(1, rows / 10))
    await record(
      store,
      range(1, 10).map((m) => placed(`o${n}x${m}`)),
    );
  const both = await race<{ readonly held: readonly (readonly [number, number, string])[] }>(file, ['drain', 'drain']);
  const held = both.flatMap((one) => one.held);
  expect(held.map(([position]) => position).sort(byNumber)).toEqual(range(1, rows));
  expect(held.every(([, attempt, settled]) => attempt === 1 && settled === 'done')).toBe(true);
  expect(both.every((one) => one.held.length > 0)).toBe(true);
});

test('whatever a writer said was there is there after kill -9, whole', async () => {
  const file = newFile();
  const child = launch('racer.child.ts', 'boast', file, 'k');
  const said = messagesOf(child);
  await once(child, 'message');
  child.send('go');
  while (said.length < 50) await once(child, 'message');
  child.kill('SIGKILL');
  expect((await ended(child)).signal).toBe('SIGKILL');
  const store = await open(file);
  const events = await store.events({ after: 0, limit: 100_000 });
  const there = new Set<unknown>(events.map((event) => event.order));
  const acknowledged = said.flatMap((message) =>
    typeof message === 'object' && message !== null && 'there' in message ? message.there : [],
  );
  expect([acknowledged].flat(2).filter((id) => !there.has(id))).toEqual([]);
  expect(await claim(store, { limit: 100_000 })).toHaveLength(events.length);
  expect((await store.verifyChain()).broken).toEqual([]);
});

const looked = (file: string) => {
  const db = openDatabase(file);
  const version = Number(db.pragma('user_version', { simple: true }));
  const tables = db.prepare('select count(*) from sqlite_schema').pluck().get();
  const owner = db.pragma('application_id', { simple: true });
  db.close();
  return { version, owner, tables };
};

test.each([
  ['a new file leaves it blank or whole', (file: string) => writeFileSync(file, '', { mode: 0o600 }), { version: 0, owner: 0, tables: 0 }],
  ['a house of before leaves the old schema or the new one', makeFirstSchema, { version: 1, owner: 0x62616564 }],
])('kill -9 before any step of the migration of %s', async (_what, prepare, before) => {
  let survived = 0;
  for (let step = 0; survived === 0; step++) {
    const file = newFile();
    prepare(file);
    const child = launch('migrator.child.ts', file, String(step));
    const { signal } = await ended(child);
    if (signal === null) survived = step;
    const now = looked(file);
    expect(now).toMatchObject(now.version === before.version ? before : { version: schemaVersion, owner: 0x62616564 });
    expect(signal === null ? now.version : 'killed').toBe(signal === null ? schemaVersion : 'killed');
    const isOld = now.version > 0 && now.version < schemaVersion;
    expect((await schemaOf(file)).steps).toHaveLength(schemaVersion - now.version);
    if (isOld) await expect(open(file)).rejects.toMatchObject({ code: 'older-schema' });
    await record(await open(file, isOld), [placed('a')]);
  }
  expect(survived).toBeGreaterThan(5);
});
