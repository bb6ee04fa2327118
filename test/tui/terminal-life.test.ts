import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pty } from '../../src/tui/testing/pty.ts';
import { openHouse } from '../cli/house.ts';
import { aScreen, endedInShell, expectPlain, settingsOf, shown, startedInShell } from './at-terminal.ts';
import { seed, sit } from './sit.ts';
import { type Spares, startSpares } from './spares.ts';

const crashes = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'crash-at-signal.child.ts')}` };

/** Of the person nobody can tell the one from the other, except by the time. */
describe.each([
  ['in a process of their own', 0],
  ['in a process that was kept ready', 3],
] as const)('screens %s', (_way, count) => {
  const house = openHouse();
  let spares: Spares | undefined;
  beforeAll(async () => {
    await seed(house);
    if (count > 0) spares = startSpares(house, { count, env: crashes });
  });
  afterAll(async () => {
    await spares?.stop();
    house.close();
  });
  /** Sits down this way; what draws is the process itself, or the session. */
  const by = async <T extends Pty | { readonly pty: Pty }>(open: () => Promise<T>) => {
    if (spares) return spares.taken(open);
    const sat = await open();
    return { sat, session: 'pty' in sat ? sat.pty.pid : sat.pid };
  };
  const seated = async (...asked: Parameters<typeof sit> extends [unknown, ...infer Rest] ? Rest : never): Promise<Pty> =>
    (await by(() => shown(sit(house, ...asked)))).sat;

  describe('leave the terminal as it was', () => {
    test('when the person leaves by Ctrl-C', async () => {
      const pty = await seated();
      pty.send('ctrl-c');
      expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
      expectPlain(pty);
    });

    test.each([
      ['the whole screen', [], {}],
      ['lines', ['--screen-reader'], {}],
      ['lines without any sequence', [], { TERM: 'dumb' }],
    ] as const)('when the person leaves by Ctrl-C at the very first thing they see: %s', async (_mode, args, env) => {
      const { sat: pty } = await by(async () => {
        const opened = sit(house, args, { env });
        await opened.until(() => opened.written() !== '');
        return opened;
      });
      pty.send('ctrl-c');
      expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
      expectPlain(pty);
    });

    test.each([
      ['SIGTERM', 15],
      ['SIGHUP', 1],
      ['SIGINT', 2],
    ] as const)('when it is told to end by %s, of which it dies', async (name, signal) => {
      const pty = await seated();
      pty.kill(name);
      expect(await pty.ended).toMatchObject({ signal });
      expectPlain(pty);
    });

    test.each([
      ['an error that nobody caught', 'SIGUSR2'],
      ['a promise that nobody waited for', 'SIGALRM'],
    ] as const)('after %s, which is told by number, its details kept where only the operator reads', async (_what, signal) => {
      const { sat: pty, session } = await by(() => shown(sit(house, [], { env: count > 0 ? {} : crashes })));
      process.kill(session, signal);
      expect(await pty.ended).toEqual({ exit: 1, signal: 0 });
      expectPlain(pty);
      const incident = /inc_[a-z0-9]{6}/.exec(pty.screen())?.[0] ?? 'none';
      expect(pty.written()).not.toContain('secret');
      const file = `${house.db}.incidents.log`;
      expect(
        readFileSync(file, 'utf8')
          .split('\n')
          .find((line) => line.includes(incident)),
      ).toContain('secret');
      expect(statSync(file).mode & 0o777).toBe(0o600);
    });

    test('and nothing runs on when the terminal is taken away', async () => {
      const pty = await seated();
      pty.hangUp();
      expect(await pty.ended).toMatchObject({ signal: 1 });
    });
  });

  describe('are stopped by a shell, and go on', () => {
    test.each([
      ['Ctrl-Z', (pty: Pty) => pty.send('\u001a')],
      ['kill -TSTP', (_pty: Pty, pid: number) => process.kill(pid, 'SIGTSTP')],
    ] as const)('by %s', async (_name, stop) => {
      const { pty, pid } = (await by(() => startedInShell(house))).sat;
      stop(pty, pid);
      await pty.until(/Stopped|정지/);
      expectPlain(pty, true);
      expect(await settingsOf(pty)).toBe('4');
      pty.send('fg\r');
      await pty.until((screen) => aScreen.test(screen) && pty.terminal.isAlternate());
      await endedInShell(pty);
    });

    test('even by a signal that cannot be heard: it draws itself anew', async () => {
      const { pty, pid } = (await by(() => startedInShell(house))).sat;
      process.kill(pid, 'SIGSTOP');
      await pty.until((screen) => /Stopped|정지/.test(screen));
      pty.send('fg\r');
      await pty.until((screen) => aScreen.test(screen) && !/Stopped/.test(screen));
      await endedInShell(pty);
      expectPlain(pty, true);
    });

    test('and a size that changed meanwhile is seen', async () => {
      const { pty } = (await by(() => startedInShell(house))).sat;
      pty.send('\u001a');
      await pty.until(/Stopped|정지/);
      pty.resize({ columns: 100, rows: 30 });
      pty.send('fg\r');
      await pty.until((screen) => aScreen.test(screen) && pty.terminal.isAlternate());
      // The bar of keys is at the bottom: of the size that is now.
      await pty.until(() => aScreen.test(pty.lines()[29] ?? ''));
      await endedInShell(pty);
    });
  });

  describe('on a terminal that can do little', () => {
    test('without cursor movement are lines below one another, and no sequence at all', async () => {
      const { sat: pty } = await by(async () => {
        const opened = sit(house, [], { env: { TERM: 'dumb' } });
        await opened.until(aScreen);
        return opened;
      });
      pty.send('ctrl-c');
      expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
      expect(pty.written()).not.toContain('\u001b');
    });

    test('with a screen reader are lines on the normal screen', async () => {
      const { sat: pty } = await by(async () => {
        const opened = sit(house, ['--screen-reader']);
        await opened.until(aScreen);
        return opened;
      });
      expect(pty.terminal.isAlternate()).toBe(false);
      pty.send('ctrl-c');
      expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
      expect(pty.screen()).toMatch(aScreen);
    });
  });

  test('an option that cannot be is refused before anything is drawn', async () => {
    const refused = async (args: readonly string[]) => {
      const pty = sit(house, args, { lang: 'en' });
      expect(await pty.ended).toEqual({ exit: 2, signal: 0 });
      return pty;
    };
    const { sat: pty } = await by(() => refused(['--theme', 'pink']));
    expect(pty.screen()).toContain('--theme must be one of dark, light, none');
    expect(pty.written()).not.toContain('\u001b[?1049h');
    await by(() => refused(['--as', 'owner:shop_hanki']));
  });
});

test('without a database it says how to begin', async () => {
  const house = openHouse();
  const pty = sit(house, ['--db', join(house.folder, 'none.db')], { lang: 'en' });
  expect(await pty.ended).toEqual({ exit: 3, signal: 0 });
  expect(pty.screen()).toContain('baedal seed');
  expect(pty.written()).not.toContain('\u001b[?1049h');
  house.close();
});
