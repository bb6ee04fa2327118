import type { Settings } from '../src/core/settings.ts';
import type { Asked } from './answers.ts';
import type { Stage } from './stage.ts';

export type Aftermath = {
  readonly wrong: readonly string[];
  /** How it must end when it is typed again. */
  readonly exit: number;
};

/** The command that is killed, and what whoever typed it asked for. */
export type Victim = {
  readonly args: readonly string[];
  readonly asked?: Asked;
  /** How it ends undisturbed, if not with 0. */
  readonly exit?: number;
  /** It writes to `<this>.<pid>.draft` before the result gets its name. */
  readonly drafts?: string;
  /** What else must be so, as soon as it is dead and again when it went through. */
  readonly look?: (isDone: boolean) => Promise<Aftermath>;
};
export type CrashPath = {
  readonly name: string;
  readonly settings?: Partial<Settings>;
  /** From an open shop without orders to the moment before; a path without it starts on nothing at all. */
  readonly stage?: (stage: Stage) => Promise<Victim>;
  readonly victim?: Victim;
  /** The messenger writes its log on a thread of the pool: that is killed, too. */
  readonly pool?: true;
  /** Several lanes at once: how many calls it takes differs from run to run, so only those that every run makes are points. */
  readonly wavers?: true;
  /** The books go back and the bank's do not: what people heard, and what the bank has reversed, is of another past. */
  readonly restores?: true;
};
