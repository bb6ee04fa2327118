import type { Shop } from '../catalog/shop.ts';
import * as command from '../commands.ts';
import type { Facts } from '../facts.ts';
import { later, type PaymentId, shopDocument } from '../kinds.ts';
import { canHonour } from '../ordering/revalidate.ts';
import type { Perform, Performed, Tools } from '../performers.ts';
import { backOff } from '../settings.ts';
import type { Approved } from './gateway.ts';
import { guarded } from './guarded.ts';
import type { Payment } from './payment.ts';

type Unknown = Extract<Payment, { readonly status: 'unknown' }>;

const tryAgain = (error: string, attempt: number, { env, settings }: Tools): Performed => ({
  again: { at: later(env.now(), backOff(settings.lookUpFirstMs, settings.lookUpMaxMs, attempt)), error },
});

/** Only decided here; the gateway is asked when it is stored. */
const undo = ({ asked }: Unknown, reason: string): Performed => ({ work: command.requestVoid(asked.payment, asked.order, reason) });

/** Found paid: the order is placed if what was agreed can still be had, else the money goes back at once. */
const honour = async (payment: Unknown, approved: Approved, tools: Tools, facts: Facts): Promise<Performed> => {
  const { asked } = payment;
  const [order, quote, shop] = [
    await facts.order(asked.order),
    await facts.quote(asked.quote),
    await facts.document(shopDocument(asked.shop)),
  ];
  if (order.status !== 'none') return undo(payment, 'already-ordered');
  if (approved.amount !== asked.amount) return undo(payment, 'wrong-amount');
  if (!quote || !shop || !canHonour(quote, shop as Shop, tools.env.now())) return undo(payment, 'cannot-be-honoured');
  return { work: command.approvePayment(asked.payment, approved) };
};

/** Asks the gateway what became of an attempt. Uncertain is never failed, and never paid. */
export const lookUpPayment = async (id: PaymentId, attempt: number, tools: Tools, facts: Facts): Promise<Performed> => {
  const payment = await facts.payment(id);
  if (payment.status !== 'unknown') return {};
  const ageMs = tools.env.now() - payment.since;
  const found = await guarded(tools, 'look-up', () => tools.gateway.lookUp(payment.asked.key));
  switch (found.kind) {
    case 'approved':
      return honour(payment, found, tools, facts);
    case 'declined':
      return { work: command.declinePayment(id, payment.asked.order, found.reason) };
    case 'voided':
      // A void whose answer was lost: asked again, the gateway says whether money had been taken.
      return undo(payment, 'voided');
    case 'none':
    case 'pending':
      // The charge may still be on its way: it is barred only after it had its time.
      if (ageMs >= tools.settings.confirmWindowMs) return undo(payment, 'never-confirmed');
      return tryAgain(found.kind, attempt, tools);
    case 'held':
      // Nobody was asked, so nothing is given up: after a day without a daemon the bank may be ready to answer.
      return tryAgain('look-up: held', attempt, tools);
    default:
      // Visible to an operator as a parked row; `outbox redrive` looks again.
      if (ageMs >= tools.settings.lookUpGiveUpMs) return { park: `payment ${id} is still unknown: ${found.kind}` };
      return tryAgain(`look-up: ${found.kind}`, attempt, tools);
  }
};

export const settleUnknown: Perform = async (event, attempt, tools, facts) =>
  event.type === 'PaymentOutcomeUnknown' ? lookUpPayment(event.data.payment, attempt, tools, facts) : {};
