import { parseArgs } from 'node:util';
import { createChance } from '../../simulation/chance.ts';
import type { Lang } from '../../src/words/lang.ts';
import { freshFolder, loadAverage } from '../kit/machine.ts';
import { openCook } from './cook.ts';
import { openEye } from './eye.ts';
import { glanceIn } from './glance.ts';
import { field, openHouse, textIn } from './house.ts';
import { judge } from './judge.ts';
import { asOwner, openTown, shop } from './town.ts';

// A rush of real programs: the daemon, one or two screens of the shop on pseudo terminals, customers and riders as commands. Whoever cooks
// knows nothing but what stands on the screen. Every length of the kitchen is a tenth of what it is in life, so 60 s are ten minutes.
const { values: options } = parseArgs({
  options: {
    orders: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const [orders, seconds, seed] = [Number(options.orders), Number(options.seconds), Number(options.seed)];

type Run = { readonly name: string; readonly lang: Lang; readonly columns: number; readonly rows: number; readonly screens: 1 | 2 };
const runs: readonly Run[] = [
  { name: '80x24-ko', lang: 'ko', columns: 80, rows: 24, screens: 1 },
  { name: '80x24-en', lang: 'en', columns: 80, rows: 24, screens: 2 },
  { name: '160x50-ko', lang: 'ko', columns: 160, rows: 50, screens: 1 },
  { name: '160x50-en', lang: 'en', columns: 160, rows: 50, screens: 1 },
];
const chosen = runs.filter(({ name }) => options.only?.split(',').includes(name) ?? true);
if (chosen.length === 0 || ![orders, seconds, seed].every((number) => Number.isSafeInteger(number) && number > 0)) {
  console.error(`rush: --orders 60 --seconds 60 --seed 1 --only ${runs.map(({ name }) => name).join(',')}`);
  process.exit(2);
}

const tenth = {
  BAEDAL_ACCEPT_LEASE_MS: '48000',
  BAEDAL_ACCEPT_REMIND_MS: '6000,18000,36000',
  BAEDAL_READY_IN_MS: '120000',
  BAEDAL_KITCHEN_SLOW_MS: '48000',
  BAEDAL_KITCHEN_LATE_MS: '90000',
  BAEDAL_KITCHEN_RING_MS: '1500',
  BAEDAL_RECALL_MS: '60000',
  BAEDAL_DISPATCH_LATE_MS: '30000',
};

/** `…새 주문 2건`, `…new order ×2`, `…조리 중지! 1건`: how many things a note of the terminal rings for. */
const rungIn = (written: string): number => {
  const notes = written
    .split('\u001b]9;')
    .slice(1)
    .map((rest) => rest.split('\u0007', 1).join('').split(' · ').slice(1));
  return notes.flat().reduce((sum, part) => sum + Number(/(?: |×)(\d+)건?$/.exec(part)?.[1] ?? 1), 0);
};
const listed = (json: unknown, name: string): readonly unknown[] => {
  const value = field(json, name);
  return Array.isArray(value) ? value : [];
};
const leftOn = (board: unknown): readonly string[] =>
  (Array.isArray(board) ? board : [...listed(board, 'tickets'), ...listed(board, 'alarms')]).map((one) => textIn(one, 'order'));

const { folder, remove } = freshFolder();
const rush = async (run: Run): Promise<boolean> => {
  const load = loadAverage();
  const house = openHouse(folder(run.name), tenth);
  const glance = glanceIn(run.lang);
  await house.must('seed');
  const daemon = house.daemon();
  const town = openTown({ house, chance: createChance(seed, `town ${run.name}`), orders, everyMs: (seconds * 1000) / orders });
  const [begun, state] = [performance.now(), { isFed: false }];
  const benches = Array.from({ length: run.screens }, (_, at) => {
    // The second screen of a shop hangs on the wall, and is another size.
    const size = at === 0 ? run : { columns: 120, rows: 40 };
    const pty = house.sit(['owner', shop, '--screen', at === 0 ? 'counter' : 'wall'], run.lang, size);
    const eye = openEye(pty, glance);
    const chance = createChance(seed, `cook ${at}`);
    return { pty, eye, cook: openCook({ pty, eye, glance, chance, rejectPercent: 8, isOver: () => state.isFed }) };
  });
  await Promise.all(benches.map(({ pty }) => pty.until((screen) => glance(screen).counts !== undefined)));
  const riding = town.ride(() => state.isFed);
  const cooking = benches.map(({ cook }) => cook.work());
  await town.hungry();
  state.isFed = true;
  await Promise.all(cooking);
  await riding;
  // A delivery that failed last comes back to the board after the cooks have gone.
  await Promise.all(benches.map(({ cook }) => cook.work()));
  const worked = (performance.now() - begun) / 1000;
  const left = leftOn(await house.must('kitchen', 'board', ...asOwner));
  const events = await house.events();
  const rung = benches.reduce((sum, { pty }) => sum + rungIn(pty.written()), 0);
  const [meant, eyes] = [benches.flatMap(({ cook }) => cook.meant()), benches.map(({ eye }) => eye)];
  const { problems, counts, alarms } = judge({ placed: town.placed(), events, meant, eyes, rung, left });
  for (const { pty, eye } of benches) {
    eye.close();
    pty.send('ctrl-c');
    await pty.ended;
  }
  daemon.kill('SIGTERM');
  const keys = benches.reduce((sum, { cook }) => sum + cook.keys(), 0);
  const frames = eyes.reduce((sum, eye) => sum + eye.frames(), 0);
  const told = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  console.log(
    `${run.name}: ${town.placed().length} orders, ${keys} keys on ${run.screens} screen(s), ${worked.toFixed(0)} s, ${frames} frames, ` +
      `${alarms} alarms seen, rang for ${rung}; ${told.join(', ')}; load ${load.toFixed(1)}`,
  );
  for (const problem of problems) console.error(`rush: ${run.name}: ${problem}`);
  return problems.length === 0 && town.placed().length === orders;
};

let isFine = true;
for (const run of chosen) isFine = (await rush(run)) && isFine;
remove();
process.exitCode = isFine ? 0 : 1;
