import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isAlive } from '../../src/cli/is-alive.ts';
import { openPty, type Pty } from '../../src/tui/testing/pty.ts';
import { bin, openHouse } from '../cli/house.ts';
import { aScreen, expectPlain, hears, shown } from './at-terminal.ts';
import { seed, sit } from './sit.ts';
import { childrenOf, type Spares, sparesOf, startSpares } from './spares.ts';

const house = openHouse();
beforeAll(() => seed(house));
afterAll(house.close);

const gone = (pid: number) => expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
// Built from text: a control character in a pattern is easily overlooked.
const colour = new RegExp(`${'\u001b'}\\[[\\d;]*3[1-7]m`);
const left = async (pty: Pty) => {
  pty.send('ctrl-c');
  expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
  expectPlain(pty);
};

describe('with a daemon that keeps a spare', () => {
  let spares: Spares;
  beforeAll(() => {
    spares = startSpares(house);
  });
  afterAll(() => spares.stop());
  const seated = (args: readonly string[] = [], options: Parameters<typeof sit>[2] = {}) =>
    spares.taken(() => shown(sit(house, args, options)));

  test('keys and sizes reach the session, and its end is the end of its process', async () => {
    const { sat: pty, session } = await seated();
    await hears(pty);
    pty.resize({ columns: 100, rows: 30 });
    await pty.until(() => aScreen.test(pty.lines()[29] ?? ''));
    await left(pty);
    await gone(session);
  });

  test('the session has the language, the colours, the folder and the words of whoever sits down', async () => {
    const { sat: pty } = await seated(['--ascii', '--as', 'customer:cus_somebody'], {
      env: { BAEDAL_THEME: 'none' },
    });
    expect(pty.written()).not.toMatch(colour);
    expect(pty.screen()).not.toContain('╭');
    await left(pty);
    const { sat: english } = await spares.taken(async () => {
      const opened = sit(house, ['--lang', 'en']);
      await opened.until(/help/);
      return opened;
    });
    expect(english.written()).toMatch(colour);
    expect(english.screen()).toContain('╭');
    await left(english);
  });

  test('the kitchen opens in one, too', async () => {
    const { sat: pty, session } = await spares.taken(async () => {
      const opened = sit(house, ['owner', 'shop_hanki']);
      await opened.until(/한끼 김치찌개/);
      return opened;
    });
    await left(pty);
    await gone(session);
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'a session that is ended by %s: the terminal is restored, and the screens open anew',
    async (signal) => {
      const { sat: pty, session } = await seated();
      process.kill(session, signal);
      await gone(session);
      await pty.until(() => pty.written().includes('새로 열었어요'));
      // What is seen from here on is not the screen of before.
      await pty.terminal.write('');
      await hears(pty);
      await left(pty);
      expect(pty.screen()).toContain('새로 열었어요');
    },
  );

  test('a command that is killed without a word takes its session with it', async () => {
    const { sat: pty, session } = await seated();
    pty.kill('SIGKILL');
    await pty.ended;
    await gone(session);
  });

  test('a terminal that is taken away takes the session with it', async () => {
    const { sat: pty, session } = await seated();
    pty.hangUp();
    await pty.ended;
    await gone(session);
  });

  test('who sits down many times leaves one spare and nothing else', async () => {
    const sessions: number[] = [];
    for (let time = 0; time < 8; time++) {
      const { sat: pty, session } = await seated();
      sessions.push(session);
      await left(pty);
    }
    for (const session of sessions) await gone(session);
    await spares.ready();
    expect(childrenOf(spares.pid)).toEqual(sparesOf(house));
    expect(readdirSync(`${house.db}.screens`)).toHaveLength(1);
  });

  test('another build opens its screens by itself, and the spare goes on waiting', async () => {
    await spares.ready();
    const [spare] = sparesOf(house);
    const folder = mkdtempSync(join(tmpdir(), 'baedal-other-'));
    const home = join(bin, '../..');
    for (const name of ['bin', 'dist']) mkdirSync(join(folder, name));
    for (const name of ['baedal.js', 'rerun.js', 'package.json']) copyFileSync(join(home, 'bin', name), join(folder, 'bin', name));
    for (const name of ['cli.cjs', 'tui.cjs', 'attach.cjs', 'package.json']) cpSync(join(home, 'dist', name), join(folder, 'dist', name));
    symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
    const env = house.envFor({ lang: 'ko', env: { TERM: 'xterm-256color' } });
    const pty = openPty(process.execPath, [join(folder, 'bin/baedal.js')], { columns: 80, rows: 24, cwd: house.folder, env });
    await shown(pty);
    expect(sparesOf(house)).toEqual([spare]);
    await left(pty);
    rmSync(folder, { recursive: true });
  });

  test('words for Node itself are heard: no spare could', async () => {
    await spares.ready();
    const [spare] = sparesOf(house);
    const pty = await shown(sit(house, [], { env: { NODE_OPTIONS: '--no-warnings' } }));
    expect(sparesOf(house)).toEqual([spare]);
    await left(pty);
  });
});

describe('a daemon', () => {
  let spares: Spares | undefined;
  afterEach(() => spares?.stop());

  test('keeps as many as it is told: two sit down at once, each in their own language and colours', async () => {
    spares = startSpares(house, { count: 2 });
    await spares.ready();
    const [korean, english] = [sit(house), sit(house, ['--lang', 'en'], { env: { NO_COLOR: '1' } })];
    await Promise.all([korean.until(aScreen), english.until(/help/)]);
    expect([colour.test(korean.written()), colour.test(english.written())]).toEqual([true, false]);
    await Promise.all([left(korean), left(english)]);
  });

  test('that ends takes its spare along, but nobody who has sat down', async () => {
    spares = startSpares(house, { count: 2 });
    const { sat: pty, session } = await spares.taken(() => shown(sit(house)));
    const [waiting = 0] = sparesOf(house);
    await spares.stop();
    expect(isAlive(waiting)).toBe(false);
    expect(sparesOf(house)).toEqual([]);
    expect(isAlive(session)).toBe(true);
    await hears(pty);
    await left(pty);
  });

  test('that is killed leaves no spare, either', async () => {
    spares = startSpares(house);
    await spares.ready();
    const [waiting = 0] = sparesOf(house);
    spares.kill('SIGKILL');
    await gone(waiting);
    expect(sparesOf(house)).toEqual([]);
  });

  test('starts another one for a spare that was killed, and what that left behind is in nobody’s way', async () => {
    spares = startSpares(house);
    await spares.ready();
    const [killed = 0] = sparesOf(house);
    process.kill(killed, 'SIGKILL');
    await gone(killed);
    const pty = await shown(sit(house));
    await left(pty);
    await expect.poll(() => sparesOf(house).filter((pid) => pid !== killed).length, { timeout: 20_000 }).toBe(1);
    expect(sparesOf(house)).not.toContain(killed);
  });

  test('keeps none when it is told so', async () => {
    spares = startSpares(house, { count: 0 });
    await expect.poll(async () => JSON.stringify(await house.json(['outbox'])), { timeout: 10_000 }).toContain(`"pid":${spares.pid}`);
    expect(childrenOf(spares.pid)).toEqual([]);
  });
});
