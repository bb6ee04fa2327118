import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { schemaVersion } from '../../src/store/sqlite/migrate.ts';
import { moveToFirstSchema } from '../store/schema-of-before.ts';
import { type House, openHouse, order, owner, text } from './house.ts';

const newHouse = async () => {
  const house = openHouse();
  onTestFinished(house.close);
  await house.json(['seed']);
  return house;
};
const drain = (house: House, ...only: readonly string[]) =>
  house.run(['daemon', '--once', ...(only.length > 0 ? ['--only', only.join(',')] : [])]);

describe('a refund that does not come through', () => {
  const stuck = async () => {
    const house = await newHouse();
    const id = await order(house);
    await house.json(['faults', 'set', 'refund=refuse']);
    await house.json(['cancel', id]);
    await drain(house);
    return { house, id, payment: text(await house.json(['status', id]), 'payment') };
  };

  test('is listed with its cause, tried again at once, and given back once', async () => {
    const { house, id, payment } = await stuck();
    expect(await house.json(['refund', 'list'])).toMatchObject([
      { payment, order: id, amount: 20_000, state: 'needs-attention', cause: 'refused: not-allowed-now', retryAt: null },
    ]);
    expect((await house.run(['refund', 'list'], { lang: 'ko' })).err).toContain('baedal refund settle');
    const again = await house.run(['refund', 'retry', payment, '--json']);
    expect({ exit: again.exit, out: JSON.parse(again.out) }).toEqual({
      exit: 9,
      out: { payment, outcome: 'failed', cause: 'refused: not-allowed-now' },
    });
    await house.json(['faults', 'set', 'refund=ok']);
    for (let twice = 0; twice < 2; twice++)
      expect(await house.json(['refund', 'retry', payment])).toEqual({ payment, outcome: 'refunded', cause: null });
    await drain(house);
    expect(await house.json(['refund', 'list'])).toEqual([]);
    expect(await house.json(['ledger'])).toMatchObject({ balanced: true, refunded: 20_000, bank: { refunded: 20_000 } });
    expect(await house.refused(['refund', 'settle', payment, '--note', 'x'], 5)).toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  test('can be settled by another way: then nobody tries any more, and the books say so', async () => {
    const { house, id, payment } = await stuck();
    await house.refused(['refund', 'settle', payment], 2);
    await house.refused(['refund', 'settle', payment, '--note', ' '], 2);
    expect(await house.json(['refund', 'settle', payment, '--note', '계좌 이체 \u001b[2J'])).toEqual({
      payment,
      outcome: 'settled-manually',
      note: '계좌 이체 \ufffd[2J',
    });
    await house.json(['faults', 'set', 'refund=ok']);
    await house.refused(['refund', 'retry', payment], 5);
    await drain(house);
    expect(await house.json(['ledger'])).toMatchObject({ balanced: true, refunded: 0, settledManually: 20_000, bank: { refunded: 0 } });
    expect((await house.run(['why', id])).out).toContain('refund settled by hand');
  });

  test('is nobody else’s to see, and nothing that never was a refund', async () => {
    const { house, payment } = await stuck();
    expect(await house.refused(['refund', 'list', ...owner], 4)).toMatchObject({ code: 'NOT_ALLOWED' });
    await house.refused(['refund', 'retry', 'ord_x'], 2);
    await house.refused(['refund', 'retry', 'pay_2345678923'], 3);
    await house.refused(['refund', 'settle', payment, '--note', 'x', '--as', 'rider:rdr_minsu'], 4);
    const other = await order(house);
    await house.refused(['refund', 'retry', text(await house.json(['status', other]), 'payment')], 5);
  });
});

/** Whether any file beside the database still holds these bytes. */
const isAnywhere = ({ folder }: House, bytes: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith('try.db') && readFileSync(join(folder, name)).includes(bytes));

describe('a customer who wants to be forgotten', () => {
  const secret = '카나리아로 77, 1204호';
  const latitude = '37.556789';
  const ordered = async () => {
    const house = await newHouse();
    const id = await order(house, [
      '--address',
      secret,
      '--phone',
      '010-9999-1234',
      '--note',
      '벨 누르지 마세요',
      '--key',
      'k1',
      '--at',
      `${latitude},126.92`,
    ]);
    const customer = text(JSON.parse(readFileSync(join(house.folder, 'config/baedal/profile.json'), 'utf8')), 'customer');
    return { house, id, customer };
  };

  test('is told to wait while an order is under way', async () => {
    const { house, id, customer } = await ordered();
    const error = await house.refused(['forget', customer], 5);
    expect(error).toMatchObject({ code: 'INVALID_TRANSITION', details: { open: id } });
    expect((await house.run(['forget', customer], { lang: 'ko' })).err).toContain(`아직 끝나지 않은 것이 있어 지울 수 없어요: ${id}`);
    expect(isAnywhere(house, secret)).not.toEqual([]);
  });

  test('is forgotten to the last byte; the money stays told', async () => {
    const { house, id, customer } = await ordered();
    const other = await order(house, ['--address', '남의 집 3', '--as', 'customer:cus_other']);
    await house.json(['cancel', id]);
    await drain(house);
    const [events, books] = [(await house.run(['events'])).out, await house.json(['ledger'])];
    const told = await house.json(['forget', customer]);
    expect(told).toMatchObject({ customer, orders: 1, documents: 4, logLines: expect.any(Number), scrubbed: true });
    for (const trace of [secret, latitude, '010-9999-1234', '벨 누르지'])
      expect({ trace, in: isAnywhere(house, trace) }).toEqual({ trace, in: [] });
    const log = readFileSync(`${house.db}.kakao.log`, 'utf8');
    expect(log).not.toContain(`customer:${customer}`);
    expect(log).not.toContain(id);
    expect(log).toContain(other);
    expect(await house.json(['messages', '--order', other, '--as', 'operator'])).not.toEqual([]);
    expect((await house.run(['events'])).out).toBe(events);
    expect(await house.json(['ledger'])).toEqual(books);
    expect(await house.json(['views', 'verify'])).toMatchObject({ differences: [] });
    expect(isAnywhere(house, '남의 집 3')).not.toEqual([]);
    expect(await house.json(['forget', customer])).toMatchObject({ documents: 0, logLines: 0 });
    expect((await house.run(['doctor', '--json'])).out).toContain('"check":"promises","level":"good"');
  });

  test('is nobody else’s to forget', async () => {
    const { house, customer } = await ordered();
    await house.refused(['forget', customer, '--as', `customer:${customer}`], 4);
    await house.refused(['forget', 'mina'], 2);
  });
});

describe('the database, looked into', () => {
  test('answers one statement as rows, for people and for programs', async () => {
    const house = await newHouse();
    expect(await house.json(['db', 'shell', "select count(*) as n, null as x, 'a' as t from meta"])).toEqual({
      columns: ['n', 'x', 't'],
      rows: [[1, null, 'a']],
      more: false,
    });
    expect(await house.json(['db', 'shell', 'select position from events order by 1', '--limit', '2'])).toMatchObject({
      rows: [[1], [2]],
      more: true,
    });
    expect((await house.run(['db', 'shell', "select char(27) || '[2J' as hostile"])).out).toBe('hostile\n\ufffd[2J\n');
  });

  test.each([
    'delete from events',
    'pragma writable_schema = on',
    'pragma journal_mode = delete',
    "attach 'other.db' as other",
    "vacuum into 'copy.db'",
    'begin immediate',
    'create temp table t (a)',
    'select 1; delete from events',
    'selekt 1',
    '',
  ])('runs nothing that does not read: %s', async (sql) => {
    const house = await newHouse();
    const before = (await house.run(['events'])).out;
    expect(await house.refused(['db', 'shell', sql], 2)).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await house.run(['events'])).out).toBe(before);
    expect(readdirSync(house.folder).filter((name) => !/^(try\.db|config|data)/.test(name))).toEqual([]);
  });

  test('takes statements from a pipe, and goes on after a mistake', async () => {
    const house = await newHouse();
    const child = house.start(['db', 'shell']);
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
    });
    child.stdin.end('select 1 as a;\nselekt;\nselect\n 2 as b;\n.exit\nselect 3;');
    expect(await new Promise((done) => child.once('close', done))).toBe(0);
    expect(out).toBe('a\n1\nnear "selekt": syntax error\nb\n2\n');
  });

  test('is for the operator', async () => {
    const house = await newHouse();
    await house.refused(['db', 'shell', 'select 1', ...owner], 4);
  });
});

type Checks = ReadonlyMap<string, { readonly level: string; readonly todo: string | null }>;
const examined = async (house: House, exit: number, env = {}): Promise<Checks> => {
  const ran = await house.run(['doctor', '--json'], { env });
  expect({ exit: ran.exit, err: ran.err }).toEqual({ exit, err: '' });
  const { checks }: { readonly checks: readonly { readonly check: string; readonly level: string; readonly todo: string | null }[] } =
    JSON.parse(ran.out);
  return new Map(checks.map(({ check, level, todo }) => [check, { level, todo }]));
};

describe('doctor', () => {
  test('finds nothing wrong where nothing is, and says what can wait', async () => {
    const house = await newHouse();
    await order(house);
    await drain(house);
    await house.json(['backup', 'b.db']);
    const checks = await examined(house, 0);
    const levels = Object.fromEntries([...checks].map(([check, { level }]) => [check, level]));
    expect(levels).toMatchObject({
      integrity: 'good',
      chain: 'good',
      views: 'good',
      books: 'good',
      backup: 'good',
      daemon: 'warn',
      clock: 'good',
    });
    for (const { level, todo } of checks.values()) expect(level === 'good' || level === 'skipped').toBe(todo === null);
  });

  test('sees a daemon that runs', async () => {
    const house = await newHouse();
    const daemon = house.start(['daemon']);
    await new Promise((ready) => daemon.stderr.once('data', ready));
    await expect.poll(async () => (await examined(house, 0)).get('daemon')?.level, { timeout: 10_000 }).toBe('good');
    daemon.kill('SIGTERM');
    await new Promise((ended) => daemon.once('close', ended));
    expect((await examined(house, 0)).get('daemon')?.level).toBe('warn');
  });

  test.each([
    ['permissions', (house: House) => chmodSync(`${house.db}.bank`, 0o644), 'chmod 600'],
    [
      'refunds',
      async (house: House) => {
        await house.json(['faults', 'set', 'refund=refuse']);
        await house.json(['cancel', await order(house)]);
        await drain(house);
      },
      'refund list',
    ],
    ['books', (house: House) => writeFileSync(`${house.db}.bank`, '', { mode: 0o600 }), 'baedal reconcile'],
    ['backup', async () => undefined, 'baedal backup'],
  ] as const)('names what is wrong with %s, and what to do', async (check, breakIt, todo) => {
    const house = await newHouse();
    await order(house);
    await drain(house);
    await breakIt(house);
    const ran = await house.run(['doctor', '--json']);
    expect(ran.exit).toBe(check === 'backup' ? 0 : 1);
    const found = (await examined(house, check === 'backup' ? 0 : 1)).get(check);
    expect(found).toMatchObject({ level: check === 'backup' ? 'warn' : 'bad', todo: expect.stringContaining(todo) });
  });

  test('finds a flipped bit that SQLite itself does not see', async () => {
    const house = await newHouse();
    await order(house);
    const file = readFileSync(house.db);
    const at = file.indexOf('"kimchi-jjigae","name"');
    expect(at).toBeGreaterThan(0);
    file[at + 3] = (file[at + 3] ?? 0) ^ 1;
    writeFileSync(house.db, file, { mode: 0o600 });
    const checks = await examined(house, 1);
    expect(checks.get('integrity')?.level).toBe('good');
    expect([checks.get('chain')?.level, checks.get('views')?.level]).toContain('bad');
  });

  test('goes on to the end over pages that cannot be read any more', async () => {
    const house = await newHouse();
    await order(house);
    await drain(house);
    const file = readFileSync(house.db);
    const at = file.indexOf('"kimchi-jjigae","name"');
    file.fill(0xa5, Math.floor(at / 4096) * 4096, Math.floor(at / 4096) * 4096 + 4096);
    writeFileSync(house.db, file, { mode: 0o600 });
    const checks = await examined(house, 1);
    expect([checks.get('integrity')?.level, checks.get('chain')?.level, checks.get('disk')?.level]).toEqual(['bad', 'bad', 'good']);
    expect(checks.get('integrity')?.todo).toContain('baedal restore');
  });

  test('says so when there is no database, no proper one, or a wrong setting; and looks at the rest', async () => {
    const house = openHouse();
    onTestFinished(house.close);
    expect((await examined(house, 1)).get('schema')).toMatchObject({ level: 'bad', todo: expect.stringContaining('baedal seed') });
    writeFileSync(house.db, 'a letter', { mode: 0o600 });
    expect((await examined(house, 1)).get('schema')?.level).toBe('bad');
    const checks = await examined(house, 1, { BAEDAL_PARK_AFTER: 'never' });
    expect([checks.get('settings')?.level, checks.get('runtime')?.level]).toEqual(['bad', 'good']);
    await house.refused(['doctor', ...owner], 4);
    expect((await house.run(['doctor'], { lang: 'ko' })).out).toContain('이상');
  });
});

test('a schema that is up to date has nothing to migrate', async () => {
  const house = await newHouse();
  const told = await house.json(['migrate', '--apply']);
  expect(told).toEqual({ file: house.db, schema: schemaVersion, known: schemaVersion, steps: [], applied: false, backup: null });
  await house.refused(['migrate', ...owner], 4);
  await house.refused(['migrate', '--db', 'none.db'], 3);
});

test('a house of the first program is refused until it is migrated, with a backup of before in hand, and holds all that it held', async () => {
  const house = await newHouse();
  const id = await order(house);
  await drain(house);
  const events = (await house.run(['events'])).out;
  moveToFirstSchema(house.db);
  const refused = { code: 'DATABASE_UNFIT', message: expect.stringContaining('run: baedal migrate'), details: { why: 'older-schema' } };
  for (const args of [['status', id], ['orders'], ['daemon', '--once']]) expect(await house.refused(args, 10)).toMatchObject(refused);
  const steps = ['0002-shop-in-time'];
  const pending = { file: house.db, schema: 1, known: schemaVersion, steps, applied: false, backup: null };
  for (let twice = 0; twice < 2; twice++) expect(await house.json(['migrate'])).toEqual(pending);
  const applied = await house.json(['migrate', '--apply']);
  expect(applied).toEqual({ ...pending, schema: schemaVersion, applied: true, backup: expect.stringContaining(`${house.db}.before-`) });
  expect(await house.json(['migrate'])).toEqual({ ...pending, schema: schemaVersion, steps: [] });
  expect((await house.run(['events'])).out).toBe(events);
  expect(await house.json(['status', id])).toMatchObject({ order: id });
  expect(await house.json(['views', 'verify'])).toMatchObject({ differences: [] });
  // The backup is the house of before, and what looks at all is not told otherwise of it.
  const before = text(applied, 'backup');
  expect(await house.json(['migrate', '--db', before])).toEqual({ ...pending, file: before });
  expect(await house.json(['migrate', '--db', before, '--apply'])).toMatchObject({ schema: schemaVersion, applied: true });
  expect((await house.run(['events', '--db', before])).out).toBe(events);
});

test('a house of a newer program is left alone by every one of these', async () => {
  const house = await newHouse();
  const { openDatabase } = await import('../../src/sqlite/open.ts');
  const db = openDatabase(house.db);
  db.pragma('user_version = 99');
  db.close();
  for (const args of [
    ['backup', 'b.db'],
    ['export', 'e.jsonl'],
    ['migrate'],
    ['db', 'shell', 'select 1'],
    ['reconcile'],
    ['forget', 'cus_mina'],
  ]) {
    expect({ args, error: await house.refused(args, 10) }).toMatchObject({
      error: { code: 'DATABASE_UNFIT', details: { why: 'newer-schema' } },
    });
  }
  expect((await examined(house, 1)).get('schema')?.level).toBe('bad');
});
