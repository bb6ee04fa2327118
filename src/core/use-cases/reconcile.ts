import { authorize } from '../authorize.ts';
import { cancelBySystem } from '../commands.ts';
import { parseId, paymentStream } from '../kinds.ts';
import { guarded } from '../payment/guarded.ts';
import { type BankStatement, type Discrepancy, enter, noAccounts, paymentOfKey, reconcile } from '../payment/reconcile.ts';
import type { Refusal } from '../refusal.ts';
import { never, no, ok, type Result } from '../result.ts';
import { run, type Session } from './deps.ts';

const atOnce = 1000;

const asOperator = (session: Session): Result<void, Refusal> => authorize(session.actor, 'operate');

/** What the bank knows that our books do not, and the reverse. Nothing is changed. */
export const reconcileBooks = async (session: Session, bank: BankStatement): Promise<Result<readonly Discrepancy[], Refusal>> => {
  const allowed = asOperator(session);
  if (!allowed.ok) return allowed;
  // The bank first: what it has by then was asked for in our books before.
  const told = { refunds: await bank.refunds(), charges: await bank.charges() };
  const accounts = noAccounts();
  for (let after = 0; ; ) {
    const page = await session.reads.events({ after, limit: atOnce });
    for (const event of page) enter(accounts, event);
    const last = page.at(-1);
    if (!last) return ok(reconcile(accounts, told));
    after = last.position;
  }
};

/** Only what our books cannot claim: asked again, for somebody may have paid since. */
const isStillUnclaimed = async (session: Session, { key }: Discrepancy): Promise<boolean> => {
  const payment = paymentOfKey(key);
  const past = payment === undefined ? [] : await session.store.load(paymentStream(payment));
  const attempt = past.findLast(({ type }) => type === 'PaymentRequested');
  const asked = past.some((event) => event.type === 'PaymentRequested' && event.data.key === key);
  if (!asked || attempt === undefined) return true;
  const isFailed = past.some(({ type }) => type === 'PaymentDeclined' || type === 'PaymentVoided');
  const isOther = attempt.type === 'PaymentRequested' && attempt.data.key !== key;
  return isFailed || isOther;
};

const reverse = async (session: Session, discrepancy: Discrepancy): Promise<Result<'done' | 'left', Refusal>> => {
  if (!(await isStillUnclaimed(session, discrepancy))) return ok('left');
  const result = await guarded(session, 'void', () => session.gateway.void(discrepancy.key));
  if (result.kind === 'voided') return ok('done');
  if (result.kind === 'misconfigured') return no({ code: 'MISCONFIGURED', what: result.what });
  return no({ code: 'BUSY' });
};

/** Puts one of them right, where that can be done without a person. `left`: nothing was done. */
export const remedy = async (session: Session, discrepancy: Discrepancy): Promise<Result<'done' | 'left', Refusal>> => {
  const allowed = asOperator(session);
  if (!allowed.ok) return allowed;
  switch (discrepancy.remedy) {
    case 'void':
      return reverse(session, discrepancy);
    case 'cancel-order': {
      const order = parseId('order', discrepancy.order);
      if (order === undefined) return ok('left');
      const fallen = await run(session, cancelBySystem(order, 'SYSTEM_ISSUE'));
      return fallen.ok ? ok('done') : fallen;
    }
    case 'daemon':
    case 'person':
      return ok('left');
    default:
      return never(discrepancy.remedy);
  }
};
