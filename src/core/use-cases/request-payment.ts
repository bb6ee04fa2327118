import type { Shop } from '../catalog/shop.ts';
import type { Facts } from '../facts.ts';
import type { Plan } from '../handle.ts';
import { contactDocument, type PaymentId, paymentStream } from '../kinds.ts';
import type { Contact } from '../ordering/contact.ts';
import type { Quote } from '../ordering/quote.ts';
import { requestPayment } from '../payment/decide-payment.ts';
import type { Requested } from '../payment/payment.ts';
import type { Refusal } from '../refusal.ts';
import { ok, type Result } from '../result.ts';
import type { Session } from './deps.ts';
import { issuePlan } from './issue-plan.ts';

export type Charged = {
  readonly quote: Quote;
  /** The quote is issued in the same commit. */
  readonly isNew: boolean;
  readonly shop: Shop;
  readonly payment: PaymentId;
  readonly contact: Omit<Contact, 'customer'>;
  readonly method: string;
};

/** Quote, request and contact in one plan: the gateway hears of nothing that is not stored. */
export const requestPlan = async (
  { gateway, settings }: Session,
  facts: Facts,
  { quote, isNew, shop, payment, contact, method }: Charged,
): Promise<Result<Plan<Requested>, Refusal>> => {
  const acceptLeaseMs = shop.leaseMs ?? settings.acceptLeaseMs;
  const requested = requestPayment(await facts.payment(payment), { quote, payment, method, gateway: gateway.name, acceptLeaseMs });
  if (!requested.ok) return requested;
  const { order } = quote;
  const issued = isNew ? issuePlan(quote) : { append: [], documents: [] };
  const asked = { stream: paymentStream(payment), order, events: [requested.value] };
  return ok({
    append: [...issued.append, asked],
    documents: [...issued.documents, { key: contactDocument(order), body: { customer: quote.customer, ...contact } satisfies Contact }],
    value: requested.value.data,
  });
};
