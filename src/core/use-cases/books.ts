import { authorize } from '../authorize.ts';
import type { Recorded } from '../events.ts';
import type { OrderId } from '../kinds.ts';
import { type Won, won } from '../money.ts';
import type { Refusal } from '../refusal.ts';
import { ok, type Result } from '../result.ts';
import type { Session } from './deps.ts';

/** Our side of the money, from the events alone, in whole won. taken = standing + refunded + owed + settledManually. */
export type Books = {
  readonly taken: Won;
  /** Orders that were neither canceled nor rejected. */
  readonly standing: Won;
  readonly orders: number;
  readonly refunded: Won;
  /** Fallen orders whose money is not back yet. */
  readonly owed: Won;
  readonly settledManually: Won;
};

type Sums = { taken: number; refunded: number; settledManually: number; readonly standing: Map<OrderId, number> };

const enter = (sums: Sums, event: Recorded): void => {
  switch (event.type) {
    case 'PaymentApproved':
      sums.taken += event.data.amount;
      break;
    case 'Refunded':
      sums.refunded += event.data.amount;
      break;
    case 'RefundSettledManually':
      sums.settledManually += event.data.amount;
      break;
    case 'OrderPlaced':
      sums.standing.set(event.data.order, event.data.total);
      break;
    case 'OrderCanceled':
    case 'OrderRejected':
      sums.standing.delete(event.data.order);
      break;
    default:
  }
};

const atOnce = 1000;

/** Reads the whole log, page by page. */
export const readBooks = async (session: Session): Promise<Result<Books, Refusal>> => {
  const allowed = authorize(session.actor, 'operate');
  if (!allowed.ok) return allowed;
  const sums: Sums = { taken: 0, refunded: 0, settledManually: 0, standing: new Map() };
  let after = 0;
  for (;;) {
    const page = await session.reads.events({ after, limit: atOnce });
    for (const event of page) enter(sums, event);
    const last = page.at(-1);
    if (!last) break;
    after = last.position;
  }
  const standing = [...sums.standing.values()].reduce((sum, total) => sum + total, 0);
  const owed = sums.taken - standing - sums.refunded - sums.settledManually;
  return ok({
    taken: won(sums.taken),
    standing: won(standing),
    orders: sums.standing.size,
    refunded: won(sums.refunded),
    owed: won(owed),
    settledManually: won(sums.settledManually),
  });
};
