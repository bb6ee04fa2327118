import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../simulation/chance.ts';
import { count, type Running, start, type Town } from './town.ts';

const aLittle = async (town: Town, ms: number): Promise<void> => {
  const until = performance.now() + ms;
  while (!town.isOver() && performance.now() < until) await sleep(50);
};

/** Paused beyond its lease: by then another holds its rows, and its late writes must be refused. */
const pause = async (town: Town, { child }: Running, leaseMs: number, chance: Chance): Promise<void> => {
  child.kill('SIGSTOP');
  count(town, 'pauses beyond the lease');
  await sleep(leaseMs + chance.between(100, 1200));
  child.kill('SIGCONT');
  await aLittle(town, chance.between(200, 1000));
};

const end = async (town: Town, { child, ended }: Running, chance: Chance): Promise<void> => {
  const signal = chance.hit(0.75) ? 'SIGKILL' : 'SIGTERM';
  child.kill(signal);
  const { exit, err } = await ended;
  count(town, signal === 'SIGKILL' ? 'daemons killed' : 'daemons stopped');
  if (signal === 'SIGTERM' && exit !== 0) town.troubles.push(`told to stop, a daemon ended with ${exit}: ${err}`);
};

/** Started anew whenever it is gone; one that goes by itself is a fault. */
export const daemonUntilOver = async (town: Town, leaseMs: number, chance: Chance): Promise<void> => {
  while (!town.isOver()) {
    const running = start(town, ['daemon', '--lang', 'en']);
    let isGone = false;
    void running.ended.then(({ exit, signal, err }) => {
      isGone = true;
      if (exit !== null && exit !== 0) town.troubles.push(`a daemon ended by itself with ${exit ?? signal}: ${err}`);
    });
    await aLittle(town, chance.between(300, 2500));
    while (!isGone && !town.isOver() && chance.hit(0.4)) await pause(town, running, leaseMs, chance);
    if (!isGone) await end(town, running, chance);
  }
};
