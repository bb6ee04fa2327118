import { setTimeout as sleep } from 'node:timers/promises';
import { createChance } from '../../simulation/chance.ts';
import type { EventType } from '../../src/core/events.ts';
import { beyond } from '../../src/core/invariants/runs.ts';
import { inHouse, newFolder } from '../folder.ts';
import { hurried } from '../hurry.ts';
import { field, must } from '../program.ts';
import { hold } from '../recover.ts';
import { daemonUntilOver } from './daemons.ts';
import { customerUntilOver, ownerUntilOver, riderUntilOver } from './people.ts';
import { newTown, start, type Town } from './town.ts';
import { afterAllSeconds, allWell, type Clock, clockUntilOver, faultsUntilOver, findFaketime, movableClock } from './weather.ts';

export type SoakPlan = { readonly seconds: number; readonly seed: number; readonly keep: boolean };
export type Soaked = {
  readonly figures: Readonly<Record<string, number | string>>;
  readonly wrong: readonly string[];
  /** Faults that never hit: a soak without them proves nothing of them. */
  readonly missing: readonly string[];
};

const settings = { ...hurried, acceptLeaseMs: 6000, acceptRemindMs: [1000, 3000], quoteHoldMs: 8000 };
const patienceMs = 90_000;

/** The town is quiet when nothing is under way in the outbox any more. */
const untilQuiet = async ({ folder }: Town): Promise<readonly string[]> => {
  const deadline = performance.now() + patienceMs;
  let left = 'nothing was seen';
  while (performance.now() < deadline) {
    await sleep(500);
    const [{ pending, scheduled }, parked] = await inHouse(folder, async ({ store, env }) => [
      await store.backlog(env.now()),
      await store.parked(100),
    ]);
    if (pending + scheduled === 0)
      return parked.map(({ consumer, event, error }) => `parked, though nothing is broken any more: ${consumer} ${event.id}: ${error}`);
    left = `${pending} overdue and ${scheduled} scheduled`;
  }
  return [`it did not come to rest within ${patienceMs / 1000} s: ${left}`];
};

/**
 * Everything is mended, the clock stands behind every deadline, and one daemon does what is left. A clock that jumps by a day makes the daemons
 * give up while the gateway is away; what they parked is redriven, as an operator does who has read that it is.
 */
const calm = async (town: Town, clock: Clock | undefined): Promise<readonly string[]> => {
  for (const child of town.alive) child.kill('SIGKILL');
  clock?.jump(afterAllSeconds);
  await must(town.folder, ['faults', 'set', ...allWell], { env: town.env });
  const redriven = Number(field(await must(town.folder, ['outbox', 'redrive'], { env: town.env }), 'redriven'));
  if (redriven > 0) town.counts.set('parked and redriven', redriven);
  const last = start(town, ['daemon', '--lang', 'en']);
  const restless = await untilQuiet(town);
  last.child.kill('SIGTERM');
  const { exit, err } = await last.ended;
  return exit === 0 ? restless : [...restless, `the last daemon ended with ${exit}: ${err}`];
};

const live = (town: Town, clock: Clock | undefined, seed: number): Promise<unknown> => {
  const chance = (name: string) => createChance(seed, name);
  return Promise.all([
    ...['minji', 'junho', 'sora'].map((name) => customerUntilOver(town, name, chance(name))),
    ownerUntilOver(town, chance('owner')),
    ...['minsu', 'hana'].map((name) => riderUntilOver(town, name, chance(name))),
    ...['first', 'second'].map((name) => daemonUntilOver(town, settings.leaseMs, chance(`${name} daemon`))),
    faultsUntilOver(town, chance('faults')),
    ...(clock ? [clockUntilOver(town, clock, chance('clock'))] : []),
  ]);
};

const told: readonly EventType[] = [
  'OrderPlaced',
  'OrderAccepted',
  'OrderRejected',
  'OrderCanceled',
  'Delivered',
  'PaymentDeferred',
  'PaymentOutcomeUnknown',
  'PaymentVoided',
  'Refunded',
  'MessageSent',
];

/** What became of it all. Events of another time than that in which they were written are proof that the clock was moved. */
const tally = ({ folder, counts }: Town, since: number): Promise<void> =>
  inHouse(folder, async ({ store }) => {
    const raise = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
    for (let after = 0; ; ) {
      const page = await store.events({ after, limit: 1000 });
      const last = page.at(-1);
      if (!last) return;
      after = last.position;
      for (const { type, at } of page) {
        if (told.includes(type)) raise(type);
        if (at < since - 60_000 || at > Date.now() + 60_000) raise('events of another time');
      }
    }
  });

const wanted = ['commands killed', 'daemons killed', 'pauses beyond the lease', 'acknowledged'];

/** Real processes, hurt at random for so many seconds, and at the end everything held against everything. */
export const runSoak = async ({ seconds, seed, keep }: SoakPlan, say: (line: string) => void): Promise<Soaked> => {
  const [began, since] = [performance.now(), Date.now()];
  const folder = newFolder(settings);
  const library = findFaketime();
  if (library === undefined)
    say('libfaketime is not here, so THE CLOCK IS NOT MOVED (apt-get install libfaketime, or BAEDAL_LIBFAKETIME=<file>)');
  const clock = library === undefined ? undefined : movableClock(library, folder);
  const town = newTown(folder, clock?.env ?? {}, seconds);
  let isKept = keep;
  try {
    await must(folder, ['seed'], { env: town.env });
    say(`${seconds} s, seed ${seed}, ${library === undefined ? 'the clock as it is' : `clock by ${library}`}`);
    await live(town, clock, seed);
    const restless = await calm(town, clock);
    await tally(town, since);
    const { wrong: broken, orders, events, judged, unjudged } = await hold(folder, town.answers, { isAllAsked: true, isRestored: false });
    const wrong = [...restless, ...broken, ...town.troubles];
    isKept ||= wrong.length > 0;
    const counts = Object.fromEntries([...town.counts].sort(([a], [b]) => (a < b ? -1 : 1)));
    const all = Math.round((performance.now() - began) / 1000);
    const figures = {
      seed,
      seconds,
      'seconds in all': all,
      ...counts,
      checkouts: orders,
      events,
      'promises judged': judged.length,
      'not judged': unjudged.map(({ name }) => name).join(', ') || 'none',
      clock: library ?? 'not moved',
      wrong: wrong.length,
    };
    const missing = [...wanted, ...(clock ? ['clock jumps', 'events of another time'] : [])].filter((name) => !town.counts.has(name));
    const silent = unjudged.filter(({ name }) => !beyond('soak').includes(name)).map(({ name }) => `the judging of ${name}`);
    return { figures, wrong, missing: [...missing, ...silent] };
  } finally {
    for (const child of town.alive) child.kill('SIGKILL');
    if (isKept) say(`kept ${folder.path}`);
    else folder.remove();
  }
};
