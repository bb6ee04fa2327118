import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../simulation/chance.ts';
import type { Folder } from '../folder.ts';
import { ask, count, type Town } from './town.ts';

const faults = {
  payment: [
    'ok',
    'ok',
    'ok',
    'timeout-before*2',
    'timeout-after*2',
    'late:500*2',
    'error-before*2',
    'error-after*2',
    'pending:300*2',
    'down*3',
    'overloaded*1',
    'slow:150',
  ],
  lookup: ['ok', 'ok', 'down', 'slow:150'],
  void: ['ok', 'timeout-after*2', 'timeout-before*2', 'down*2'],
  refund: ['ok', 'timeout-after*2', 'timeout-before*2', 'down*3'],
  messenger: ['ok', 'flaky', 'down', 'slow:200'],
} as const;
export const allWell = Object.keys(faults).map((name) => `${name}=ok`);

export const faultsUntilOver = async (town: Town, chance: Chance): Promise<void> => {
  while (!town.isOver()) {
    const name = chance.pick(['payment', 'payment', 'lookup', 'void', 'refund', 'messenger'] as const);
    const fault = `${name}=${chance.pick<string>(faults[name])}`;
    if ((await ask(town, ['faults', 'set', fault], undefined, undefined)) !== undefined && !fault.endsWith('=ok'))
      count(town, `fault ${name}`);
    await sleep(chance.between(200, 900));
  }
};

const places = ['/usr/lib', '/usr/lib64', '/usr/local/lib'];
/** Where distributions put it: /usr/lib/x86_64-linux-gnu/faketime; or where BAEDAL_LIBFAKETIME says. */
export const findFaketime = (): string | undefined => {
  const named = process.env['BAEDAL_LIBFAKETIME'];
  const folders = places
    .filter((place) => existsSync(place))
    .flatMap((place) => [place, ...readdirSync(place).map((name) => join(place, name))]);
  // The one for programs with threads, if there is one.
  const files = ['libfaketimeMT.so.1', 'libfaketime.so.1'].flatMap((name) => folders.map((folder) => join(folder, 'faketime', name)));
  return [...(named === undefined ? [] : [named]), ...files].find((file) => existsSync(file));
};

export type Clock = { readonly env: NodeJS.ProcessEnv; readonly jump: (offsetSeconds: number) => void };

/** All processes share one clock that can be moved while they run; timers stay sane, as they do when a real clock is set. */
export const movableClock = (library: string, { path }: Folder): Clock => {
  const file = join(path, 'clock');
  const jump = (offsetSeconds: number) => {
    // Whole or not at all: a clock that is being read must never be half written.
    writeFileSync(`${file}.new`, `${offsetSeconds < 0 ? '' : '+'}${offsetSeconds}\n`);
    renameSync(`${file}.new`, file);
  };
  jump(0);
  const env = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    DONT_FAKE_MONOTONIC: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  return { env, jump };
};

const jumps = [3600, -86_400, 0, 90, -90, 600, 0] as const;
/** Later than any deadline that was set at any of these times. */
export const afterAllSeconds = Math.max(...jumps) + 3600;

export const clockUntilOver = async (town: Town, clock: Clock, chance: Chance): Promise<void> => {
  while (!town.isOver()) {
    await sleep(chance.between(1500, 4000));
    if (town.isOver()) return;
    clock.jump(chance.pick<number>(jumps));
    count(town, 'clock jumps');
  }
};
