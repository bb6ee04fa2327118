import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OrderId } from '../../src/core/kinds.ts';
import { drainAll } from '../../src/daemon/relay.ts';
import { openPty } from '../../src/tui/testing/pty.ts';
import type { Size } from '../../src/tui/testing/virtual-terminal.ts';
import { type Finding, type Found, insist, type Measure } from '../kit/finding.ts';
import { type Answer, answersTo } from '../kit/keys.ts';
import { placeOne, takeStep } from '../kit/order.ts';
import { median, percentile } from '../kit/stats.ts';
import { everyConsumer, newWorld, shop } from '../kit/world.ts';

const launcher = fileURLToPath(new URL('../../bin/baedal.js', import.meta.url));
const tickets = 300;
/** A board stands open all day: how it does once it is warm. */
const warmUp = 100;
const sizes: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 160, rows: 50 },
];

/** A board as full as a board can be: a third of it each new, accepted and on the stove. The first two new ones are told. */
const fillBoard = async (file: string): Promise<readonly OrderId[]> => {
  const world = await newWorld(file);
  const drain = () => drainAll(everyConsumer, world.tools, () => undefined);
  const orders: OrderId[] = [];
  while (orders.length < tickets) orders.push(await placeOne(world));
  await drain();
  for (const order of orders.slice(tickets / 3)) await takeStep(world, 'accept', order);
  await drain();
  for (const order of orders.slice((tickets / 3) * 2)) await takeStep(world, 'cook', order);
  await drain();
  await world.close();
  return orders.slice(0, 2);
};

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
    const env = {
      PATH: process.env['PATH'],
      ...{ BAEDAL_DB: file, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, LC_ALL: 'ko_KR.UTF-8', TERM: 'xterm-256color' },
    };
    const answersAt = async (size: Size): Promise<readonly Answer[]> => {
      const pty = openPty(process.execPath, [launcher, 'owner', shop], { ...size, cwd: folder, env });
      await pty.until((screen) => screen.includes(numberOf(first)));
      const answers = await answersTo(pty, { key: 'down', shows: numberOf(second) }, { key: 'up', shows: numberOf(first) }, warmUp);
      pty.send('ctrl-c');
      const { exit, signal } = await pty.ended;
      insist(exit === 0 && signal === 0, `the board ended with ${exit}, ${signal}`);
      return answers;
    };
    const found = new Map<Size, (readonly Answer[])[]>(sizes.map((size) => [size, []]));
    for (let round = 0; round < rounds; round++) for (const [size, answers] of found) answers.push(await answersAt(size));
    return [...found].flatMap(([size, answers]) => findingsOf(size, answers));
  },
};
