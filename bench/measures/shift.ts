import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OrderId } from '../../src/core/kinds.ts';
import { drainAll } from '../../src/daemon/relay.ts';
import { openPty, type Pty } from '../../src/tui/testing/pty.ts';
import { type Found, insist, type Measure } from '../kit/finding.ts';
import { placeOne, steps, takeStep } from '../kit/order.ts';
import { everyConsumer, must, newWorld, shop, type World } from '../kit/world.ts';

const launcher = fileURLToPath(new URL('../../bin/baedal.js', import.meta.url));
const hours = 8;
const ordersAnHour = 60;
/** Each twelfth falls on the stove, which must be seen. */
const everyFallen = 12;
const patienceMs = 60_000;
const mega = 1024 * 1024;
const pageBytes = 4096;

/** What the process holds, from the system itself. */
const residentMb = (pid: number): number => {
  const [, pages = Number.NaN] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
  return (pages * pageBytes) / mega;
};

const numberOf = (order: OrderId): string => `#${order.slice(-4).toUpperCase()}`;

/** One order through the kitchen, and the board watched over it: an arrival or an alarm that is not shown fails the measure. */
const work = async (world: World, pty: Pty, isToFall: boolean): Promise<void> => {
  const drain = () => drainAll(everyConsumer, world.tools, () => undefined);
  const order = await placeOne(world);
  const number = numberOf(order);
  await drain();
  await pty.until((screen) => screen.includes(number), patienceMs);
  for (const step of steps) {
    if (isToFall && step === 'finish') break;
    await takeStep(world, step, order);
    await drain();
  }
  if (isToFall) {
    must(await world.owner.cancelByShop(order, 'SHOP_ISSUE'));
    await pty.until((screen) => screen.includes(`조리 중지 ${number}`), patienceMs);
    must(await world.owner.bumpAlarm(order));
    await drain();
  }
  // Its place may be kept, greyed, where the cursor is; it is in hand no more.
  await pty.until((screen) => !screen.includes('조리 중지') && screen.includes('주방 0건'), patienceMs);
};

/** A shift of eight hours as fast as it goes, before one real screen: nothing may be missed, and nothing may pile up. */
export const shift: Measure = {
  name: 'shift',
  run: async ({ folder, full }): Promise<Found> => {
    const about = `resident memory of the owner's screen after a shift of ${hours * ordersAnHour} orders`;
    if (!full) return [{ name: 'kitchen-shift', about, notMeasured: 'takes minutes; ask with --full' }];
    const file = join(folder, 'shift.db');
    const world = await newWorld(file);
    const env = {
      PATH: process.env['PATH'],
      ...{ BAEDAL_DB: file, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, LC_ALL: 'ko_KR.UTF-8', TERM: 'xterm-256color' },
    };
    const pty = openPty(process.execPath, [launcher, 'owner', shop], { columns: 160, rows: 50, cwd: folder, env });
    await pty.until(/주방 0건/);
    const curve: [string, number][] = [['at the start MB', residentMb(pty.pid)]];
    for (let hour = 1; hour <= hours; hour++) {
      for (let number = 1; number <= ordersAnHour; number++) await work(world, pty, number % everyFallen === 0);
      curve.push([`after ${hour} h MB`, residentMb(pty.pid)]);
    }
    pty.send('q');
    const { exit, signal } = await pty.ended;
    insist(exit === 0 && signal === 0, `the screen ended with ${exit}, ${signal}`);
    await world.close();
    return [{ name: 'kitchen-shift', about, unit: 'MB', values: curve.slice(-3).map(([, mb]) => mb), detail: Object.fromEntries(curve) }];
  },
};
