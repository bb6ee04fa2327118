import { authorize } from '../authorize.ts';
import type { Recorded } from '../events.ts';
import type { OrderId } from '../kinds.ts';
import type { EventQuestion, Heartbeat, Pending } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import { ok, type Result } from '../result.ts';
import type { Session } from './deps.ts';

const asOperator = async <T>(session: Session, read: () => Promise<T>): Promise<Result<T, Refusal>> => {
  const allowed = authorize(session.actor, 'operate');
  return allowed.ok ? ok(await read()) : allowed;
};

export type Outbox = {
  readonly pending: number;
  readonly scheduled: number;
  readonly oldestAgeMs: number;
  readonly parked: readonly Pending[];
  readonly daemons: readonly Heartbeat[];
};

export const outboxState = (session: Session): Promise<Result<Outbox, Refusal>> =>
  asOperator(session, async () => {
    const { outbox, upkeep, env } = session;
    const now = env.now();
    const { pending, scheduled, oldestDueAt } = await outbox.backlog(now);
    const oldestAgeMs = oldestDueAt === undefined ? 0 : Math.max(0, now - oldestDueAt);
    return { pending, scheduled, oldestAgeMs, parked: await outbox.parked(1000), daemons: await upkeep.heartbeats() };
  });

/** Lets what was parked run again: one order's, or everything. */
export const redrive = (session: Session, order: OrderId | undefined): Promise<Result<number, Refusal>> =>
  asOperator(session, () => session.outbox.redrive(order, session.env.now()));

export const readEvents = (session: Session, question: EventQuestion): Promise<Result<readonly Recorded[], Refusal>> =>
  asOperator(session, () => session.reads.events(question));

export const rebuildViews = (session: Session, mode: 'replace' | 'verify') => asOperator(session, () => session.upkeep.rebuild(mode));
