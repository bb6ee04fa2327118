import type { Epoch } from './epochs.ts';
import type { Recorded } from './events.ts';
import type { Facts } from './facts.ts';
import type { Work } from './handle.ts';
import type { Instant } from './kinds.ts';
import type { Messenger } from './notification/messenger.ts';
import type { PaymentGateway } from './payment/gateway.ts';
import type { Env, Store } from './ports.ts';
import type { Settings } from './settings.ts';

/** What reaches outside may use. */
export type Tools = {
  readonly store: Store;
  readonly env: Env;
  readonly settings: Settings;
  readonly gateway: PaymentGateway;
  readonly messenger: Messenger;
  /** Since when events of this house are not those that were told before; none in a house that was never restored. */
  readonly epochs?: readonly Epoch[];
};

/** What came of it: something to record, and whether this is over or to be tried again. */
export type Performed = {
  readonly work?: Work<unknown>;
  readonly again?: { readonly at: Instant; readonly error: string };
  /** A person must look: it stands still until it is redriven. */
  readonly park?: string;
};

/**
 * Must be safe to run twice with the same event: a crash between effect and commit repeats it.
 * What it reads by `facts` its work need not read again.
 */
export type Perform = (event: Recorded, attempt: number, tools: Tools, facts: Facts) => Promise<Performed>;
