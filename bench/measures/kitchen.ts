import { join } from 'node:path';
import type { OrderId } from '../../src/core/kinds.ts';
import type { Size } from '../../src/tui/testing/virtual-terminal.ts';
import { closeBoard, fillBoard, openBoard, tickets } from '../kit/board.ts';
import type { Finding, Found, Measure } from '../kit/finding.ts';
import { boardsInStep } from '../kit/in-step.ts';
import { type Answer, answersTo } from '../kit/keys.ts';
import { median, percentile } from '../kit/stats.ts';

/** A board stands open all day: how it does once it is warm. */
const warmUp = 100;
const sizes: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 160, rows: 50 },
];

const numberOf = (order: OrderId | undefined): string => `#${order?.slice(-4).toUpperCase()} ·`;

const findingsOf = ({ columns, rows }: Size, found: readonly (readonly Answer[])[]): Found => {
  const at = `${columns}x${rows}`;
  const timeOf = (answers: readonly Answer[], share: number) =>
    percentile(
      answers.map(({ ms }) => ms),
      share,
    );
  const key: Finding = {
    name: `kitchen-key-${at}`,
    about: `from a key to its frame on a board of ${tickets} tickets, p95`,
    unit: 'ms',
    values: found.map((answers) => timeOf(answers, 0.95)),
    detail: { p50: median(found.map((answers) => timeOf(answers, 0.5))) },
  };
  const bytes: Finding = {
    name: `kitchen-bytes-${at}`,
    about: 'bytes of a frame that moves the cursor of the board',
    unit: 'bytes',
    values: found.map((answers) => median(answers.map((answer) => answer.bytes))),
  };
  return [key, bytes];
};

/** The kitchen board with all that it can hold, on real pseudo terminals. */
export const kitchen: Measure = {
  name: 'kitchen',
  run: async ({ folder, rounds }): Promise<Found> => {
    const file = join(folder, 'kitchen.db');
    const [first, second] = await fillBoard(file);
    const answersAt = async (size: Size): Promise<readonly Answer[]> => {
      const pty = await openBoard(file, size, numberOf(first));
      const answers = await answersTo(pty, { key: 'down', shows: numberOf(second) }, { key: 'up', shows: numberOf(first) }, warmUp);
      await closeBoard(pty);
      return answers;
    };
    const found = new Map<Size, (readonly Answer[])[]>(sizes.map((size) => [size, []]));
    for (let round = 0; round < rounds; round++) for (const [size, answers] of found) answers.push(await answersAt(size));
    // New ones that nobody accepts are lost after a while: a fresh board.
    const fresh = join(folder, 'in-step.db');
    await fillBoard(fresh);
    const inStep = await boardsInStep(fresh, rounds);
    return [...[...found].flatMap(([size, answers]) => findingsOf(size, answers)), ...inStep];
  },
};
