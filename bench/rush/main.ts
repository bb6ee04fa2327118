import { readOptions } from '../../scripts/read-options.ts';
import { freshFolder } from '../kit/machine.ts';
import { type Run, rush } from './rush.ts';

// A rush of real programs: the daemon, one or two screens of the shop on pseudo terminals, customers and riders as commands. Whoever cooks
// knows nothing but what stands on the screen. Every length of the kitchen is a tenth of what it is in life, so 60 s are ten minutes.

const runs: readonly Run[] = [
  { name: '80x24-ko', lang: 'ko', columns: 80, rows: 24, screens: 1 },
  { name: '80x24-en', lang: 'en', columns: 80, rows: 24, screens: 2 },
  { name: '160x50-ko', lang: 'ko', columns: 160, rows: 50, screens: 1 },
  { name: '160x50-en', lang: 'en', columns: 160, rows: 50, screens: 1 },
  { name: 'disturbed', lang: 'ko', columns: 80, rows: 24, screens: 2, isDisturbed: true },
];
const help = `npm run rush -- [options]
  --orders N    how many customers order (60)
  --seconds N   … within (60)
  --seed S      who orders what, and when (1)
  --only LIST   of ${runs.map(({ name }) => name).join(', ')}`;
const options = readOptions(help, {
  orders: { type: 'string', default: '60' },
  seconds: { type: 'string', default: '60' },
  seed: { type: 'string', default: '1' },
  only: { type: 'string' },
});
const [orders, seconds, seed] = [Number(options.orders), Number(options.seconds), Number(options.seed)];
const chosen = runs.filter(({ name }) => options.only?.split(',').includes(name) ?? true);
if (chosen.length === 0 || ![orders, seconds, seed].every((number) => Number.isSafeInteger(number) && number > 0)) {
  console.error(`rush: the numbers are whole and more than 0, the runs some of the list\n${help}`);
  process.exit(2);
}

const { folder, remove } = freshFolder();
let isFine = true;
for (const run of chosen) {
  const { told, problems } = await rush(run, { folder: folder(run.name), orders, seconds, seed });
  console.log(`${run.name}: ${told}`);
  for (const problem of problems) console.error(`rush: ${run.name}: ${problem}`);
  isFine &&= problems.length === 0;
}
remove();
// An eye on a screen that was killed would wait for its next frame for ever.
process.exit(isFine ? 0 : 1);
