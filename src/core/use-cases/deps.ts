import type { Actor } from '../events.ts';
import { type Because, handle, type Work } from '../handle.ts';
import type { PaymentGateway } from '../payment/gateway.ts';
import type { Env, OutboxReads, Reads, Store, Upkeep } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import type { Settings } from '../settings.ts';

/** All that the use cases stand on; built in one place. */
export type AppDeps = {
  readonly store: Store;
  readonly reads: Reads;
  readonly outbox: OutboxReads;
  readonly upkeep: Upkeep;
  readonly gateway: PaymentGateway;
  readonly env: Env;
  readonly settings: Settings;
};

/** Who is asking, and the trace that they brought along. */
export type Asking = { readonly actor: Actor; readonly trace?: string };
export type Session = AppDeps & Asking;

export const becauseOf = ({ actor, trace, env }: Session): Because => ({
  actor,
  causation: env.newCommandId(),
  ...(trace !== undefined && { trace }),
});

export const run = async <T>(session: Session, work: Work<T>, because: Because = becauseOf(session)): Promise<Result<T, Refusal>> => {
  const handled = await handle(session, because, work);
  if (handled === 'lease-lost') throw new Error('a command holds no lease to lose');
  return handled;
};
