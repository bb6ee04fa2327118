import { availableParallelism, loadavg } from 'node:os';
import { readOptions } from '../scripts/read-options.ts';
import { beyond } from '../src/core/invariants/runs.ts';
import { type Job, runJobs, type Surveyed, sample, survey, withBench } from './enumerate.ts';
import { paths } from './paths.ts';
import { printOutcome, printSummary, summarize } from './print.ts';
import { names, parsePoint, whyNoStrace } from './syscalls.ts';

const help = `npm run crash-points -- [options]
  --path LIST    only these paths: ${paths.map(({ name }) => name).join(', ')}
  --calls LIST   only before these system calls: ${names.join(', ')}
  --at POINT     one point of one path, as a failing run prints it: <syscall>:<n> or pool/<syscall>:<n>
  --limit N      so many points, drawn from all
  --seed S       … by this seed (1)
  --workers N    at once (2)
  --json         the figures as JSON on standard output
  --keep         the folders of what went wrong stay`;
const options = readOptions(help, {
  path: { type: 'string' },
  at: { type: 'string' },
  calls: { type: 'string' },
  limit: { type: 'string' },
  seed: { type: 'string', default: '1' },
  workers: { type: 'string', default: '2' },
  json: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
});

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const stop = (sentence: string): never => {
  say(`crash-points: ${sentence}`);
  process.exit(2);
};

const wanted = options.path?.split(',');
const calls = options.calls?.split(',');
const strange = calls?.filter((call) => !names.some((name) => name === call)) ?? [];
if (strange.length > 0) stop(`--calls are some of ${names.join(',')}, not ${strange.join(',')}`);
const chosen = paths.filter(
  ({ name }) => wanted === undefined || wanted.some((part) => name === part || name.startsWith(`${part}.`) || name.startsWith(`${part}-`)),
);
const [limit, seed, workers] = [
  options.limit === undefined ? Number.POSITIVE_INFINITY : Number(options.limit),
  Number(options.seed),
  Number(options.workers),
];
const at =
  options.at === undefined
    ? undefined
    : (parsePoint(options.at) ?? stop(`--at is <syscall>:<n> or pool/<syscall>:<n>, not '${options.at}'`));
if (chosen.length === 0) stop(`there is no such path; choose of ${paths.map(({ name }) => name).join(',')}`);
if (at && chosen.length > 1 && !chosen.some(({ name }) => name === options.path)) stop('--at needs one --path');
if (![limit, seed, workers].every((n) => n >= 1)) stop('--limit, --seed and --workers are numbers from 1');
const missing = whyNoStrace();
if (missing !== undefined) stop(`${missing}; nothing was proved`);

const began = performance.now();
const nowhere: Surveyed = { jobs: [], words: 0, syncs: 0, wrong: [] };
const failed = await withBench(workers, async (bench) => {
  const one = at && chosen.find(({ name }) => name === options.path);
  const surveyed = one ? nowhere : await survey(chosen, bench);
  const asked = surveyed.jobs.filter(({ point }) => calls === undefined || calls.includes(point.name));
  const jobs: readonly Job[] = at && one ? [{ path: one, point: at }] : sample(asked, limit, seed);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  say(`crash-points: ${jobs.length} points on ${chosen.length} paths, ${workers} workers, ${availableParallelism()} cores, load ${load}`);
  for (const what of surveyed.wrong)
    say(`VIOLATION told-after-synced, ${what}\n  npm run crash-points -- --path ${what.split(':')[0]} --limit 1`);
  const outcomes = await runJobs(jobs, bench, workers, options.keep, (outcome, done) => printOutcome(outcome, done, jobs.length, say));
  const summary = summarize(outcomes, jobs.length, surveyed, (performance.now() - began) / 1000);
  const isWhole = wanted === undefined && jobs.length === asked.length;
  const silent = isWhole ? summary.unjudged.filter(({ name }) => !beyond('crash-points').includes(name)) : [];
  for (const { name } of silent) say(`SILENT ${name} was judged at no point, and could have been`);
  return printSummary(summary, options.json) || silent.length > 0;
});
process.exitCode = failed ? 1 : 0;
