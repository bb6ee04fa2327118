import type { Values } from './values.ts';
import type { Verb } from './verb.ts';

/** What a command line says: which verb, with what. */
export type Wanted = { readonly run: NonNullable<Verb['run']>; readonly args: readonly string[]; readonly values: Values };
