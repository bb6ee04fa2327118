import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OrderId } from '../../src/core/kinds.ts';
import { drainAll } from '../../src/daemon/relay.ts';
import { openPty, type Pty } from '../../src/tui/testing/pty.ts';
import type { Size } from '../../src/tui/testing/virtual-terminal.ts';
import { insist } from './finding.ts';
import { placeOne, takeStep } from './order.ts';
import { everyConsumer, newWorld, shop } from './world.ts';

const launcher = fileURLToPath(new URL('../../bin/baedal.js', import.meta.url));
export const tickets = 300;

/** A board as full as a board can be: a third of it each new, accepted and on the stove. The first two new ones are told. */
export const fillBoard = async (file: string): Promise<readonly OrderId[]> => {
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

/** A board of the real program, once it shows this. */
export const openBoard = async (file: string, size: Size, shows: string, screen = 'kitchen'): Promise<Pty> => {
  const folder = dirname(file);
  const env = {
    PATH: process.env['PATH'],
    ...{ BAEDAL_DB: file, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, LC_ALL: 'ko_KR.UTF-8', TERM: 'xterm-256color' },
  };
  const pty = openPty(process.execPath, [launcher, 'owner', shop, '--screen', screen], { ...size, cwd: folder, env });
  await pty.until((shown) => shown.includes(shows));
  return pty;
};

export const closeBoard = async (pty: Pty): Promise<void> => {
  pty.send('ctrl-c');
  const { exit, signal } = await pty.ended;
  insist(exit === 0 && signal === 0, `the board ended with ${exit}, ${signal}`);
};

/** Milliseconds that a process has had of the processors, all its threads together; undefined where the system does not tell. */
export const processorMs = (pid: number): number | undefined => {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return (
      threads.reduce((sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]), 0) / 1e6
    );
  } catch {
    return undefined;
  }
};
