import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openPty } from '../../src/tui/testing/pty.ts';
import { type Found, insist, type Measure } from '../kit/finding.ts';
import { median } from '../kit/stats.ts';
import { newWorld } from '../kit/world.ts';

const launcher = fileURLToPath(new URL('../../bin/baedal.js', import.meta.url));
const startsPerRound = 3;
const kept = 2;
const greeting = '한끼 김치찌개';

/** The first screen where a daemon keeps sessions ready: nothing else is under way when it is measured, not even the next spare. */
export const spare: Measure = {
  name: 'spare',
  run: async ({ folder, rounds }): Promise<Found> => {
    const file = join(folder, 'spare.db');
    const world = await newWorld(file);
    await world.close();
    const env = {
      PATH: process.env['PATH'],
      ...{ BAEDAL_DB: file, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, LC_ALL: 'ko_KR.UTF-8', TERM: 'xterm-256color' },
      BAEDAL_SPARE_SCREENS: String(kept),
    };
    const waiting = () => (existsSync(`${file}.screens`) ? readdirSync(`${file}.screens`).length : 0);
    const paint = async (args: readonly string[], leave: boolean): Promise<number> => {
      const since = performance.now();
      const pty = openPty(process.execPath, args, { columns: 120, rows: 40, cwd: folder, env });
      await pty.until((screen) => screen.includes(greeting));
      const ms = performance.now() - since;
      insist(!leave || waiting() === kept - 1, 'the screens opened in a process of their own');
      if (leave) pty.send('ctrl-c');
      const { exit, signal } = await pty.ended;
      insist(exit === 0 && signal === 0, `the screens ended with ${exit}, ${signal}`);
      return ms;
    };
    const [paints, bares]: [number[], number[]] = [[], []];
    const daemon = spawn(process.execPath, [launcher, 'daemon'], { env, cwd: folder, stdio: 'ignore' });
    try {
      for (let start = 0; start < rounds * startsPerRound; start++) {
        while (waiting() < kept) await sleep(50);
        bares.push(await paint(['-e', `process.stdout.write('${greeting}')`], false));
        paints.push(await paint([launcher], true));
      }
    } finally {
      const ended = once(daemon, 'exit');
      daemon.kill();
      await ended;
    }
    return [
      {
        name: 'spare-paint',
        about: 'from the command to its first screen, from a session kept ready, against `node -e` that writes one word',
        unit: '×',
        values: paints.map((ms, at) => ms / (bares[at] ?? Number.NaN)),
        reference: bares,
        detail: { ms: median(paints), 'node -e ms': median(bares) },
      },
    ];
  },
};
