import type { Exit } from './exit.ts';

/** The same sentence in both languages. */
export type Phrase = { readonly ko: string; readonly en: string };

/** A command that cannot go on, through no fault of this program; the sentence says what to do. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly code: string;
  readonly exit: Exit;
  readonly phrase: Phrase;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  constructor(code: string, exit: Exit, phrase: Phrase, details?: Readonly<Record<string, unknown>>) {
    super(phrase.en);
    this.code = code;
    this.exit = exit;
    this.phrase = phrase;
    this.details = details;
  }
}

/** Wrong usage: an option that is missing, or cannot be together with another. */
export const wrongUsage = (phrase: Phrase): Stop => new Stop('USAGE', 2, phrase);

/** A value that cannot be what the field wants. */
export const wrongInput = (field: string, phrase: Phrase): Stop =>
  new Stop('INVALID_INPUT', 2, { ko: `${field}: ${phrase.ko}`, en: `${field}: ${phrase.en}` }, { field });

export const wrongConfig = (phrase: Phrase, details?: Readonly<Record<string, unknown>>): Stop =>
  new Stop('MISCONFIGURED', 10, phrase, details);
