import { writeFileSync } from 'node:fs';
import { readOptions } from '../scripts/read-options.ts';
import type { Found } from './kit/finding.ts';
import { brokenGoals, type Judged, judge, printRow } from './kit/judge.ts';
import { describeMachine, freshFolder, loadAverage } from './kit/machine.ts';
import { measures } from './measures.ts';

const help = `npm run bench -- [options]
  --only LIST    of ${measures.map(({ name }) => name).join(', ')}
  --rounds N     how often each is measured (7)
  --json FILE    writes the figures there
  --check FILE   ends with 1 when a figure is below its must, as in bench/goals.json
  --full         the measures that take minutes, too`;
const options = readOptions(help, {
  only: { type: 'string' },
  rounds: { type: 'string', default: '7' },
  json: { type: 'string' },
  check: { type: 'string' },
  full: { type: 'boolean', default: false },
});
const rounds = Number(options.rounds);
const wanted = options.only?.split(',');
const unknown = wanted?.filter((name) => !measures.some((measure) => measure.name === name)) ?? [];
if (unknown.length > 0 || !Number.isSafeInteger(rounds) || rounds < 1) {
  console.error(`bench: not known: ${unknown.join(', ') || options.rounds}\n${help}`);
  process.exit(2);
}

const mostTries = 3;
const started = performance.now();
const { folder, cache, remove } = freshFolder();
const machine = describeMachine(folder);
console.log(
  Object.entries(machine)
    .map(([name, value]) => `${name} ${value}`)
    .join(' · '),
);

const judged: Judged[] = [];
for (const { name, run } of measures.filter((measure) => wanted?.includes(measure.name) ?? true)) {
  const since = performance.now();
  // Before it starts: what the measure itself does to the machine is no noise.
  const load = loadAverage();
  let rows: readonly Judged[] = [];
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    const found: Found = await run({ rounds, full: options.full, folder: folder(`${name}-${attempt}`), cache });
    rows = judge(found, load);
    // A wavering reference proves nothing, in either direction: measured again rather than believed.
    if (!rows.some((row) => 'wavering' in row && row.wavering)) break;
  }
  judged.push(...rows);
  for (const row of rows) console.log(printRow(row));
  console.log(`  ${name}: ${((performance.now() - since) / 1000).toFixed(0)} s`);
}
remove();

const report = { machine, loadAfter: loadAverage(), seconds: Math.round((performance.now() - started) / 1000), rows: judged };
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
console.log(`${report.seconds} s, load ${report.loadAfter.toFixed(1)}`);
const broken = options.check === undefined ? [] : brokenGoals(judged, options.check);
for (const sentence of broken) console.error(`bench: ${sentence}`);
process.exitCode = broken.length > 0 ? 1 : 0;
