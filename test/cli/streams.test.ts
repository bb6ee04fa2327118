import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, order, owner } from './house.ts';

const house = openHouse();
const home = join(import.meta.dirname, '../..');
let id = '';
beforeAll(async () => {
  await house.json(['seed']);
  id = await order(house);
  await house.json(['daemon', '--once']);
});
afterAll(house.close);

/** Lines of a program that goes on, one after the other. */
const listenTo = (args: readonly string[]) => {
  const child = house.start(args);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string | undefined> => {
    const line = await lines.next();
    return line.done ? undefined : line.value;
  };
  return { child, next, ended: once(child, 'close') };
};

describe('the short way to a status', () => {
  const env = () => ({
    ...process.env,
    HOME: house.folder,
    XDG_CONFIG_HOME: join(house.folder, 'config'),
    BAEDAL_DB: house.db,
    LC_ALL: 'ko_KR.UTF-8',
  });
  const whole = (args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'dist/cli.cjs'), 'status', ...args], {
      env: env(),
      encoding: 'utf8',
    });
    return { exit: status, out: stdout, err: stderr };
  };

  test('tells the same bytes as the whole command line', async () => {
    const calls = [
      [id, '--json'],
      [id, '--short'],
      ['--json', id, '--as', 'owner:shop_hanki'],
      [id, '--short', '--lang', 'en', '--db', house.db],
      [id, '--short', '--json'],
      ['--short'],
      ['--short', '--as', 'customer:cus_stranger'],
      ['--short', '--as', 'owner:shop_hanki'],
      ['ord_2345678923', '--json'],
      [id, '--json', '--as', 'customer:cus_stranger'],
      [id, '--json', '--lang', 'jp'],
      [id, '--jsn'],
    ];
    for (const args of calls) {
      const long = whole(args);
      expect({ args, ...(await house.run(['status', ...args], { lang: 'ko' })) }).toEqual({ args, ...long });
    }
  });

  test('heeds the configuration, and explains one that is broken, as the whole command line does', async () => {
    const file = join(house.folder, 'config/baedal/config.json');
    for (const text of ['{"lang":"en"}', `{"db":${JSON.stringify(join(house.folder, 'none.db'))}}`, '{"acceptLeaseMs":"soon"}', '{']) {
      writeFileSync(file, text);
      for (const args of [[id, '--short'], ['--short'], [id, '--json']]) {
        const long = whole(args);
        expect({ text, args, ...(await house.run(['status', ...args], { lang: 'ko' })) }).toEqual({ text, args, ...long });
      }
    }
    rmSync(file);
  });

  test('has no commander and no rules of the house in it', () => {
    const meta = JSON.parse(readFileSync(join(home, 'dist/meta.json'), 'utf8'));
    const inputs = Object.keys(meta.outputs['dist/status.cjs'].inputs);
    expect(inputs.filter((file) => /commander|chalk|core\/(app|saga)\.ts|templates/.test(file))).toEqual([]);
  });
});

type Input = { readonly imports: readonly { readonly path: string; readonly kind: string }[] };

test('a command line loads the command that it names, and no other', () => {
  const inputs: Readonly<Record<string, Input>> = JSON.parse(readFileSync(join(home, 'dist/meta.json'), 'utf8')).inputs;
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind } of inputs[file]?.imports ?? []) if (kind === 'import-statement') load(path);
  };
  load('src/cli/main.ts');
  expect([...loaded].filter((file) => /^src\/(cli\/commands|store|core\/use-cases)\/|commander|yaml/.test(file))).toEqual([]);
});

describe('watching', () => {
  test('tells every change as one line of JSON, and ends when it is over', async () => {
    const watched = await order(house);
    await house.json(['daemon', '--once']);
    const { next, ended } = listenTo(['status', watched, '--watch', '--json']);
    expect(JSON.parse((await next()) ?? '')).toMatchObject({ order: watched, status: 'placed' });
    await house.json(['kitchen', 'accept', watched, ...owner]);
    expect(JSON.parse((await next()) ?? '')).toMatchObject({ status: 'accepted' });
    await house.json(['cancel', watched]);
    expect(JSON.parse((await next()) ?? '')).toMatchObject({ status: 'canceled', money: 'refund-pending' });
    await house.json(['daemon', '--once']);
    let last: string | undefined;
    for (let line = await next(); line !== undefined; line = await next()) last = line;
    expect(JSON.parse(last ?? '')).toMatchObject({ status: 'canceled', money: 'refunded' });
    expect(await ended).toEqual([5, null]);
  });

  test('without JSON and a terminal, one short line for what it shows, and none for what it does not', async () => {
    const watched = await order(house);
    await house.json(['daemon', '--once']);
    const { child, next, ended } = listenTo(['status', watched, '--watch']);
    expect(await next()).toMatch(new RegExp(`^${watched}  waiting for the shop ~`));
    await house.json(['kitchen', 'accept', watched, ...owner]);
    expect(await next()).toMatch(/accepted ~/);
    await house.json(['daemon', '--once']);
    await house.json(['rider', 'claim', watched, '--as', 'rider:rdr_minsu']);
    await house.json(['kitchen', 'cook', watched, ...owner]);
    expect(await next()).toMatch(/cooking ~/);
    child.kill('SIGTERM');
    await ended;
  });

  test('events --follow goes on with new ones', async () => {
    const { child, next, ended } = listenTo(['events', '--follow', '--order', id]);
    let seen = '';
    do seen = JSON.parse((await next()) ?? '').type;
    while (seen !== 'TicketOpened');
    await house.json(['kitchen', 'accept', id, ...owner]);
    do seen = JSON.parse((await next()) ?? '').type;
    while (seen !== 'OrderAccepted');
    child.kill('SIGTERM');
    await ended;
  });
});

describe('pipes and colours', () => {
  test('a closed pipe ends it quietly', async () => {
    for (const args of [['events', '--follow'], ['shops'], ['status', id, '--json'], ['orders', '--json']]) {
      const child = house.start(args);
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        err += chunk;
      });
      // Long before it has anything to say.
      child.stdout.destroy();
      const [exit] = await once(child, 'close');
      // Advice goes to those who still listen.
      expect({ args, exit, err: err.replace(/^See a menu: .*\n$/, '') }).toEqual({ args, exit: 0, err: '' });
    }
  });

  test("nobody at stderr is nobody's trouble", async () => {
    const child = spawn('bash', ['-c', `"$NODE" bin/baedal.js shops 2>&-`], {
      cwd: home,
      env: { ...process.env, NODE: process.execPath, BAEDAL_DB: house.db },
    });
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('colours only when they are wanted', async () => {
    const isColoured = async (env: Record<string, string>) => (await house.run(['status', id], { env })).out.includes('\u001b[');
    expect(await isColoured({})).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await isColoured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect((await house.run(['status', id, '--json'], { env: { FORCE_COLOR: '1' } })).out).not.toContain('\u001b[');
  });
});
