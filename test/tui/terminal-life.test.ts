import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pty } from '../../src/tui/testing/pty.ts';
import { openHouse } from '../cli/house.ts';
import { commandLine, shell, sit } from './sit.ts';

const house = openHouse();
beforeAll(() => house.json(['seed']));
afterAll(house.close);

/** The bar of keys: there is one on every screen. */
const aScreen = /도움말/;
const shown = async (pty: Pty): Promise<Pty> => {
  await pty.until(aScreen);
  expect(pty.terminal.isAlternate()).toBe(true);
  return pty;
};
/** As the shell had it before. */
const expectPlain = ({ terminal }: Pty, inShell = false) =>
  expect({
    alternate: terminal.isAlternate(),
    cursor: terminal.cursor() !== undefined,
    // bash wants it for itself.
    paste: !inShell && terminal.isSet(2004),
    held: terminal.isSet(2026),
    mouse: terminal.isSet(1000),
  }).toEqual({ alternate: false, cursor: true, paste: false, held: false, mouse: false });

describe('the terminal is as it was', () => {
  test('when the person leaves by Ctrl-C', async () => {
    const pty = await shown(sit(house));
    pty.send('ctrl-c');
    expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
    expectPlain(pty);
  });

  test.each([
    ['the whole screen', [], {}],
    ['lines', ['--screen-reader'], {}],
    ['lines without any sequence', [], { TERM: 'dumb' }],
  ] as const)('when the person leaves by Ctrl-C at the very first thing they see: %s', async (_mode, args, env) => {
    const pty = sit(house, args, { env });
    await pty.until(() => pty.written() !== '');
    pty.send('ctrl-c');
    expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
    expectPlain(pty);
  });

  test.each([
    ['SIGTERM', 15],
    ['SIGHUP', 1],
    ['SIGINT', 2],
  ] as const)('when it is told to end by %s, of which it dies', async (name, signal) => {
    const pty = await shown(sit(house));
    pty.kill(name);
    expect(await pty.ended).toMatchObject({ signal });
    expectPlain(pty);
  });

  test.each([
    ['an error that nobody caught', 'SIGUSR2'],
    ['a promise that nobody waited for', 'SIGALRM'],
  ] as const)('after %s, which is told by number, its details kept where only the operator reads', async (_what, signal) => {
    const pty = await shown(sit(house, [], { env: { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'crash-at-signal.child.ts')}` } }));
    pty.kill(signal);
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
    const pty = await shown(sit(house));
    pty.hangUp();
    expect(await pty.ended).toMatchObject({ signal: 1 });
  });
});

describe('a shell stops it and lets it go on', () => {
  /** What the shell itself sees of its terminal. */
  const settings = async (pty: Pty) => {
    pty.send('stty -a | tr " ;" "\\n" | grep -cxE "icanon|echo|isig|opost"; echo done$((1))\r');
    await pty.until(/done1/);
    return /^(\d+)$/m.exec(pty.screen())?.[1];
  };
  const started = async (): Promise<{ readonly pty: Pty; readonly pid: number }> => {
    const pty = shell(house);
    await pty.until(/shell>$/);
    // bash gives every job a group of its own; the job says who it is before it becomes the program.
    pty.send(`sh -c 'echo pid=$$; exec ${commandLine}'\r`);
    await pty.until(/pid=\d+/);
    const pid = Number(/pid=(\d+)/.exec(pty.screen())?.[1]);
    return { pty: await shown(pty), pid };
  };
  const ended = async (pty: Pty) => {
    pty.send('ctrl-c');
    await pty.until((screen) => /shell>$/.test(screen) && !pty.terminal.isAlternate());
    pty.send('exit\r');
    await pty.ended;
  };

  test.each([
    ['Ctrl-Z', (pty: Pty) => pty.send('\u001a')],
    ['kill -TSTP', (_pty: Pty, pid: number) => process.kill(pid, 'SIGTSTP')],
  ] as const)('by %s', async (_name, stop) => {
    const { pty, pid } = await started();
    stop(pty, pid);
    await pty.until(/Stopped|정지/);
    expectPlain(pty, true);
    expect(await settings(pty)).toBe('4');
    pty.send('fg\r');
    await pty.until((screen) => aScreen.test(screen) && pty.terminal.isAlternate());
    await ended(pty);
  });

  test('even by a signal that cannot be heard: it draws itself anew', async () => {
    const { pty, pid } = await started();
    process.kill(pid, 'SIGSTOP');
    await pty.until((screen) => /Stopped|정지/.test(screen));
    pty.send('fg\r');
    await pty.until((screen) => aScreen.test(screen) && !/Stopped/.test(screen));
    await ended(pty);
    expectPlain(pty, true);
  });

  test('and a size that changed meanwhile is seen', async () => {
    const { pty } = await started();
    pty.send('\u001a');
    await pty.until(/Stopped|정지/);
    pty.resize({ columns: 100, rows: 30 });
    pty.send('fg\r');
    await pty.until((screen) => aScreen.test(screen) && pty.terminal.isAlternate());
    expect(pty.terminal.size()).toEqual({ columns: 100, rows: 30 });
    await ended(pty);
  });
});

describe('a terminal that can do little', () => {
  test('without cursor movement gets lines below one another, and no sequence at all', async () => {
    const pty = sit(house, [], { env: { TERM: 'dumb' } });
    await pty.until(aScreen);
    pty.send('ctrl-c');
    expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
    expect(pty.written()).not.toContain('\u001b');
  });

  test('with a screen reader gets its lines on the normal screen', async () => {
    const pty = sit(house, ['--screen-reader']);
    await pty.until(aScreen);
    expect(pty.terminal.isAlternate()).toBe(false);
    pty.send('ctrl-c');
    expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
    expect(pty.screen()).toMatch(aScreen);
  });
});

test('without a database it says how to begin', async () => {
  const pty = sit(house, ['--db', join(house.folder, 'none.db')], { lang: 'en' });
  expect(await pty.ended).toEqual({ exit: 3, signal: 0 });
  expect(pty.screen()).toContain('baedal seed');
  expect(pty.written()).not.toContain('\u001b[?1049h');
});

test('an option that cannot be is refused before anything is drawn', async () => {
  const pty = sit(house, ['--theme', 'pink'], { lang: 'en' });
  expect(await pty.ended).toEqual({ exit: 2, signal: 0 });
  expect(pty.screen()).toContain('--theme must be one of dark, light, none');
  const owner = sit(house, ['--as', 'owner:shop_hanki'], { lang: 'en' });
  expect(await owner.ended).toEqual({ exit: 2, signal: 0 });
});
