import type { Call } from '../call.ts';
import type { Verb } from '../verb.ts';

/** What may stand at the cursor. */
export type Candidate = { readonly value: string; readonly about: string };

/** What a source may ask: the line so far, as a call of the verb that is being typed. */
export type Asking = { readonly call: Call; readonly verb: Verb; readonly word: string };
