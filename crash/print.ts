import type { Unjudged } from '../src/core/invariants/evidence.ts';
import { invariants } from '../src/core/invariants/invariants.ts';
import { neverJudged, sayUnjudged } from '../src/core/invariants/runs.ts';
import type { Surveyed } from './enumerate.ts';
import type { Outcome } from './run-point.ts';

export const replayOf = ({ path, point }: Outcome): string => `npm run crash-points -- --path ${path} --at ${point}`;
export const hasFailed = ({ killed, wrong }: Outcome): boolean => !killed || wrong.length > 0;

/** A failure at once, with the one command that shows it again; progress now and then. */
export const printOutcome = (outcome: Outcome, done: number, all: number, say: (line: string) => void): void => {
  if (!outcome.killed)
    say(`UNFIRED ${outcome.path} ${outcome.point}: it did not get so far in ${outcome.tries} tries\n  ${replayOf(outcome)}`);
  for (const what of outcome.wrong) say(`VIOLATION ${outcome.path} ${outcome.point}, before ${outcome.before}\n  ${what}`);
  if (outcome.wrong.length > 0) say(`  ${replayOf(outcome)}`);
  if (done % 250 === 0) say(`crash-points: ${done} of ${all}`);
};

export type Summary = {
  readonly points: number;
  readonly killed: number;
  readonly unfired: number;
  readonly violations: number;
  readonly retried: number;
  readonly seconds: number;
  /** Promises held against the point that had the least evidence, and against all of them together. */
  readonly judgedEach: number;
  readonly judged: number;
  readonly unjudged: readonly Unjudged[];
  readonly words: number;
  readonly syncs: number;
  readonly paths: Readonly<Record<string, { readonly points: number; readonly killed: number; readonly violations: number }>>;
};

const violationsIn = (outcomes: readonly Outcome[]) => outcomes.reduce((sum, { wrong }) => sum + wrong.length, 0);
const killedOf = (outcomes: readonly Outcome[]) => outcomes.filter(({ killed }) => killed).length;

const judgedIn = (outcomes: readonly Outcome[]): Pick<Summary, 'judgedEach' | 'judged' | 'unjudged'> => {
  const unjudged = neverJudged(outcomes.map((outcome) => outcome.unjudged));
  const judgedEach = outcomes.reduce((least, { judged }) => Math.min(least, judged), invariants.length);
  return { judgedEach, judged: outcomes.length === 0 ? 0 : invariants.length - unjudged.length, unjudged };
};

export const summarize = (
  outcomes: readonly Outcome[],
  points: number,
  { words, syncs, wrong }: Omit<Surveyed, 'jobs'>,
  seconds: number,
): Summary => ({
  points,
  killed: killedOf(outcomes),
  unfired: points - killedOf(outcomes),
  violations: violationsIn(outcomes) + wrong.length,
  retried: outcomes.filter(({ tries }) => tries > 1).length,
  seconds: Math.round(seconds * 10) / 10,
  ...judgedIn(outcomes.filter(({ killed }) => killed)),
  words,
  syncs,
  paths: Object.fromEntries(
    [...Map.groupBy(outcomes, ({ path }) => path)].map(([path, some]) => [
      path,
      { points: some.length, killed: killedOf(some), violations: violationsIn(some) },
    ]),
  ),
});

const forPeople = ({ points, killed, unfired, violations, retried, words, syncs, seconds, paths, ...of }: Summary) => [
  ...Object.entries(paths).map(([path, on]) => `${path.padEnd(26)} ${on.points} points, ${on.killed} kills, ${on.violations} violations`),
  `${points} points, ${killed} kills (killed ${killed === points ? '=' : '≠'} points), ${violations} violations, ${seconds} s`,
  `${unfired} unfired, ${retried} tried again`,
  `${of.judged} of ${invariants.length} promises judged, at least ${of.judgedEach} at each point; ${sayUnjudged(of.unjudged)}`,
  `undisturbed: ${words} words to others, ${syncs} syncs of what was written before them`,
];

/** True when something is wrong: with the program, or with us, who did not kill where we said. */
export const printSummary = (summary: Summary, json: boolean): boolean => {
  process.stdout.write(`${(json ? [JSON.stringify(summary)] : forPeople(summary)).join('\n')}\n`);
  return summary.violations > 0 || summary.killed !== summary.points;
};
