import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseId } from '../../src/core/kinds.ts';
import { sampleShops } from '../../src/samples/shops.ts';
import { openPty } from '../../src/tui/testing/pty.ts';
import { type Found, insist, type Measure } from '../kit/finding.ts';
import { type Answer, answersTo, type Stroke } from '../kit/keys.ts';
import { median, percentile } from '../kit/stats.ts';
import { must, newWorld } from '../kit/world.ts';

const launcher = fileURLToPath(new URL('../../bin/baedal.js', import.meta.url));
const startsPerRound = 3;
const greeting = '한끼 김치찌개';
/** More than a town has. */
const manyShops = 1000;
const nthName = (at: number): string => `가게 ${String(at).padStart(4, '0')}`;

/** A street where every shop is the first sample under another name. */
const fillStreet = async (file: string): Promise<void> => {
  const world = await newWorld(file);
  const [sample] = sampleShops();
  insist(sample !== undefined, 'there is no sample to copy');
  for (let at = 1; at <= manyShops; at++) {
    const id = parseId('shop', `shop_street${at}`);
    insist(id !== undefined, `no id for shop ${at}`);
    if (sample && id) must(await world.operator.writeShop({ ...sample, id, name: nthName(at) }));
  }
  await world.close();
};

/** Real screens on a real pseudo terminal of 120 columns and 40 rows; the terminal's own time is in the figures. */
export const screens: Measure = {
  name: 'screens',
  run: async ({ folder, rounds }): Promise<Found> => {
    const file = join(folder, 'screens.db');
    const world = await newWorld(file);
    await world.close();
    const envOf = (db: string) => ({
      PATH: process.env['PATH'],
      ...{ BAEDAL_DB: db, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, LC_ALL: 'ko_KR.UTF-8', TERM: 'xterm-256color' },
    });
    const open = (args: readonly string[], db = file) =>
      openPty(process.execPath, args, { columns: 120, rows: 40, cwd: folder, env: envOf(db) });
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
    const street = join(folder, 'street.db');
    await fillStreet(street);
    const keysIn = async (db: string, there: Stroke, back: Stroke): Promise<readonly Answer[]> => {
      const pty = open([launcher], db);
      await pty.until((screen) => screen.includes(back.shows));
      const answers = await answersTo(pty, there, back);
      pty.send('ctrl-c');
      await pty.ended;
      return answers;
    };
    const [few, many]: [(readonly Answer[])[], (readonly Answer[])[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      for (let at = 0; at < startsPerRound; at++) {
        bares.push(await bare());
        paints.push(await ours());
      }
      // The list is short, and every key moves its cursor.
      few.push(await keysIn(file, { key: 'down', shows: '▌홍대 치킨공방' }, { key: 'up', shows: '▌한끼 김치찌개' }));
      many.push(await keysIn(street, { key: 'down', shows: `▌${nthName(2)}` }, { key: 'up', shows: `▌${nthName(1)}` }));
    }
    const slowest = (answers: readonly Answer[]) =>
      percentile(
        answers.map(({ ms }) => ms),
        0.95,
      );
    return [
      {
        name: 'screens-paint',
        about: 'from the command to its first screen, against `node -e` that writes one word',
        unit: '×',
        values: paints.map((ms, at) => ms / (bares[at] ?? Number.NaN)),
        reference: bares,
        detail: { ms: median(paints), 'node -e ms': median(bares) },
      },
      { name: 'screens-key', about: 'from a key to its frame, p95', unit: 'ms', values: few.map(slowest) },
      { name: 'screens-many', about: `the same in a list of ${manyShops} shops`, unit: 'ms', values: many.map(slowest) },
      {
        name: 'screens-bytes',
        about: 'bytes of a frame that moves the cursor of a list',
        unit: 'bytes',
        values: few.map((answers) => median(answers.map(({ bytes }) => bytes))),
      },
    ];
  },
};
