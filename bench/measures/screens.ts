import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPty } from '../../src/tui/testing/pty.ts';
import { type Found, insist, type Measure } from '../kit/finding.ts';
import { answersTo } from '../kit/keys.ts';
import { median, percentile } from '../kit/stats.ts';
import { newWorld } from '../kit/world.ts';

const launcher = fileURLToPath(new URL('../../bin/baedal.js', import.meta.url));
const startsPerRound = 3;
const greeting = '한끼 김치찌개';

/** Real screens on a real pseudo terminal of 120 columns and 40 rows; the terminal's own time is in the figures. */
export const screens: Measure = {
  name: 'screens',
  run: async ({ folder, rounds }): Promise<Found> => {
    const file = join(folder, 'screens.db');
    const world = await newWorld(file);
    await world.close();
    const env = {
      PATH: process.env['PATH'],
      ...{ BAEDAL_DB: file, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, LC_ALL: 'ko_KR.UTF-8', TERM: 'xterm-256color' },
    };
    const open = (args: readonly string[]) => openPty(process.execPath, args, { columns: 120, rows: 40, cwd: folder, env });
    const paint = async (args: readonly string[], leave: boolean): Promise<number> => {
      const since = performance.now();
      const pty = open(args);
      await pty.until((screen) => screen.includes(greeting));
      const ms = performance.now() - since;
      if (leave) pty.send('ctrl-c');
      const { exit, signal } = await pty.ended;
      insist(exit === 0 && signal === 0, `the screens ended with ${exit}, ${signal}`);
      return ms;
    };
    const bare = () => paint(['-e', `process.stdout.write('${greeting}')`], false);
    const ours = () => paint([launcher], true);
    await ours();
    const [paints, bares]: [number[], number[]] = [[], []];
    const [slow, sizes]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      for (let at = 0; at < startsPerRound; at++) {
        bares.push(await bare());
        paints.push(await ours());
      }
      const pty = open([launcher]);
      await pty.until((screen) => screen.includes(greeting));
      // The list is short, and every key moves its cursor.
      const keys = await answersTo(pty, { key: 'down', shows: '▌홍대 치킨공방' }, { key: 'up', shows: '▌한끼 김치찌개' });
      slow.push(
        percentile(
          keys.map(({ ms }) => ms),
          0.95,
        ),
      );
      sizes.push(median(keys.map(({ bytes }) => bytes)));
      pty.send('ctrl-c');
      await pty.ended;
    }
    return [
      {
        name: 'screens-paint',
        about: 'from the command to its first screen, against `node -e` that writes one word',
        unit: '×',
        values: paints.map((ms, at) => ms / (bares[at] ?? Number.NaN)),
        reference: bares,
        detail: { ms: median(paints), 'node -e ms': median(bares) },
      },
      { name: 'screens-key', about: 'from a key to its frame, p95', unit: 'ms', values: slow },
      { name: 'screens-bytes', about: 'bytes of a frame that moves the cursor of a list', unit: 'bytes', values: sizes },
    ];
  },
};
