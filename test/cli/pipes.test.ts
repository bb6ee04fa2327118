import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, order, owner, rider } from './house.ts';

const house = openHouse();
beforeAll(() => house.json(['seed']));
afterAll(house.close);

/** The events that a command line printed, by position. */
const positions = (out: string): readonly number[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).position);

const shopEvents = ['events', '--type', 'ShopPaused,shopopened'];
const pause = () => house.json(['shop', 'pause', 'shop_hanki', '--until', '2h', ...owner]);
const open = () => house.json(['shop', 'open', 'shop_hanki', ...owner]);

describe('a program that reads events under a name', () => {
  test('goes on where it was, and every event comes once', async () => {
    await pause();
    const first = positions((await house.run(['events', '--ack', 'mailer'])).out);
    await open();
    const second = positions((await house.run(['events', '--ack', 'mailer'])).out);
    expect((await house.run(['events', '--ack', 'mailer'])).out).toBe('');
    expect([...first, ...second]).toEqual(positions((await house.run(['events'])).out));
    expect(await house.json(['events', 'cursor', 'mailer'])).toMatchObject({ consumer: 'mailer', position: second.at(-1) });
  });

  test('can be sent back, but not beyond the end', async () => {
    await house.json(['events', 'cursor', 'again', '--set', '2']);
    expect(positions((await house.run(['events', '--ack', 'again'])).out)[0]).toBe(3);
    expect(await house.refused(['events', 'cursor', 'again', '--set', '999999'], 3)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await house.run(['events', 'cursor'])).out).toMatch(/^again {3}/m);
  });

  test('sees only the types it asks for; the others count as seen', async () => {
    const { out } = await house.run([...shopEvents, '--ack', 'door']);
    expect(out.match(/"type":"(\w+)"/g)).toEqual(['"type":"ShopPaused"', '"type":"ShopOpened"']);
    expect((await house.run(['events', '--ack', 'door'])).out).toBe('');
  });
});

describe('a command for every event', () => {
  const log = join(house.folder, 'seen.log');
  const lines = () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []);

  test('gets its JSON on stdin and its names in the surroundings', async () => {
    const command = `jq -r .type >> seen.log; echo "$BAEDAL_EVENT_POSITION $BAEDAL_EVENT_TYPE $BAEDAL_EVENT_ATTEMPT" >> seen.log`;
    expect(await house.run([...shopEvents, '--ack', 'hook', '--exec', command])).toEqual({ exit: 0, out: '', err: '' });
    expect(lines()).toEqual([
      'ShopPaused',
      expect.stringMatching(/^\d+ ShopPaused 1$/),
      'ShopOpened',
      expect.stringMatching(/ShopOpened 1$/),
    ]);
  });

  test('that fails is tried again, and keeps its place until it succeeds', async () => {
    const failing = ['events', '--ack', 'shaky', '--exec', 'test -e mended', '--tries', '2'];
    const ran = await house.run(failing);
    expect(ran).toMatchObject({ exit: 9, out: '' });
    expect(ran.err).toMatch(/^baedal: 1 MenuChanged: the command failed \(1\), again in 1 s\nbaedal: The command failed 2 times[^\n]+\n$/);
    expect(await house.json(['events', 'cursor', 'shaky'])).toMatchObject({ position: 0 });
    writeFileSync(join(house.folder, 'mended'), '');
    expect((await house.run(failing)).exit).toBe(0);
    const all = positions((await house.run(['events'])).out);
    expect(await house.json(['events', 'cursor', 'shaky'])).toMatchObject({ position: all.at(-1) });
  });

  test('needs not read what it is told', async () => {
    expect(await house.run(['events', '--exec', 'true'])).toEqual({ exit: 0, out: '', err: '' });
  });

  test('that is under way is waited for when the program is told to stop', async () => {
    const child = house.start(['events', '--follow', '--ack', 'slow', '--exec', 'echo begun; sleep 0.3; echo done']);
    const ended = once(child, 'close');
    const out = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await out.next()).value).toBe('begun');
    child.kill('SIGTERM');
    expect((await out.next()).value).toBe('done');
    expect(await ended).toEqual([0, null]);
    expect(await house.json(['events', 'cursor', 'slow'])).toMatchObject({ position: 1 });
  });

  test('two programs of one name: the one that was overtaken stops', async () => {
    const child = house.start([
      'events',
      '--follow',
      '--ack',
      'twice',
      '--exec',
      'echo "$BAEDAL_EVENT_POSITION"; read -r line; test -e go-on',
    ]);
    const ended = once(child, 'close');
    const out = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk;
    });
    expect((await out.next()).value).toBe('1');
    await house.json(['events', 'cursor', 'twice', '--set', '1']);
    writeFileSync(join(house.folder, 'go-on'), '');
    expect(await ended).toEqual([9, null]);
    expect(err).toContain("Another program reads as 'twice'");
  });

  test('wrong words are told before anything runs', async () => {
    const wrong = [
      ['--ack', 'Mailer!'],
      ['--ack', 'a', '--after', '3'],
      ['--tries', '3'],
      ['--exec', ' '],
      ['--exec', 'true', '--tries', '0'],
      ['--type', 'Nothing'],
    ];
    for (const args of wrong) expect(await house.run(['events', ...args])).toMatchObject({ exit: 2, out: '' });
    expect((await house.run(['events', 'cursor', '--set', '3'])).exit).toBe(2);
  });
});

describe('following', () => {
  test('goes on over the end and the start of daemons, and misses nothing', async () => {
    const child = house.start(['events', '--follow', '--ack', 'follower']);
    const ended = once(child, 'close');
    const seen: number[] = [];
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const until = async (type: string, id: string) => {
      for (;;) {
        const event = JSON.parse((await lines.next()).value ?? 'null');
        seen.push(event.position);
        if (event.type === type && event.order === id) return;
      }
    };
    const id = await order(house);
    await until('OrderPlaced', id);
    const daemon = house.start(['daemon']);
    const daemonGone = once(daemon, 'close');
    await until('TicketOpened', id);
    daemon.kill('SIGKILL');
    await daemonGone;
    await house.json(['kitchen', 'accept', id, ...owner]);
    await house.json(['daemon', '--once']);
    await until('DeliveryRequested', id);
    child.kill();
    await ended;
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, at) => at + 1));
  });

  test('ends when another file is put in the place of the database', async () => {
    const db = join(house.folder, 'moved.db');
    await house.json(['seed', '--db', db]);
    const child = house.start(['events', '--follow', '--json', '--after', '2', '--db', db]);
    const ended = once(child, 'close');
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    await lines.next();
    renameSync(db, `${db}.old`);
    const told = (await lines.next()).value ?? '';
    expect(JSON.parse(told)).toMatchObject({ error: { code: 'DATABASE_UNFIT', details: { why: 'replaced' } } });
    expect(await ended).toEqual([10, null]);
  });
});

describe('waiting for a step', () => {
  test('ends when the order is there, and says by its exit code when it cannot get there', async () => {
    const id = await order(house);
    await house.json(['daemon', '--once']);
    const waiting = house.start(['status', id, '--until', 'cooking', '--json']);
    const ended = once(waiting, 'close');
    let out = '';
    waiting.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
    });
    await house.json(['kitchen', 'accept', id, ...owner]);
    await house.json(['kitchen', 'cook', id, ...owner]);
    expect(await ended).toEqual([0, null]);
    expect(out.trimEnd().split('\n').at(-1)).toContain('"status":"cooking"');
    const canceling = house.run(['status', id, '--until', 'delivered']);
    await house.json(['kitchen', 'cancel', id, '--reason', 'shop-issue', ...owner]);
    expect(await canceling).toMatchObject({ exit: 5, err: '' });
  });

  test('is over after the time that was given', async () => {
    const id = await order(house);
    expect(await house.refused(['status', id, '--watch', '--until', 'x'], 2)).toMatchObject({ code: 'INVALID_INPUT' });
    const ran = await house.run(['status', id, '--until', 'delivered', '--timeout', '1s']);
    expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 9, err: `baedal: Not yet: ${id}. The time to wait is over\n` });
    await house.json(['cancel', id]);
  });

  test('a delivered order ends the watch with success', async () => {
    const id = await order(house);
    await house.json(['daemon', '--once']);
    await house.json(['kitchen', 'accept', id, ...owner]);
    await house.json(['daemon', '--once']);
    for (const step of ['cook', 'finish']) await house.json(['kitchen', step, id, ...owner]);
    for (const step of ['claim', 'pick', 'deliver']) await house.json(['rider', step, id, ...rider]);
    expect((await house.run(['status', id, '--watch'])).exit).toBe(0);
  });
});

describe('a line for the prompt', () => {
  test('is that of the newest order on its way, with the number of the others; else it is empty', async () => {
    const other = openHouse();
    await other.json(['seed']);
    expect(await other.run(['status', '--short'])).toEqual({ exit: 0, out: '', err: '' });
    expect(await other.refused(['status'], 3)).toMatchObject({ code: 'NOT_FOUND' });
    await order(other);
    const id = await order(other);
    await other.json(['daemon', '--once']);
    await other.json(['kitchen', 'accept', id, ...owner]);
    expect((await other.run(['status', '--short'], { lang: 'ko' })).out).toMatch(/^접수됨 ~\d\d:\d\d \+1\n$/);
    expect(await other.json(['status'])).toMatchObject({ order: id });
    other.close();
  });
});
