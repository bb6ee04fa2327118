import type { Action } from '../core/authorize.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Call } from './call.ts';
import type { Exit } from './exit.ts';
import type { Phrase } from './stop.ts';
import type { Line } from './terminal.ts';

export type OptionSpec = {
  /** As commander reads them: `--item <item>`. */
  readonly flags: string;
  readonly about: Phrase;
  /** May be given again and again. */
  readonly many?: true;
  /** All that may stand behind it, where that is a short list: a shell completes it. */
  readonly values?: readonly string[];
};
/** An option without a choice of values, in its two languages. */
export const option = (flags: string, ko: string, en: string): OptionSpec => ({ flags, about: { ko, en } });

/** What a command has to tell: one value for programs, lines for people, and advice that goes beside the data. */
export type Answer = {
  readonly json: unknown;
  readonly text: () => readonly Line[];
  readonly advice?: readonly string[];
  readonly exit?: Exit;
};

/** 'told' when the command wrote by itself while it ran; what it saw may still decide its exit code. The zone is the clock on which a refusal's times are read. */
export type Answered =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly error: Refusal; readonly zone?: string }
  | { readonly told: Exit }
  | 'told';

/** A line of the table of commands. */
export type Verb = {
  readonly usage: string;
  readonly about: Phrase;
  readonly options?: readonly OptionSpec[];
  /** Arguments behind `baedal`, most usual first. */
  readonly examples: readonly string[];
  /** What it prints with --json, in the notation of docs/cli.md; none where it wants a terminal. */
  readonly json?: string;
  /** What one must be allowed to do (core/authorize.ts); `none` where nobody's things are touched. */
  readonly needs?: Action | 'none';
  /** None: it only holds the verbs under it. */
  readonly run?: (call: Call) => Promise<Answered>;
  readonly verbs?: readonly Verb[];
};

export const nameOf = (verb: Verb): string => verb.usage.split(' ')[0] ?? verb.usage;
export const answer = (value: Answer): Answered => ({ ok: true, value });
