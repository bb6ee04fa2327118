import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { allEvents, audit, only } from './audit.ts';
import { chance } from './chance.ts';
import { anOrder, field, newPlace, owner, type Place, until } from './place.ts';

/** Deadlines that pass while we watch; every one of them outlasts what it must outlast. */
const hurried = {
  gatewayTimeoutMs: 300,
  paymentWatchMs: 1200,
  confirmWindowMs: 1500,
  lookUpFirstMs: 100,
  lookUpMaxMs: 400,
  refundFirstMs: 100,
  refundMaxMs: 500,
  messageFirstMs: 50,
  messageMaxMs: 400,
  breakerOpenMs: 300,
  breakerMaxOpenMs: 600,
  breakerTrialMs: 200,
  reactRetryMs: 50,
  leaseMs: 1200,
  quoteHoldMs: 5000,
  acceptLeaseMs: 4000,
  acceptGraceMs: 100,
  acceptRemindMs: [700, 1500],
  alarmLapseMs: 1500,
};
const churnMs = 9000;

type Chance = ReturnType<typeof chance>;
type Books = { readonly placed: Set<string>; readonly canceled: Set<string>; readonly cooked: Set<string> };
type Churn = {
  readonly place: Place;
  readonly isOver: () => boolean;
  readonly promised: Books;
  /** Of the customer who sits at the command line. */
  readonly mine: string[];
  readonly payments: string[];
  readonly troubles: unknown[];
  readonly kills: { commands: number; daemons: number; pauses: number; crowds: number };
};

/** Refusals that a person may hear; anything else is a fault of the program. */
const answers = [0, 3, 5, 6, 7, 8, 9];

const nextCommand = ({ mine, payments }: Churn, { between, pick }: Chance): readonly string[] => {
  const order = mine.at(-between(1, 6));
  const payment = payments.at(-between(1, 3));
  const me = ['--as', 'customer:cus_minji'];
  switch (pick(['order', 'order', 'order', 'pay', 'cancel', 'kitchen'] as const)) {
    case 'pay':
      if (payment !== undefined) return ['pay', payment, ...me];
      break;
    case 'cancel':
      if (order !== undefined) return ['cancel', order, ...me];
      break;
    case 'kitchen':
      if (order !== undefined) return ['kitchen', pick(['accept', 'cook', 'finish'] as const), order, ...owner];
      break;
    default:
  }
  return [...anOrder, ...me, '--key', `k${between(1, 1e9)}`];
};

/** Real commands, every second of them killed somewhere between its start and its end. */
const commandsUntilOver = async (churn: Churn, chances: Chance): Promise<void> => {
  const { place, promised, mine, payments, troubles, kills } = churn;
  while (!churn.isOver()) {
    const args = nextCommand(churn, chances);
    const command = place.start(...args, '--json');
    const timer = chances.between(0, 1) === 0 ? setTimeout(() => command.kill('SIGKILL'), chances.between(40, 400)) : undefined;
    const { exit, signal, json, err } = await command.ended;
    clearTimeout(timer);
    if (signal === 'SIGKILL') kills.commands++;
    else if (exit === null || !answers.includes(exit)) troubles.push({ args, exit, json, err });
    const order = field(json, 'order');
    const payment = field(field(field(json, 'error'), 'details'), 'payment');
    if (typeof payment === 'string') payments.push(payment);
    if (exit !== 0 || typeof order !== 'string') continue;
    if (args[0] === 'order' || args[0] === 'pay') promised.placed.add(order);
    if (args[0] === 'order') mine.push(order);
    if (args[0] === 'cancel') promised.canceled.add(order);
    if (args[1] === 'cook') promised.cooked.add(order);
  }
};

/** Killed sooner or later; some are paused beyond their leases before, and go on as if nothing had happened. */
const daemonsUntilOver = async ({ place, isOver, kills, troubles }: Churn, { between }: Chance): Promise<void> => {
  while (!isOver()) {
    const daemon = place.start('daemon', '--lang', 'en');
    const [pauseAt, pauseMs, goesOnMs] = [between(300, 1500), between(0, 2) === 0 ? 1500 : 0, between(100, 900)];
    const timers = [setTimeout(() => daemon.kill('SIGKILL'), pauseAt + pauseMs + goesOnMs)];
    if (pauseMs > 0) {
      kills.pauses++;
      timers.push(
        setTimeout(() => daemon.kill('SIGSTOP'), pauseAt),
        setTimeout(() => daemon.kill('SIGCONT'), pauseAt + pauseMs),
      );
    }
    const { exit, signal, err } = await daemon.ended;
    for (const timer of timers) clearTimeout(timer);
    if (signal === 'SIGKILL') kills.daemons++;
    else troubles.push({ daemon: exit, err });
  }
};

const crowdsUntilOver = async ({ place, isOver, promised, troubles, kills }: Churn, name: string, { between }: Chance): Promise<void> => {
  for (let n = 0; !isOver(); n++) {
    const crowd = place.child('crowd.child.ts', place.db, String(between(0, 1e9)), `${name}${n}`);
    const ended = new Promise((resolve) => crowd.once('exit', resolve));
    crowd.on('message', (said) => {
      if (said === 'ready') setTimeout(() => crowd.kill('SIGKILL'), between(400, 2200));
      for (const what of ['placed', 'canceled', 'cooked'] as const) {
        const order = field(said, what);
        if (typeof order === 'string') promised[what].add(order);
      }
      if (field(said, 'threw') !== undefined) troubles.push(said);
    });
    await ended;
    kills.crowds++;
  }
};

const faults = {
  payment: ['ok', 'ok', 'ok', 'timeout-before', 'timeout-after', 'late:500', 'error-after', 'pending:300', 'overloaded', 'slow:150'],
  lookup: ['ok', 'ok', 'down'],
  void: ['ok', 'timeout-after', 'timeout-before'],
  refund: ['ok', 'timeout-after', 'timeout-before', 'down'],
  messenger: ['ok', 'flaky', 'down', 'slow:200'],
} as const;

type FaultBox = ReturnType<Awaited<ReturnType<Place['house']>>['sandbox']>['faults'];
/** A daemon that is paused in the middle of a call holds the bank's file for longer than a call may take. */
const setFaults = (box: FaultBox, wanted: Parameters<FaultBox['set']>[0]) =>
  until('the bank is free', () =>
    box.set(wanted).then(
      () => true,
      (error: Error) => {
        if (error.name !== 'DatabaseBusy') throw error;
        return undefined;
      },
    ),
  );
const faultsUntilOver = async (box: FaultBox, { isOver }: Churn, { between, pick }: Chance): Promise<void> => {
  while (!isOver()) {
    const name = pick(['payment', 'payment', 'lookup', 'void', 'refund', 'messenger'] as const);
    await setFaults(box, { [name]: pick<string>(faults[name]) });
    await sleep(between(100, 500));
  }
  await setFaults(box, { payment: 'ok', lookup: 'ok', void: 'ok', refund: 'ok', messenger: 'ok' });
};

test('an order command that is killed when the bank has the money: the order is found, and charged once', async () => {
  const place = newPlace(hurried);
  await place.did('seed');
  await place.did('faults', 'set', 'payment=timeout-after*1');
  const house = await place.house();
  const command = [...anOrder, '--as', 'customer:cus_minji', '--key', 'tonight', '--json'];
  const killed = place.start(...command);
  await until('the bank has the money', async () => (await house.sandbox().ledger.charges()).length > 0 || undefined);
  killed.kill('SIGKILL');
  expect(await killed.ended).toMatchObject({ exit: null, signal: 'SIGKILL' });
  expect(only(await allEvents(house), 'OrderPlaced')).toEqual([]);

  const daemon = await place.daemon();
  const [found] = await until('it is found', async () => {
    const placed = only(await allEvents(house), 'OrderPlaced');
    return placed.length > 0 ? placed : undefined;
  });
  expect(only(await allEvents(house), 'PaymentOutcomeUnknown')).toMatchObject([{ data: { cause: 'process-lost' } }]);
  expect(await place.did(...command)).toMatchObject({ order: found?.data.order, money: 'paid' });
  expect(await house.sandbox().ledger.charges()).toHaveLength(1);
  daemon.kill('SIGTERM');
  await daemon.ended;
});

test('kill -9 of anything at any moment loses nothing, and charges nobody twice', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  const chances = (part: number) => chance(seed * 100 + part);
  const place = newPlace(hurried);
  await place.did('seed');
  const house = await place.house();
  const overAt = performance.now() + churnMs;
  const churn: Churn = {
    place,
    isOver: () => performance.now() >= overAt,
    promised: { placed: new Set(), canceled: new Set(), cooked: new Set() },
    mine: [],
    payments: [],
    troubles: [],
    kills: { commands: 0, daemons: 0, pauses: 0, crowds: 0 },
  };
  await Promise.all([
    commandsUntilOver(churn, chances(1)),
    commandsUntilOver(churn, chances(2)),
    daemonsUntilOver(churn, chances(3)),
    daemonsUntilOver(churn, chances(4)),
    crowdsUntilOver(churn, 'a', chances(5)),
    crowdsUntilOver(churn, 'b', chances(6)),
    faultsUntilOver(house.sandbox().faults, churn, chances(7)),
  ]);

  const last = await place.daemon();
  const quiet = async () => {
    const { pending, scheduled } = await house.store.backlog(house.env.now());
    return pending + scheduled === 0 || undefined;
  };
  const drained = await until('everything is settled', quiet, 14_000).catch((error: Error) => error.message);
  last.kill('SIGTERM');
  const { exit } = await last.ended;

  const events = await allEvents(house);
  const causes = new Set(only(events, 'PaymentOutcomeUnknown').map(({ data }) => data.cause));
  const figures = {
    seed,
    placed: only(events, 'OrderPlaced').length,
    events: events.length,
    promised: churn.promised.placed.size,
    ...churn.kills,
  };
  console.log(`kill -9: ${JSON.stringify(figures)} (again: SEED=${seed})`);
  const wrong = await audit(house, place.messageLog(), churn.promised);
  expect({ seed, wrong, drained, troubles: churn.troubles, exit }).toEqual({ seed, wrong: [], drained: true, troubles: [], exit: 0 });
  // Else nothing was killed where it hurts.
  expect(Math.min(churn.kills.commands, churn.kills.daemons)).toBeGreaterThan(2);
  expect(churn.kills.crowds + causes.size).toBeGreaterThan(1);
});
