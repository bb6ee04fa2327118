import type { Instant } from '../../../core/kinds.ts';
import { createQuestions, type How, type PayingApp, type Subject } from './paying-questions.ts';
import { evolvePaying, nextOf, type Paying, type PayingEvent, paymentOf } from './paying-state.ts';

export type PayingDeps = {
  readonly app: PayingApp;
  readonly now: () => Instant;
  /** Keeps what went wrong, and answers its number. */
  readonly report: (error: unknown) => string;
  /** Calls back at any change that another process may have made; answers how to stop it. */
  readonly feed: (onChange: () => void) => () => void;
  readonly wait: (run: () => void, ms: number) => () => void;
};

/** One payment, for as long as this terminal is open: leaving its screen and coming back meets the same. */
export type PayingRun = {
  readonly state: () => Paying;
  /** While somebody looks it goes on by itself: what is unknown is looked up, what is held is tried again. */
  readonly watch: (onChange: () => void) => () => void;
  /** Now, by a key; nothing while a question is under way. */
  readonly ask: () => void;
  readonly payWith: (how: How) => void;
};

const begun: Paying = { stage: { is: 'begun' }, asking: false };

export const createPaying = (subject: Subject, { app, now, report, feed, wait }: PayingDeps): PayingRun => {
  const questions = createQuestions(subject, app, now);
  const watchers = new Set<() => void>();
  let paying = begun;
  let incident: string | undefined;
  let stopWaiting: () => void = () => undefined;
  let stopListening: () => void = () => undefined;

  const tell = (event: PayingEvent) => {
    const before = paying;
    paying = evolvePaying(before, event);
    if (paying === before) return;
    plan();
    for (const watch of watchers) watch();
  };
  const question = async (asked: () => Promise<PayingEvent>) => {
    if (paying.asking) return;
    tell({ type: 'asked' });
    try {
      const event = await asked();
      incident = undefined;
      tell(event);
    } catch (error) {
      // The screen's edge to the outside: one number for a trouble that lasts, and the same question again after a while.
      incident ??= report(error);
      tell({ type: 'failed', incident, now: now() });
    }
  };
  const ask = () => question(() => questions.ask(paymentOf(paying)));
  const plan = () => {
    stopWaiting();
    const next = watchers.size > 0 ? nextOf(paying) : undefined;
    if (!next) return;
    const run = next.do === 'ask' ? () => void ask() : () => tell({ type: 'ran-out' });
    stopWaiting = wait(run, Math.max(0, next.at - now()));
  };
  /** Somebody has written: perhaps the daemon has found out, or another terminal has paid. */
  const listen = async () => {
    const { stage, asking } = paying;
    if (asking || (stage.is !== 'unknown' && stage.is !== 'deferred')) return;
    try {
      const event = await questions.read(stage.payment);
      if (paying.stage !== stage || paying.asking) return;
      if (event) tell(event);
      else void ask();
    } catch (error) {
      // It is asked again at its time in any case.
      incident ??= report(error);
    }
  };
  return {
    state: () => paying,
    ask: () => void ask(),
    payWith: (how) => void question(() => questions.payWith(paymentOf(paying), how)),
    watch: (onChange) => {
      watchers.add(onChange);
      if (watchers.size === 1) stopListening = feed(() => void listen());
      plan();
      return () => {
        watchers.delete(onChange);
        if (watchers.size > 0) return;
        stopListening();
        stopWaiting();
      };
    },
  };
};
