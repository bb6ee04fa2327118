import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, instant } from '../kinds.ts';
import { won } from '../money.ts';
import { defaultSettings } from '../settings.ts';
import { type Admission, admit, type Breaker, outcomeOf, readBreaker, record } from './breaker.ts';
import { breakerSettings } from './guarded.ts';

const settings = breakerSettings(defaultSettings);

const leaseMs = 15_000;
const at = (ms: number): Instant => instant(1_800_000_000_000 + ms);
type Outcome = 'success' | 'failure';

const told = (outcomes: string, from?: Breaker, when = at(0)) =>
  [...outcomes].reduce<Breaker | undefined>(
    (breaker, letter) => record(breaker, letter === 'f' ? 'failure' : 'success', when, settings),
    from,
  );
const ask = (breaker: Breaker | undefined, now: Instant) => admit(breaker, now, settings, leaseMs);
const trial = (admission: Admission): Breaker => {
  if (admission.kind !== 'trial') throw new Error(`${admission.kind} is no trial`);
  return admission.breaker;
};
const opened = (): Breaker | undefined => told('fffff');

describe('closed', () => {
  test('payments flow while the gateway is well, and nothing is written', () => {
    expect(ask(undefined, at(0))).toEqual({ kind: 'go' });
    expect(told('sssss')).toBeUndefined();
  });

  test('successes are not written while no failure is remembered', () => {
    const pristine = told('f'.padEnd(21, 's'));
    expect(pristine).toEqual({ state: 'closed', recent: '' });
    expect(record(pristine, 'success', at(1), settings)).toBe(pristine);
  });

  test('four failures in a row are borne, the fifth opens it for half a minute', () => {
    expect(ask(told('ffff'), at(0)).kind).toBe('go');
    expect(ask(told('ffffs'), at(0)).kind).toBe('go');
    expect(ask(opened(), at(0))).toEqual({ kind: 'hold', retryAt: at(30_000) });
  });

  test('half of at least ten calls failing opens it, though never five in a row', () => {
    expect(ask(told('fsfsfsfsf'), at(0)).kind).toBe('go');
    expect(ask(told('fsfsfsfssf'), at(0)).kind).toBe('hold');
    expect(ask(told('fssfssfssfssfssfss'), at(0)).kind).toBe('go');
  });
});

describe('open', () => {
  test('holds everybody until its time, then lets exactly one try', () => {
    expect(ask(opened(), at(29_999)).kind).toBe('hold');
    const trying = trial(ask(opened(), at(30_000)));
    expect(ask(trying, at(30_000))).toEqual({ kind: 'hold', retryAt: at(45_000) });
    expect(ask(trying, at(44_999)).kind).toBe('hold');
  });

  test('results of calls from before neither close it nor keep it open longer', () => {
    const breaker = opened();
    expect(record(breaker, 'success', at(5000), settings)).toBe(breaker);
    expect(record(breaker, 'failure', at(5000), settings)).toBe(breaker);
  });

  test('a clock that is set back an hour does not keep it open for an hour', () => {
    expect(ask(opened(), at(-3_600_000)).kind).toBe('trial');
  });
});

describe('half-open', () => {
  const trying = () => trial(ask(opened(), at(30_000)));

  test('one success closes it and forgets all', () => {
    const closed = record(trying(), 'success', at(31_000), settings, at(30_000));
    expect(ask(closed, at(31_000))).toEqual({ kind: 'go' });
    expect(ask(told('ffff', closed, at(32_000)), at(32_000)).kind).toBe('go');
  });

  test('every failed trial doubles the wait, up to five minutes', () => {
    let breaker = opened();
    let now = 30_000;
    const waits = [1, 2, 3, 4, 5].map(() => {
      breaker = record(trial(ask(breaker, at(now))), 'failure', at(now + 5000), settings, at(now));
      const next = ask(breaker, at(now + 5000));
      const waitMs = next.kind === 'hold' ? next.retryAt - at(now + 5000) : 0;
      now += 5000 + waitMs;
      return waitMs;
    });
    expect(waits).toEqual([60_000, 120_000, 240_000, 300_000, 300_000]);
  });

  test('a trial whose process died gives way to another when its lease runs out', () => {
    const second = trial(ask(trying(), at(45_000)));
    expect(second).toMatchObject({ trialFrom: at(45_000) });
  });

  test('a late result of a call from before the breaker opened decides nothing', () => {
    const breaker = trying();
    expect(record(breaker, 'success', at(31_000), settings, at(-1000))).toBe(breaker);
    expect(record(breaker, 'failure', at(31_000), settings, at(-1000))).toBe(breaker);
  });

  test('failures that began before it closed do not open it again', () => {
    const closed = record(trying(), 'success', at(31_000), settings, at(30_000));
    const late = [1, 2, 3, 4, 5, 6].reduce<Breaker | undefined>(
      (breaker) => record(breaker, 'failure', at(32_000), settings, at(0)),
      closed,
    );
    expect(late).toBe(closed);
  });
});

test('a bank that declines is well, one that is silent is not, and a wrong key says nothing', () => {
  expect(outcomeOf({ kind: 'approved', amount: won(1), reference: 'r' })).toBe('success');
  expect(outcomeOf({ kind: 'declined', reason: 'expired-card' })).toBe('success');
  expect(outcomeOf({ kind: 'none' })).toBe('success');
  expect(outcomeOf({ kind: 'uncertain', cause: 'time-out' })).toBe('failure');
  expect(outcomeOf({ kind: 'unavailable', cause: 'overloaded' })).toBe('failure');
  expect(outcomeOf({ kind: 'misconfigured', what: 'key' })).toBeUndefined();
});

test('a stored breaker is read back as it was; one that cannot be read counts as absent', () => {
  const all = [
    told('fs'),
    opened(),
    trial(ask(opened(), at(30_000))),
    record(trial(ask(opened(), at(30_000))), 'success', at(31_000), settings),
  ];
  for (const breaker of all) expect(readBreaker(JSON.parse(JSON.stringify(breaker)))).toEqual(breaker);
  for (const broken of [
    undefined,
    null,
    'open',
    {},
    { state: 'open' },
    { state: 'open', until: 'x', openMs: 1 },
    { state: 'closed', recent: 'x' },
  ])
    expect(readBreaker(broken)).toBeUndefined();
});

type Step = { readonly does: 'ask' | Outcome | 'late'; readonly waitMs: number };
const steps = fc.array(
  fc.record({
    does: fc.constantFrom<Step['does']>('ask', 'failure', 'failure', 'success', 'late'),
    waitMs: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(30_000, 300_000, -3_600_000, -60_000)),
  }),
  { maxLength: 60 },
);

// Plays calls one after another as processes would: ask, and tell what came of it when it was let through.
const play = (script: readonly Step[]) => {
  let breaker: Breaker | undefined;
  let ms = 0;
  const seen: { readonly now: Instant; readonly before: Breaker | undefined; readonly admission: Admission; readonly step: Step }[] = [];
  for (const step of script) {
    ms += step.waitMs;
    const now = at(ms);
    const admission = ask(breaker, now);
    seen.push({ now, before: breaker, admission, step });
    if (step.does === 'late') breaker = record(breaker, 'failure', now, settings, at(ms - 1000));
    else if (admission.kind !== 'hold') {
      if (admission.kind === 'trial') breaker = admission.breaker;
      if (step.does !== 'ask') breaker = record(breaker, step.does, now, settings, now);
    }
  }
  return seen;
};

test('whatever happens and however the clock jumps, nobody is held for longer than five minutes', () => {
  fc.assert(
    fc.property(steps, (script) => {
      for (const { now, admission } of play(script)) {
        if (admission.kind === 'hold') expect(admission.retryAt - now).toBeLessThanOrEqual(settings.longestMs);
        if (admission.kind === 'hold') expect(admission.retryAt).toBeGreaterThan(now);
      }
    }),
    { numRuns: 500 },
  );
});

test('after a trial is let through, nobody follows before its lease runs out or its result is known', () => {
  const forward = steps.map((script) => script.map((step) => ({ ...step, waitMs: Math.abs(step.waitMs) })));
  fc.assert(
    fc.property(forward, (script) => {
      for (const { now, before, admission } of play(script)) {
        if (before?.state === 'half-open' && now < before.trialUntil) expect(admission.kind).toBe('hold');
        if (before?.state === 'open' && now < before.until) expect(admission.kind).toBe('hold');
        if (before === undefined || before.state === 'closed') expect(admission.kind).toBe('go');
      }
    }),
    { numRuns: 500 },
  );
});

test('a closed breaker opens exactly when the failures it remembers are too many', () => {
  const outcomes = fc.array(fc.constantFrom<Outcome>('success', 'failure'), { maxLength: 80 });
  fc.assert(
    fc.property(outcomes, (all) => {
      let breaker: Breaker | undefined;
      let model: Outcome[] = [];
      for (const outcome of all) {
        breaker = record(breaker, outcome, at(0), settings);
        model = [...model, outcome].slice(-20);
        if (!model.includes('failure')) model = [];
        const failures = model.filter((one) => one === 'failure').length;
        const inARow = model.length >= 5 && model.slice(-5).every((one) => one === 'failure');
        const isOpen = outcome === 'failure' && (inARow || (model.length >= 10 && failures * 2 >= model.length));
        expect(breaker?.state ?? 'closed').toBe(isOpen ? 'open' : 'closed');
        if (isOpen) return;
      }
    }),
    { numRuns: 500 },
  );
});
