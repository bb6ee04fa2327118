import { readOptions } from '../scripts/read-options.ts';
import { runSoak } from './soak/run-soak.ts';

const help = `npm run soak -- [options]
  --seconds N   how long, 5 or more (60)
  --seed S      for the same choices again; real processes race anew
  --keep        the folder with the database and the daemons' logs stays`;
const options = readOptions(help, {
  seconds: { type: 'string', default: '60' },
  seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  keep: { type: 'boolean', default: false },
});
const [seconds, seed] = [Number(options.seconds), Number(options.seed)];
if (!(seconds >= 5 && Number.isSafeInteger(seed))) {
  process.stderr.write(`soak: --seconds is 5 or more, --seed a whole number\n${help}\n`);
  process.exit(2);
}

const { figures, wrong, missing } = await runSoak({ seconds, seed, keep: options.keep }, (line) => process.stderr.write(`soak: ${line}\n`));
for (const what of wrong) process.stderr.write(`VIOLATION ${what}\n`);
for (const what of missing) process.stderr.write(`NEVER HAPPENED ${what}: so this run proves nothing about it\n`);
for (const [name, figure] of Object.entries(figures)) process.stderr.write(`${name.padEnd(26)} ${figure}\n`);
const failed = wrong.length > 0 || missing.length > 0;
if (failed)
  process.stderr.write(`again: npm run soak -- --seconds ${seconds} --seed ${seed} (the same choices; real processes race anew)\n`);
process.stdout.write(`${JSON.stringify({ ...figures, violations: wrong })}\n`);
process.exitCode = failed ? 1 : 0;
