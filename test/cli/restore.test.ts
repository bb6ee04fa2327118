import { closeSync, lstatSync, openSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { schemaVersion } from '../../src/store/sqlite/migrate.ts';
import { type House, isoTime, openHouse, order, owner, text } from './house.ts';

const newHouse = async () => {
  const house = openHouse();
  onTestFinished(house.close);
  await house.json(['seed']);
  return house;
};
const events = async (house: House) => (await house.run(['events'])).out;
const drain = (house: House) => house.json(['daemon', '--once']);
const aside = ({ folder }: House) => readdirSync(folder).filter((name) => name.startsWith('try.db.before-'));
const sent = (house: House) =>
  readFileSync(`${house.db}.kakao.log`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => text(JSON.parse(line), 'id'));

/** One order in the backup that is canceled behind it, and one that is placed behind it. */
const yesterday = async () => {
  const house = await newHouse();
  const old = await order(house);
  await drain(house);
  await house.json(['backup', 'yesterday.db']);
  await house.json(['cancel', old]);
  const lost = await order(house);
  await drain(house);
  return { house, old, lost };
};

describe('back to a backup', () => {
  test('the report says what would be lost and what the bank knows, and changes nothing', async () => {
    const { house, old, lost } = await yesterday();
    const before = await events(house);
    const report = await house.json(['restore', 'yesterday.db']);
    expect(report).toMatchObject({
      applied: false,
      aside: null,
      holds: { schema: schemaVersion, lastAt: isoTime },
      lost: { orders: 1 },
      discrepancies: [
        { kind: 'unknown-charge', remedy: 'void', order: lost, amount: 20_000, outcome: 'due' },
        { kind: 'refund-not-recorded', remedy: 'cancel-order', order: old, amount: 20_000, outcome: 'due' },
      ],
    });
    expect(await events(house)).toBe(before);
    expect(aside(house)).toEqual([]);
    const told = await house.run(['restore', 'yesterday.db'], { lang: 'ko' });
    expect(told.out).toContain('은행만 아는 결제: --apply: 결제 취소');
    expect(told.err).toContain('baedal restore yesterday.db --apply');
  });

  test('applied: the old file is kept, both books agree again, and nothing is sent or given back twice', async () => {
    const { house, old, lost } = await yesterday();
    const [before, messages] = [await events(house), sent(house)];
    const applied = await house.json(['restore', 'yesterday.db', '--apply']);
    expect(applied).toMatchObject({ applied: true, discrepancies: [{ outcome: 'done' }, { outcome: 'done' }] });
    expect(await house.refused(['status', lost], 3)).toMatchObject({ code: 'NOT_FOUND' });
    const [kept = ''] = aside(house);
    expect(text(applied, 'aside')).toBe(join(house.folder, kept));
    expect(statSync(join(house.folder, kept)).mode & 0o777).toBe(0o600);
    expect((await house.run(['events', '--db', join(house.folder, kept)])).out).toBe(before);
    await drain(house);
    expect(await house.json(['status', old])).toMatchObject({ status: 'canceled', money: 'refunded' });
    expect(await house.json(['ledger'])).toMatchObject({
      balanced: true,
      taken: 20_000,
      refunded: 20_000,
      bank: { taken: 20_000, refunded: 20_000 },
    });
    expect(await house.json(['reconcile'])).toEqual({ agree: true, applied: false, discrepancies: [] });
    expect(await house.json(['views', 'verify'])).toMatchObject({ differences: [] });
    const doctor = await house.run(['doctor', '--json']);
    expect(doctor.out).toContain('"check":"promises","level":"good"');
    expect(doctor.exit).toBe(0);
    // What was told about events that are lost does not keep new ones, of the same names, from being told.
    const since = sent(house).slice(messages.length);
    expect(since.some((id) => id.startsWith(`order/${old}@2:customer:`))).toBe(true);
    expect(since.filter((id) => messages.includes(id))).toEqual([]);
  });

  test('an order that is lost and had its money back before needs nothing more', async () => {
    const { house, lost } = await yesterday();
    await house.json(['cancel', lost]);
    await drain(house);
    const applied = await house.json(['restore', 'yesterday.db', '--apply']);
    expect(applied).toMatchObject({ lost: { orders: 1 }, discrepancies: [{ kind: 'refund-not-recorded' }] });
    await drain(house);
    expect(await house.json(['reconcile'])).toMatchObject({ agree: true, discrepancies: [] });
    expect((await house.run(['doctor', '--json'])).out).toContain('"check":"promises","level":"good"');
  });

  test('a charge that the bank does not reverse at that moment is told, and put right later', async () => {
    const { house } = await yesterday();
    await house.json(['faults', 'set', 'void=down']);
    const ran = await house.run(['restore', 'yesterday.db', '--apply']);
    expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 1, err: expect.stringContaining('baedal reconcile --apply') });
    await house.json(['faults', 'set', 'void=ok']);
    expect(await house.json(['reconcile', '--apply'])).toMatchObject({
      agree: true,
      discrepancies: [
        { kind: 'unknown-charge', outcome: 'done' },
        { kind: 'refund-not-recorded', remedy: 'daemon', outcome: 'left' },
      ],
    });
    await drain(house);
    expect(await house.json(['reconcile'])).toMatchObject({ agree: true, discrepancies: [] });
  });

  test('an order whose approval was not heard yet is found again by itself', async () => {
    const house = await newHouse();
    await house.json(['faults', 'set', 'payment=timeout-after*1']);
    const hurry = { env: { BAEDAL_GATEWAY_TIMEOUT_MS: '200', BAEDAL_LOOK_UP_FIRST_MS: '0' } };
    const cart = ['--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', '--address', 'x'];
    await house.refused(['order', ...cart], 8, hurry);
    await house.json(['backup', 'doubt.db']);
    const report = await house.json(['restore', 'doubt.db', '--apply']);
    expect(report).toMatchObject({ discrepancies: [{ kind: 'not-heard-yet', remedy: 'daemon', outcome: 'left' }] });
    expect(await house.json(['orders'])).toEqual([]);
    await drain(house);
    expect(await house.json(['orders'])).toMatchObject([{ status: 'placed', money: 'paid' }]);
    expect(await house.json(['ledger'])).toMatchObject({ balanced: true, taken: 20_000 });
  });
});

describe('a restore is refused', () => {
  test('while a daemon has the house open, and then it changes nothing', async () => {
    const { house } = await yesterday();
    const daemon = house.start(['daemon']);
    await new Promise((ready) => daemon.stderr.once('data', ready));
    const error = await house.refused(['restore', 'yesterday.db', '--apply'], 9);
    expect(error).toMatchObject({ code: 'IN_USE', message: expect.stringContaining('Stop the daemon') });
    daemon.kill('SIGTERM');
    await new Promise((ended) => daemon.once('close', ended));
    expect(aside(house)).toEqual([]);
    expect(readdirSync(house.folder).filter((name) => name.includes('draft'))).toEqual([]);
    expect(await house.json(['views', 'verify'])).toMatchObject({ differences: [] });
  });

  test('from what is no backup of ours, or not sound, or the house itself', async () => {
    const { house } = await yesterday();
    const before = await events(house);
    const path = (name: string) => join(house.folder, name);
    writeFileSync(path('letter.txt'), 'not a database, but a letter\n'.repeat(99));
    writeFileSync(path('nothing.db'), '');
    const flipped = readFileSync(path('yesterday.db'));
    const at = flipped.indexOf('"kimchi-jjigae"');
    flipped[at + 2] = (flipped[at + 2] ?? 0) ^ 1;
    writeFileSync(path('flipped.db'), flipped);
    for (const [file, why] of [
      ['letter.txt', 'not-a-database'],
      ['nothing.db', 'empty'],
      ['absent.db', 'missing'],
      ['flipped.db', 'damaged'],
    ] as const) {
      const error = await house.refused(['restore', file, '--apply'], 10);
      expect({ file, error }).toMatchObject({ error: { code: 'DATABASE_UNFIT', details: { why } } });
    }
    await house.refused(['restore', 'try.db', '--apply'], 2);
    expect(await house.refused(['restore', 'yesterday.db', ...owner], 4)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await events(house)).toBe(before);
    expect(aside(house)).toEqual([]);
  });
});

test('a house that cannot be read any more is set aside with its log, and the backup takes its place', async () => {
  const { house } = await yesterday();
  const handle = openSync(house.db, 'r+');
  writeSync(handle, Buffer.alloc(4096, 7), 0, 4096, 0);
  closeSync(handle);
  await house.refused(['shops'], 10);
  expect(await house.json(['restore', 'yesterday.db', '--apply'])).toMatchObject({ applied: true, lost: null });
  expect(aside(house)).toHaveLength(1);
  expect(await house.json(['shops'])).toHaveLength(3);
});

test('a house behind a link stays behind it, with the file of before beside itself', async () => {
  const { house } = await yesterday();
  const link = join(house.folder, 'link.db');
  for (const part of ['', '.bank']) symlinkSync(`${house.db}${part}`, `${link}${part}`);
  const applied = await house.json(['restore', 'yesterday.db', '--apply', '--db', link]);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(text(applied, 'aside')).toBe(join(house.folder, aside(house)[0] ?? ''));
  expect(await house.json(['views', 'verify'])).toMatchObject({ differences: [] });
});

test('on a new machine, a backup is a house at once; without its bank every payment is told to be missing there', async () => {
  const { house } = await yesterday();
  const there = join(house.folder, 'new/machine/baedal.db');
  const bare = await house.run(['restore', 'yesterday.db', '--apply', '--db', there, '--json']);
  expect({ exit: bare.exit, kinds: bare.out.match(/"kind":"[a-z-]+"/g) }).toEqual({ exit: 1, kinds: ['"kind":"charge-missing"'] });
  expect(await house.json(['shops', '--db', there])).toHaveLength(3);
});
