import type { PaymentId } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { foldOrder } from '../views/fold-order.ts';
import type { OrderView } from '../views/order-view.ts';
import { foldPayment, type PaymentView } from '../views/payment-view.ts';
import type { Dossier, Invariant } from './evidence.ts';
import { isSame, text } from './looking.ts';

/** Parked rows are all that a row at rest may not have been shown. */
const viewsAreFolds = (dossier: Dossier): readonly string[] => {
  const unseen = new Set(dossier.waiting.filter(({ consumer }) => consumer === 'views').map(({ event }) => event.id));
  const shown = dossier.events.filter((event) => goesToViews(event) && (!unseen.has(event.id) || event.type === 'OrderPlaced'));
  let order: OrderView | undefined;
  const payments = new Map<PaymentId, PaymentView>();
  for (const event of shown) {
    order = foldOrder(order, event);
    if (!('payment' in event.data)) continue;
    const view = foldPayment(payments.get(event.data.payment), event);
    if (view) payments.set(event.data.payment, view);
  }
  const kept = new Map(dossier.payments.map((view) => [view.payment, view]));
  const wrong = [...new Set([...kept.keys(), ...payments.keys()])].filter((id) => !isSame(kept.get(id), payments.get(id)));
  return [
    ...(isSame(dossier.view, order) ? [] : [`the order's row is ${text(dossier.view)}, its events make ${text(order)}`]),
    ...wrong.map((id) => `the row of ${id} is ${text(kept.get(id))}, its events make ${text(payments.get(id))}`),
  ];
};

export const viewInvariants: readonly Invariant[] = [
  {
    ids: ['D10', 'I8', 'I19'],
    name: 'views-are-folds',
    sentence: 'A view is what its events make, byte for byte.',
    needs: ['rest'],
    of: 'order',
    check: viewsAreFolds,
  },
];
