import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, order, owner, text } from './house.ts';

const house = openHouse();
const path = (name: string) => join(house.folder, name);
let [delivered, canceled, waiting, file] = ['', '', '', ''];
const rider = ['--as', 'rider:rdr_minsu'];

beforeAll(async () => {
  await house.json(['seed']);
  [delivered, canceled] = [await order(house), await order(house, ['--note', 'a\u2028b\u001b[2Jc'])];
  await house.json(['daemon', '--once']);
  for (const args of [
    ['kitchen', 'accept'],
    ['kitchen', 'cook'],
    ['kitchen', 'finish'],
  ])
    await house.json([...args, delivered, ...owner]);
  await house.json(['daemon', '--once']);
  for (const step of ['claim', 'pick', 'deliver']) await house.json(['rider', step, delivered, ...rider]);
  await house.json(['daemon', '--once']);
  // What is under way when it is exported: a refund that the bank holds up, and messages that nobody has sent.
  await house.json(['faults', 'set', 'refund=down']);
  await house.json(['cancel', canceled]);
  waiting = await order(house);
  await house.run(['daemon', '--once', '--only', 'payment,kitchen,ordering,delivery']);
  await house.json(['faults', 'set', 'refund=ok']);
  ({ out: file } = await house.run(['export']));
});
afterAll(house.close);

const imported = async (name: string, more: readonly string[] = []) => {
  writeFileSync(path(`${name}.jsonl`), file);
  return house.json(['import', path(`${name}.jsonl`), '--db', path(`${name}.db`), ...more]);
};
const at = (name: string) => ['--db', path(`${name}.db`)];

describe('a house that is exported and imported elsewhere', () => {
  test('has the same events at the same positions, the same documents, views folded anew, and a whole chain', async () => {
    const told = await imported('same');
    const events = (await house.run(['events'])).out;
    expect(told).toMatchObject({ events: events.trim().split('\n').length, file: path('same.db') });
    expect((await house.run(['events', ...at('same')])).out).toBe(events);
    expect(await house.json(['views', 'verify', ...at('same')])).toMatchObject({ differences: [] });
    expect(await house.json(['status', delivered, ...at('same')])).toEqual(await house.json(['status', delivered]));
    expect(await house.json(['shops', ...at('same')])).toEqual(await house.json(['shops']));
    const doctor = await house.run(['doctor', '--json', ...at('same')]);
    expect(doctor.out).toContain('"check":"chain","level":"good"');
    expect(statSync(path('same.db')).mode & 0o777).toBe(0o600);
  });

  test('sends no message that was waiting, and none that was sent; what it owes it gives back once', async () => {
    expect(await imported('moved')).toMatchObject({ droppedMessages: expect.any(Number) });
    // Both houses know the same bank: here it is told to be the same file.
    writeFileSync(path('moved.db.bank'), readFileSync(`${house.db}.bank`), { mode: 0o600 });
    await house.json(['daemon', '--once', ...at('moved')]);
    expect(existsSync(path('moved.db.kakao.log')) ? readFileSync(path('moved.db.kakao.log'), 'utf8') : '').not.toContain(delivered);
    const later = { env: { BAEDAL_REFUND_MAX_MS: '1' } };
    await house.json(['refund', 'retry', text(await house.json(['status', canceled]), 'payment'), ...at('moved')], later);
    await house.json(['daemon', '--once', ...at('moved')]);
    expect(await house.json(['status', canceled, ...at('moved')])).toMatchObject({ money: 'refunded' });
    expect(await house.json(['ledger', ...at('moved')])).toMatchObject({ balanced: true, refunded: 20_000 });
  });

  test('goes on with its work, and sends what waited if that is asked for', async () => {
    await imported('on', ['--messages']);
    const before = await house.json(['outbox', ...at('on')]);
    expect(before).toMatchObject({ parked: [] });
    writeFileSync(path('on.db.bank'), readFileSync(`${house.db}.bank`), { mode: 0o600 });
    await house.json(['daemon', '--once', ...at('on')]);
    expect(await house.json(['kitchen', 'accept', waiting, ...owner, ...at('on')])).toMatchObject({ status: 'accepted' });
    await house.json(['daemon', '--once', ...at('on')]);
    expect(readFileSync(path('on.db.kakao.log'), 'utf8')).toContain(`order/${waiting}@1`);
  });

  test('may go through a pipe', async () => {
    const child = house.start(['import', '-', '--db', path('piped.db'), '--json']);
    child.stdin.end(file);
    const exit = await new Promise((done) => child.once('close', done));
    expect(exit).toBe(0);
    expect((await house.run(['events', ...at('piped')])).out).toBe((await house.run(['events'])).out);
  });
});

describe('an export', () => {
  test('into a file is for its owner alone and overwrites nothing', async () => {
    const told = await house.json(['export', 'out.jsonl']);
    expect(told).toEqual({ file: path('out.jsonl'), lines: file.trim().split('\n').length });
    expect(statSync(path('out.jsonl')).mode & 0o777).toBe(0o600);
    expect(await house.refused(['export', 'out.jsonl'], 5)).toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await house.refused(['export', 'no/folder.jsonl'], 10)).toMatchObject({ code: 'CANNOT_WRITE' });
    expect(await house.refused(['export', ...owner], 4)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('can be shown on any terminal', () => {
    expect(file).toContain('\ufffd');
    expect(file.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  });
});

describe('an import is refused, and leaves nothing behind', () => {
  const lines = () => file.trimEnd().split('\n');
  const changed = (change: (all: string[]) => readonly string[]) => `${change(lines()).join('\n')}\n`;
  const eventAt = (all: readonly string[]) => all.findIndex((line) => line.includes('"type":"OrderPlaced"'));

  test.each([
    ['what is no export', () => '{"a":1}\n', 'line 1: this is no export of baedal'],
    ['nothing', () => '', 'line 1: the end is missing'],
    ['one that was cut off', () => changed((all) => all.slice(0, 20)), 'line 21: the end is missing'],
    ['one that lacks a line', () => changed((all) => all.filter((line) => !line.includes('"key":"contact/'))), 'lines are missing'],
    ['one that lacks an event', () => changed((all) => all.filter((_, n) => n !== eventAt(all))), 'FOREIGN KEY'],
    ['one of the future', () => changed(([first = '', ...rest]) => [first.replace('"format":1', '"format":9'), ...rest]), 'newer baedal'],
    [
      'an amount that was changed',
      () => changed((all) => all.map((line, n) => (n === eventAt(all) ? line.replace('20000', '10000') : line))),
      'not what was exported',
    ],
    [
      'a line that is no JSON',
      () => changed((all) => all.map((line, n) => (n === 3 ? line.slice(1) : line))),
      'line 4: it is not an object',
    ],
    [
      'an event without a type',
      () => changed((all) => all.map((line, n) => (n === 1 ? line.replace('"type"', '"typ"') : line))),
      "line 2: the event has no proper 'type'",
    ],
    ['something behind the end', () => `${file}{"event":{}}\n`, 'behind the last line'],
  ])('%s', async (_name, content, said) => {
    writeFileSync(path('bad.jsonl'), content());
    const error = await house.refused(['import', 'bad.jsonl', '--db', 'bad.db'], 2);
    expect(error).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(said) });
    expect(readdirSync(house.folder).filter((name) => name.startsWith('bad.db'))).toEqual([]);
  });

  test('one whose line was changed together with its digest, for its chain does not hold', async () => {
    const { createHash } = process.getBuiltinModule('node:crypto');
    const all = lines().slice(0, -1);
    const at = eventAt(all);
    all[at] = (all[at] ?? '').replace('20000', '10000');
    const body = `${all.join('\n')}\n`;
    const end = JSON.stringify({ end: { lines: all.length, sha256: createHash('sha256').update(body).digest('hex') } });
    writeFileSync(path('forged.jsonl'), `${body}${end}\n`);
    const error = await house.refused(['import', 'forged.jsonl', '--db', 'forged.db'], 10);
    expect(error).toMatchObject({ code: 'DATABASE_UNFIT', message: expect.stringContaining('it is not what was written') });
    expect(existsSync(path('forged.db'))).toBe(false);
  });

  test('over a house that is there', async () => {
    writeFileSync(path('again.jsonl'), file);
    const before = (await house.run(['events'])).out;
    expect(await house.refused(['import', 'again.jsonl'], 5)).toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await house.refused(['import', 'absent.jsonl', '--db', 'x.db'], 2)).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await house.run(['import', 'again.jsonl'], { lang: 'ko' })).err).toContain('이미 데이터베이스가 있어요');
    expect((await house.run(['events'])).out).toBe(before);
  });
});
