import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReadOnly } from '../../src/sqlite/open.ts';
import { schemaVersion } from '../../src/store/sqlite/migrate.ts';
import { openHouse, order, owner } from './house.ts';

const house = openHouse();
beforeAll(async () => {
  await house.json(['seed']);
  await order(house);
  await house.json(['daemon', '--once']);
});
afterAll(house.close);

const placed = (file: string): unknown => {
  const db = openReadOnly(file);
  try {
    return db.prepare("select count(*) from events where type = 'OrderPlaced'").pluck().get();
  } finally {
    db.close();
  }
};
const path = (name: string) => join(house.folder, name);

test('a backup that is made while orders come in is whole, for its owner alone, and holds what was there when it began', async () => {
  let isDone = false;
  const orders: string[] = [];
  const crowd = (async () => {
    while (!isDone) orders.push(await order(house));
  })();
  const before = orders.length;
  const made = await house.json(['backup', 'busy.db']);
  isDone = true;
  await crowd;
  expect(made).toMatchObject({
    file: path('busy.db'),
    schema: schemaVersion,
    bank: null,
    noted: true,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(statSync(path('busy.db')).mode & 0o777).toBe(0o600);
  expect(placed(path('busy.db'))).toBeGreaterThan(before);
  expect(readdirSync(house.folder).filter((name) => name.includes('draft'))).toEqual([]);
});

test('no file is overwritten unless that is asked for, and nothing of the house ever', async () => {
  writeFileSync(path('mine.txt'), 'my letters');
  expect(await house.refused(['backup', 'mine.txt'], 5)).toMatchObject({ code: 'ALREADY_EXISTS', details: { file: path('mine.txt') } });
  expect(readFileSync(path('mine.txt'), 'utf8')).toBe('my letters');
  await house.json(['backup', 'mine.txt', '--replace']);
  expect(placed(path('mine.txt'))).toBeGreaterThan(0);
  for (const part of ['', '-wal', '-shm', '.bank', '.kakao.log', '.bell']) {
    expect(await house.refused(['backup', `try.db${part}`, '--replace'], 2)).toMatchObject({ code: 'INVALID_INPUT' });
  }
});

test('the bank of the sandbox comes along where that is asked for', async () => {
  await house.json(['backup', 'both.db', '--bank']);
  const db = openReadOnly(path('both.db.bank'));
  expect(db.prepare('select count(*) from charges').pluck().get()).toBeGreaterThan(0);
  db.close();
  expect(statSync(path('both.db.bank')).mode & 0o777).toBe(0o600);
});

test('where nothing can be written, that is said, and nothing is left', async () => {
  expect(await house.refused(['backup', 'no/such/folder.db'], 10)).toMatchObject({ code: 'CANNOT_WRITE' });
  expect(await house.refused(['backup', 'x.db', ...owner], 4)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await house.refused(['backup', 'x.db', '--db', 'nothing.db'], 3)).toMatchObject({ code: 'NO_DATABASE' });
  expect(await house.refused(['backup', ''], 2)).toMatchObject({ code: 'INVALID_INPUT' });
  expect(existsSync(path('x.db'))).toBe(false);
});

test('a house that is not sound gets no backup over a good one', async () => {
  const sick = openHouse();
  await sick.json(['seed']);
  await order(sick);
  const good = join(sick.folder, 'good.db');
  await sick.json(['backup', good]);
  const before = readFileSync(good);
  const file = readFileSync(sick.db);
  const at = file.indexOf('"OrderPlaced"') > 0 ? file.indexOf('"OrderPlaced"') : file.indexOf('kimchi-jjigae"');
  file[at + 3] = (file[at + 3] ?? 0) ^ 1;
  writeFileSync(sick.db, file);
  expect(await sick.refused(['backup', good, '--replace'], 10)).toMatchObject({ code: 'DATABASE_UNFIT', details: { why: 'damaged' } });
  expect(readFileSync(good).equals(before)).toBe(true);
  sick.close();
});

test('it is told in Korean, too', async () => {
  expect((await house.run(['backup', 'mine.txt'], { lang: 'ko' })).err).toContain('이미 있는 파일이에요');
  const ran = await house.run(['backup', 'korean.db'], { lang: 'ko' });
  expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 0, err: '' });
  expect(ran.out).toContain('해시 체인');
});
