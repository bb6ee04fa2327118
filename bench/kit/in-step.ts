import { setTimeout as sleep } from 'node:timers/promises';
import { closeBoard, openBoard, processorMs, tickets } from './board.ts';
import { type Found, insist } from './finding.ts';
import { median, percentile } from './stats.ts';

const size = { columns: 120, rows: 40 };
const pauseMs = 40;
const idleMs = 20_000;
/** The head of the first column with so many tickets in it. */
const headOf = (count: number): string => `1 신규 ${count} `;

/** Two boards of one shop, two processes on one file: from the key on the one to the frame of the other, and what it costs to stand open. */
export const boardsInStep = async (file: string, rounds: number): Promise<Found> => {
  let left = tickets / 3;
  const perRound = Math.max(1, Math.floor((left - 1) / (rounds + 1)));
  const [counter, stove] = [await openBoard(file, size, headOf(left), 'counter'), await openBoard(file, size, headOf(left), 'stove')];
  const press = async () => {
    left -= 1;
    const since = performance.now();
    counter.send('space');
    const there = stove.until((screen) => screen.includes(headOf(left))).then(() => performance.now() - since);
    await counter.until((screen) => screen.includes(headOf(left)));
    const here = performance.now() - since;
    const both = { here, there: await there };
    await sleep(pauseMs);
    return both;
  };
  const found: { readonly here: number; readonly there: number }[][] = [];
  for (let round = 0; round <= rounds; round++) {
    const answers = [];
    for (let key = 0; key < perRound; key++) answers.push(await press());
    // The first round warms both of them up.
    if (round > 0) found.push(answers);
  }
  const before = processorMs(stove.pid);
  await sleep(idleMs);
  const after = processorMs(stove.pid);
  insist(stove.screen().includes(headOf(left)), 'nothing happened while the boards stood open');
  await Promise.all([closeBoard(counter), closeBoard(stove)]);
  const share = (of: 'here' | 'there', at: number) =>
    found.map((answers) =>
      percentile(
        answers.map((answer) => answer[of]),
        at,
      ),
    );
  const idle = { name: 'kitchen-idle', about: `processor time of a board of ${tickets} tickets on which nothing happens` } as const;
  return [
    {
      name: 'kitchen-step',
      about: 'an order accepted on one board: from the key to the frame of another one, p95',
      unit: 'ms',
      values: share('there', 0.95),
      detail: {
        p50: median(share('there', 0.5)),
        'own frame p50': median(share('here', 0.5)),
        'own frame p95': median(share('here', 0.95)),
      },
    },
    before === undefined || after === undefined
      ? { ...idle, notMeasured: 'the system does not tell it' }
      : { ...idle, unit: '%', values: [((after - before) / idleMs) * 100] },
  ];
};
