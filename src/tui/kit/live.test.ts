import { expect, test } from 'vitest';
import { instant } from '../../core/kinds.ts';
import { evolveLive, type Live, type LiveEvent, sameJson } from './live.ts';
import { watchLive } from './watch-live.ts';

type Page = readonly string[];
const start: Live<Page> = { state: 'loading', slow: false };
const since = instant(1_000);
const told = (...events: readonly LiveEvent<Page>[]) =>
  events.reduce<Live<Page>>((live, event) => evolveLive(live, event, sameJson), start);

test('loading is shown after a wait only, and never over an answer', () => {
  expect(told({ type: 'waited' })).toEqual({ state: 'loading', slow: true });
  expect(told({ type: 'answered', value: ['a'] }, { type: 'waited' })).toEqual({ state: 'live', value: ['a'] });
});

test('an equal answer is the same value, so nothing is drawn', () => {
  const live = told({ type: 'answered', value: ['a'] });
  expect(evolveLive(live, { type: 'answered', value: ['a'] }, sameJson)).toBe(live);
  expect(evolveLive(live, { type: 'answered', value: ['b'] }, sameJson)).toEqual({ state: 'live', value: ['b'] });
});

test('a failure keeps the answer and says since when it is old; the next answer is live again', () => {
  const stale = told({ type: 'answered', value: ['a'] }, { type: 'failed', incident: 'inc_1', since });
  expect(stale).toEqual({ state: 'stale', value: ['a'], since, incident: 'inc_1' });
  expect(evolveLive(stale, { type: 'failed', incident: 'inc_1', since }, sameJson)).toBe(stale);
  expect(evolveLive(stale, { type: 'answered', value: ['a'] }, sameJson)).toEqual({ state: 'live', value: ['a'] });
});

test('without an answer a failure is told as one', () => {
  expect(told({ type: 'waited' }, { type: 'failed', incident: 'inc_1', since })).toEqual({ state: 'failed', incident: 'inc_1' });
});

/** A house that answers when it is told to, and a clock of its own. */
const house = () => {
  const asked: { readonly answer: (value: string) => void; readonly fail: (error: unknown) => void }[] = [];
  const waits: { run: () => void; ms: number; on: boolean }[] = [];
  const events: LiveEvent<string>[] = [];
  const reports: unknown[] = [];
  let change: () => void = () => undefined;
  const stop = watchLive<string>({
    subscribe: (onChange) => {
      change = onChange;
      return () => {
        change = () => undefined;
      };
    },
    query: () => new Promise((answer, fail) => asked.push({ answer, fail })),
    tell: (event) => events.push(event),
    wait: (run, ms) => {
      const one = { run, ms, on: true };
      waits.push(one);
      return () => {
        one.on = false;
      };
    },
    now: () => instant(0),
    report: (error) => `inc_${reports.push(error)}`,
  });
  const turn = () => new Promise<void>((done) => setImmediate(done));
  return {
    asked,
    events,
    reports,
    stop,
    turn,
    changes: () => change(),
    waiting: () => waits.filter(({ on }) => on).map(({ ms }) => ms),
    wake: (ms: number) => {
      const due = waits.filter((one) => one.on && one.ms === ms);
      for (const one of due) one.on = false;
      for (const one of due) one.run();
    },
  };
};

test('many changes during a question lead to one more question, and the latest answer wins', async () => {
  const { asked, events, changes, turn } = house();
  changes();
  changes();
  changes();
  expect(asked).toHaveLength(1);
  asked[0]?.answer('old');
  await turn();
  expect(asked).toHaveLength(2);
  asked[1]?.answer('new');
  await turn();
  expect(asked).toHaveLength(2);
  expect(events).toEqual([
    { type: 'answered', value: 'old' },
    { type: 'answered', value: 'new' },
  ]);
});

test('a failure is tried again by itself, ever more slowly, and is one incident for as long as it lasts', async () => {
  const { asked, events, reports, waiting, wake, turn } = house();
  const locked = new Error('database is locked');
  asked[0]?.fail(locked);
  await turn();
  expect(waiting()).toEqual([150, 500]);
  wake(500);
  asked[1]?.fail(locked);
  await turn();
  expect(waiting()).toEqual([150, 1000]);
  wake(1000);
  asked[2]?.answer('back');
  await turn();
  expect(events.at(-1)).toEqual({ type: 'answered', value: 'back' });
  expect(reports).toEqual([locked]);
  expect(waiting()).toEqual([150]);
});

test('after leaving, nothing is told, asked or waited for', async () => {
  const { asked, events, changes, stop, turn, waiting } = house();
  stop();
  asked[0]?.fail(new Error('too late'));
  await turn();
  changes();
  expect([asked.length, events, waiting()]).toEqual([1, [], []]);
});
