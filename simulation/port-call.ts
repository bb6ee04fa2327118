import { DatabaseBusy, OutcomeUnknown } from '../src/sqlite/open.ts';
import { hashText } from './chance.ts';
import type { Fate } from './faults.ts';
import type { CallName } from './injector.ts';
import { type Engine, kill, type Process, portNumbers, whenUp } from './process.ts';

const isWrite = (port: number): boolean =>
  port === portNumbers['store.commit'] || port === portNumbers['store.claim'] || port === portNumbers['outbox.redrive'];

/** What happens instead of the effect, if the fault comes before it. */
const before = (engine: Engine, process: Process, port: number, fate: Fate | undefined): Error | 'dead' | undefined => {
  if (process.broken && isWrite(port)) return process.broken;
  if (fate?.fault === 'crash-before') {
    kill(engine, process);
    return 'dead';
  }
  if (fate?.fault === 'busy') return new DatabaseBusy('the file is locked (simulated)');
  if (fate?.fault === 'poison') return new Error('poison (simulated)');
  if (fate?.fault === 'unknown-lost') {
    process.broken = new OutcomeUnknown('the disk failed, nothing is there (simulated)');
    return process.broken;
  }
  return undefined;
};

/** The answer is on its way: some are heard late, some by nobody, some not at all. */
const after = (engine: Engine, process: Process, fate: Fate | undefined): Error | undefined => {
  if (fate?.fault === 'pause') process.pausedUntil = engine.scheduler.now() + fate.ms;
  if (fate?.fault === 'crash-after') process.falling = true;
  if (fate?.fault !== 'unknown-kept') return undefined;
  process.broken = new OutcomeUnknown('the disk failed, and yet it is there (simulated)');
  return process.broken;
};

export type Effect<T> = (fate: Fate | undefined) => Promise<T>;
type Call<T> = {
  readonly port: number;
  readonly effect: Effect<T>;
  readonly fate: Fate | undefined;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
};

/** A call that something happens to. */
const troubled = <T>(engine: Engine, process: Process, { port, effect, fate, resolve, reject }: Call<T>): undefined | Promise<unknown> => {
  const answer = (heard: () => void) => {
    const settle = whenUp(engine, process, () => {
      process.pending--;
      heard();
      return undefined;
    });
    void settle();
  };
  const instead = before(engine, process, port, fate);
  if (instead === 'dead') return undefined;
  if (instead) {
    answer(() => reject(instead));
    return undefined;
  }
  const running = effect(fate);
  if (fate?.fault === 'crash-inside') kill(engine, process);
  return running.then(
    (value) => {
      const trouble = after(engine, process, fate);
      answer(() => (trouble ? reject(trouble) : resolve(value)));
    },
    (error: unknown) => answer(() => reject(error)),
  );
};

export type Asked = {
  readonly port: number;
  /** What is asked for. */
  readonly about: string;
  readonly how: 'quick' | 'slow' | 'real';
};

const callName = ({ kind, name, mark, calls }: Process, port: number, about: string): CallName =>
  kind === 'command' ? { kind, port, about: name, mark, nth: calls } : { kind, port, about, mark: hashText(about) };

/** A quick call that nothing happens to. */
const untroubled = <T>(process: Process, { effect, resolve, reject }: Call<T>, how: Asked['how']): undefined | Promise<unknown> => {
  process.pending--;
  const running = effect(undefined);
  running.then(resolve, reject);
  return how === 'real' ? running.catch(() => undefined) : undefined;
};

const isRelied = (port: number): boolean => port === portNumbers['store.load'] || port === portNumbers['store.document'];

/**
 * Whether others may come between: always before a write or something outside, by chance before a read.
 * What a decision reads it relies on, so whoever comes between two such reads could as well come before its commit, where all may:
 * one in eight is enough. What people are shown no commit checks: two in five.
 */
const yields = (engine: Engine, process: Process, { port, how }: Asked, turn: number): boolean =>
  how !== 'quick' || isWrite(port) || process.pausedUntil > engine.scheduler.now() || (isRelied(port) ? turn % 8 === 0 : turn % 5 < 2);

/**
 * Every call of every port comes by here: it waits for its turn, meets its fate, has its effect, and is answered, or never.
 * `slow`: the effect takes virtual time, so that much can happen before the answer.
 */
export const callPort = <T>(engine: Engine, process: Process, asked: Asked, effect: Effect<T>): Promise<T> => {
  if (process.falling) kill(engine, process);
  if (!process.alive) return new Promise(() => undefined);
  process.calls++;
  const { port, about, how } = asked;
  const { fate, turn } = engine.injector.strike(callName(process, port, about));
  const isPlain = !fate && !process.broken && how !== 'slow';
  if (isPlain && !yields(engine, process, asked, turn)) {
    engine.trace.add(process.mark ^ port);
    return effect(undefined);
  }
  return new Promise<T>((resolve, reject) => {
    process.pending++;
    const call: Call<T> = { port, effect, fate, resolve, reject };
    const begin = whenUp(engine, process, () => {
      engine.trace.add(process.mark ^ port);
      engine.trace.add(engine.scheduler.now() | 0);
      if (isPlain && !process.broken) return untroubled(process, call, how);
      const running = troubled(engine, process, call);
      return how === 'real' ? running : undefined;
    });
    engine.scheduler.soon(begin, turn);
  });
};
