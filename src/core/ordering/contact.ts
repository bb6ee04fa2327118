import type { CustomerId } from '../kinds.ts';

export type LineNote = { readonly line: number; readonly note: string };

/** Personal data of one order, kept outside the events so that it can be erased while the money stays told. */
export type Contact = {
  readonly customer: CustomerId;
  readonly lang: 'ko' | 'en';
  readonly address: string;
  readonly name?: string;
  readonly phone?: string;
  /** For the kitchen. */
  readonly note?: string;
  /** For the kitchen, about one line of the order; `line` counts from 0. */
  readonly lineNotes?: readonly LineNote[];
  /** For the rider. */
  readonly riderNote?: string;
};
