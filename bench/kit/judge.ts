import { readFileSync } from 'node:fs';
import type { Finding, Found, Missing } from './finding.ts';
import { cores } from './machine.ts';
import { median, spread } from './stats.ts';

type Goal = { readonly better: 'more' | 'less'; readonly must: number; readonly aim?: number };
type Verdict = 'aim' | 'must' | 'below' | 'no goal';
type Measured = Omit<Finding, 'values' | 'reference'> & {
  readonly value: number;
  readonly spread: number;
  readonly values: readonly number[];
  /** Its reference wavered: worth measuring again. */
  readonly wavering: boolean;
  /** Not to be believed: that, or others kept the machine busy. */
  readonly noisy: boolean;
  readonly verdict: Verdict;
  readonly goal?: Goal;
};
export type Judged = Measured | Missing;

const goalsFile = new URL('../goals.json', import.meta.url);
const readGoals = (file: URL | string): Readonly<Record<string, Goal>> => JSON.parse(readFileSync(file, 'utf8'));

const reaches = (value: number, wanted: number, { better }: Goal): boolean => (better === 'more' ? value >= wanted : value <= wanted);

const verdictOn = (value: number, goal: Goal | undefined): Verdict => {
  if (!goal) return 'no goal';
  if (goal.aim !== undefined && reaches(value, goal.aim, goal)) return 'aim';
  return reaches(value, goal.must, goal) ? 'must' : 'below';
};

const wavers = (samples: readonly number[]): boolean => spread(samples) > 0.2 * median(samples);

export const judge = (found: Found, load: number): readonly Judged[] => {
  const goals = readGoals(goalsFile);
  return found.map((finding) => {
    if ('notMeasured' in finding) return finding;
    const { values, reference, ...rest } = finding;
    const goal = goals[finding.name];
    const value = median(values);
    const wavering = reference !== undefined && reference.length > 2 && wavers(reference);
    const noisy = wavering || load > cores;
    return { ...rest, value, spread: spread(values), values, wavering, noisy, verdict: verdictOn(value, goal), ...(goal && { goal }) };
  });
};

const short = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(3);

export const printRow = (row: Judged): string => {
  if ('notMeasured' in row) return `– ${row.name.padEnd(22)} not measured: ${row.notMeasured}`;
  const { name, value, unit, goal, verdict, noisy, detail = {}, about } = row;
  const mark = { aim: '◎', must: '○', below: '✗', 'no goal': '·' }[verdict];
  const wanted = goal
    ? `  (must ${goal.better === 'more' ? '≥' : '≤'} ${goal.must}${goal.aim === undefined ? '' : `, aim ${goal.aim}`})`
    : '';
  const beside = Object.entries(detail).map(([what, figure]) => `${what} ${short(figure)}`);
  const head = `${mark} ${name.padEnd(22)} ${short(value)} ${unit} ± ${short(row.spread)}${wanted}${noisy ? '  NOISY' : ''}`;
  return [head, `    ${[about, ...beside].join(' · ')}`].join('\n');
};

/** One sentence for each floor that was not held; a noisy figure breaks none. */
export const brokenGoals = (rows: readonly Judged[], file: string): readonly string[] => {
  const goals = readGoals(file);
  return rows.flatMap((row) => {
    const goal = goals[row.name];
    if ('notMeasured' in row || !goal || row.noisy || reaches(row.value, goal.must, goal)) return [];
    return [`${row.name} is ${short(row.value)} ${row.unit}, must be ${goal.better === 'more' ? 'at least' : 'at most'} ${goal.must}`];
  });
};
