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
  readonly promises: number;
  readonly skipped: readonly string[];
  readonly words: number;
  readonly syncs: number;
  readonly paths: Readonly<Record<string, { readonly points: number; readonly killed: number; readonly violations: number }>>;
};

const violationsIn = (outcomes: readonly Outcome[]) => outcomes.reduce((sum, { wrong }) => sum + wrong.length, 0);
const killedOf = (outcomes: readonly Outcome[]) => outcomes.filter(({ killed }) => killed).length;

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
  promises: Math.min(...outcomes.filter(({ killed }) => killed).map(({ checked }) => checked)),
  skipped: [...new Set(outcomes.flatMap(({ skipped }) => skipped))],
  words,
  syncs,
  paths: Object.fromEntries(
    [...Map.groupBy(outcomes, ({ path }) => path)].map(([path, some]) => [
      path,
      { points: some.length, killed: killedOf(some), violations: violationsIn(some) },
    ]),
  ),
});

const forPeople = ({ points, killed, unfired, violations, retried, promises, skipped, words, syncs, seconds, paths }: Summary) => [
  ...Object.entries(paths).map(([path, of]) => `${path.padEnd(26)} ${of.points} points, ${of.killed} kills, ${of.violations} violations`),
  `${points} points, ${killed} kills (killed ${killed === points ? '=' : '≠'} points), ${violations} violations, ${seconds} s`,
  `${unfired} unfired, ${retried} tried again; ${promises} promises held against each${skipped.length > 0 ? `, without evidence: ${skipped.join(', ')}` : ''}`,
  `undisturbed: ${words} words to others, ${syncs} syncs of what was written before them`,
];

/** True when something is wrong: with the program, or with us, who did not kill where we said. */
export const printSummary = (summary: Summary, json: boolean): boolean => {
  process.stdout.write(`${(json ? [JSON.stringify(summary)] : forPeople(summary)).join('\n')}\n`);
  return summary.violations > 0 || summary.killed !== summary.points;
};
