import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instant, type OrderId } from '../../src/core/kinds.ts';
import { drainAll } from '../../src/daemon/relay.ts';
import { openPty, type Pty } from '../../src/tui/testing/pty.ts';
import { type Found, insist, type Measure } from '../kit/finding.ts';
import { type Hours, openHours, type Weight } from '../kit/hours.ts';
import { placeOne, takeStep } from '../kit/order.ts';
import { everyConsumer, movedEnv, must, newWorld, shop, type World } from '../kit/world.ts';

const launcher = fileURLToPath(new URL('../../bin/baedal.js', import.meta.url));
const [hours, ordersPerHour] = [8, 60];
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const beatMs = 5 * secondMs;
/** A Monday in Seoul, half past eleven. */
const opening = Date.UTC(2026, 6, 6, 2, 30);
/** Rings repeat every fifteen seconds, and each is left to ring once more before somebody comes. */
const leftRingingMs = 20 * secondMs;
const mega = 1024 * 1024;
/** What is kept of past frames rises and is thrown away by turns, some 8 MB of it: the least of three hours is held against the least of three. */
const atOnce = 3;
const mostGrowth = 3 * mega;

type Kitchen = {
  readonly world: World;
  readonly pty: Pty;
  readonly clock: { now: number };
  readonly hours: Hours;
  readonly due: { rings: number };
};

const numberOf = (order: OrderId): string => `#${order.slice(-4).toUpperCase()}`;
const drain = ({ world }: Kitchen) => drainAll(everyConsumer, world.tools, () => undefined);
const shows = ({ pty }: Kitchen, ...all: readonly (RegExp | string)[]) =>
  pty.until((screen) => all.every((one) => (typeof one === 'string' ? screen.includes(one) : one.test(screen))), 20_000);

/** As a daemon says that it lives: without one the board would complain all day. */
const beat = ({ world, clock }: Kitchen) =>
  world.store.beat({ id: 'bench', pid: process.pid, startedAt: instant(opening), beatAt: instant(clock.now), consumers: everyConsumer });

const pass = async (kitchen: Kitchen, ms: number): Promise<void> => {
  const until = kitchen.clock.now + ms;
  while (kitchen.clock.now < until) {
    kitchen.clock.now = Math.min(until, kitchen.clock.now + beatMs);
    await beat(kitchen);
    await kitchen.hours.passTo(kitchen.clock.now);
  }
};

/** A key, and what the screen shows when it has been heard. */
const press = async (kitchen: Kitchen, key: string, ...until: readonly (RegExp | string)[]): Promise<void> => {
  kitchen.pty.send(key);
  await shows(kitchen, ...until);
};

/** Rings once with its picture and once more, then somebody comes. */
const ringing = async (kitchen: Kitchen, what: RegExp | string): Promise<void> => {
  await shows(kitchen, what);
  kitchen.due.rings += 2;
  await pass(kitchen, leftRingingMs);
};

const bump = async (kitchen: Kitchen, order: OrderId): Promise<void> => {
  const stop = new RegExp(`⚠ (?:조리 중지|배달 실패) ${numberOf(order)}`);
  await ringing(kitchen, stop);
  kitchen.pty.send('b');
  await kitchen.pty.until((screen) => !stop.test(screen));
};

type Fate = 'eaten' | 'taken back' | 'stopped' | 'rejected' | 'recalled' | 'failed';
const fates: readonly Fate[] = ['eaten', 'recalled', 'stopped', 'eaten', 'rejected', 'eaten', 'failed', 'taken back', 'eaten', 'eaten'];

const cooked = async (kitchen: Kitchen, order: OrderId, fate: Fate): Promise<void> => {
  await press(kitchen, ' ', '[1 신규 0]', '2 접수 1');
  await press(kitchen, '2', `▌ ${numberOf(order)}`);
  await press(kitchen, ' ', '3 조리 1');
  if (fate === 'stopped') {
    must(await kitchen.world.owner.cancelByShop(order, 'SHOP_ISSUE'));
    return bump(kitchen, order);
  }
  await press(kitchen, '3', `▌ ${numberOf(order)}`);
  await press(kitchen, ' ', '4 완성 1');
  await press(kitchen, '4', `▌ ${numberOf(order)}`);
  if (fate === 'recalled') {
    await press(kitchen, 'R', '3 조리 1');
    await press(kitchen, '3', `▌ ${numberOf(order)}`);
    await press(kitchen, ' ', '4 완성 1');
  }
  await drain(kitchen);
  await takeStep(kitchen.world, 'claim', order);
  await takeStep(kitchen.world, 'pick', order);
  if (fate !== 'failed') return takeStep(kitchen.world, 'deliver', order);
  must(await kitchen.world.rider.fail(order, 'CUSTOMER_ABSENT'));
  await bump(kitchen, order);
};

/** A minute of a rush: an order comes, rings, and is dealt with. */
const minute = async (kitchen: Kitchen, fate: Fate): Promise<void> => {
  const until = kitchen.clock.now + minuteMs;
  const order = await placeOne(kitchen.world);
  await drain(kitchen);
  await press(kitchen, '1', `●${numberOf(order)}`);
  await ringing(kitchen, `●${numberOf(order)}`);
  if (fate === 'taken back') {
    must(await kitchen.world.customer.cancelOrder(order, 'CHANGED_MIND'));
    await drain(kitchen);
  } else if (fate === 'rejected') {
    await press(kitchen, 'r', '거절');
    await press(kitchen, '3', '거절했어요');
    await drain(kitchen);
  } else await cooked(kitchen, order, fate);
  await drain(kitchen);
  await press(kitchen, '4', '주방 0건', '[4 완성 0]');
  await pass(kitchen, Math.max(0, until - kitchen.clock.now));
};

/** Every screen that there is, and back to the board. */
const lookAround = async (kitchen: Kitchen, sellsOut: boolean): Promise<void> => {
  await press(kitchen, 'm', '▌', '메뉴');
  if (sellsOut) {
    await press(kitchen, 'x', '내일');
    await press(kitchen, '1', '품절로 표시했어요', '▌✗ 김치찌개');
    await press(kitchen, 'x', '다시 팔아요');
  }
  await press(kitchen, 'p', '· 가게');
  await press(kitchen, 'v', '· 매출');
  await press(kitchen, 'esc', '[4 완성');
  await press(kitchen, 'D', '만들 개수');
  await press(kitchen, 'esc', '주방 0건');
  await press(kitchen, '?', '쓸 수 있는 키');
  await press(kitchen, 'esc', '주방 0건');
};

const workDay = async (kitchen: Kitchen): Promise<readonly Weight[]> => {
  const weights = [await kitchen.hours.weigh()];
  for (let hour = 0; hour < hours; hour += 1) {
    for (let at = 0; at < ordersPerHour; at += 1) await minute(kitchen, fates[at % fates.length] ?? 'eaten');
    await lookAround(kitchen, hour === 1 || hour === 5);
    // What was said last has gone by then.
    await pass(kitchen, minuteMs);
    weights.push(await kitchen.hours.weigh());
  }
  return weights;
};

/** Eight hours of rush before one board: what it holds on to hour by hour, and whether it rang for all that it had to ring for. */
export const kitchenDay: Measure = {
  name: 'kitchen-day',
  run: async ({ folder, full }): Promise<Found> => {
    const about = `what the board's process held more in the last of ${hours} hours and ${hours * ordersPerHour} orders than in the first`;
    if (!full) return [{ name: 'kitchen-day', about, notMeasured: 'takes a minute; ask with --full' }];
    const file = join(folder, 'day.db');
    const clock = { now: opening };
    const world = await newWorld(file, { env: { ...movedEnv(), now: () => instant(clock.now) } });
    const clockOfScreen = await openHours(folder, opening);
    const env = {
      PATH: process.env['PATH'],
      ...{ BAEDAL_DB: file, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, LC_ALL: 'ko_KR.UTF-8', TERM: 'xterm-256color' },
      ...clockOfScreen.env,
    };
    const size = { columns: 80, rows: 24 };
    const pty = openPty(process.execPath, [...clockOfScreen.options, launcher, 'owner', shop], { ...size, cwd: folder, env });
    const kitchen: Kitchen = { world, pty, clock, hours: clockOfScreen, due: { rings: 0 } };
    await shows(kitchen, '주방 0건');
    const weights = await workDay(kitchen);
    const rings = pty.terminal.bells();
    insist(rings === kitchen.due.rings, `the board rang ${rings} times, and had to ${kitchen.due.rings} times`);
    pty.send('ctrl-c');
    await pty.ended;
    await world.close();
    clockOfScreen.close();
    const heaps = weights.map(({ heapBytes }) => heapBytes);
    const growth = Math.min(...heaps.slice(-atOnce)) - Math.min(...heaps.slice(1, 1 + atOnce));
    insist(growth <= mostGrowth, `the board held ${(growth / mega).toFixed(2)} MB more at the end than at first: ${heaps}`);
    const hourly = heaps.map((bytes, hour) => [`hour ${hour} MB`, bytes / mega] as const);
    const timers = weights.map(({ timers: held }) => held);
    insist(new Set(timers.slice(1)).size === 1, `timers are left behind: ${timers}`);
    return [{ name: 'kitchen-day', about, unit: 'MB', values: [growth / mega], detail: { rings, ...Object.fromEntries(hourly) } }];
  },
};
