import { parseArgs } from 'node:util';
import { runSoak } from './soak/run-soak.ts';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    keep: { type: 'boolean', default: false },
  },
});
const [seconds, seed] = [Number(options.seconds), Number(options.seed)];
if (!(seconds >= 5 && Number.isSafeInteger(seed))) {
  process.stderr.write('soak: --seconds N (5 or more) --seed S --keep\n');
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
