import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, patiently } from '../../src/sqlite/open.ts';
import type { House } from './house.ts';
import type { Seats } from './seats.ts';

type Around = {
  readonly house: House;
  readonly seats: Seats;
  readonly seconds: number;
  readonly daemon: () => ChildProcess;
  readonly restart: () => void;
};

const withoutDaemonMs = 4000;
/** Longer than anybody waits for a lock by themselves. */
const lockedMs = 12_000;

/** What a bad day brings to a kitchen: the daemon dies, somebody holds the database, a screen loses its power. */
export const disturb = async ({ house, seats, seconds, daemon, restart }: Around): Promise<void> => {
  await sleep(seconds * 200);
  const dying = once(daemon(), 'exit');
  daemon().kill('SIGKILL');
  await dying;
  await sleep(withoutDaemonMs);
  restart();
  await sleep(seconds * 100);
  await seats.kill('wall');
  await sleep(seconds * 100);
  const other = openDatabase(house.db);
  await patiently('the database', () => other.exec('begin immediate'), lockedMs);
  await sleep(lockedMs);
  other.exec('rollback');
  other.close();
  await sleep(seconds * 100);
  await seats.kill('counter');
};
