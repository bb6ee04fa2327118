import { useSyncExternalStore } from 'react';
import type { PaymentId, ShopId } from '../../../core/kinds.ts';
import type { CartCheckout } from '../../../core/use-cases/checkout-cart.ts';
import { keptSlot } from '../../kit/kept.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useKeptPlaces } from '../../kit/use-kept.ts';
import type { Place } from '../place.ts';
import { nameOfPlace } from '../place.ts';
import { useShell } from '../shell.tsx';
import type { Subject } from './paying-questions.ts';
import { createPaying, type PayingRun } from './paying-run.ts';
import { isUnderWay, type Paying, paymentOf } from './paying-state.ts';

export type PayingPlace = Extract<Place, { readonly at: 'paying' }>;

const runs = keptSlot<PayingRun>();

const byTimer = (run: () => void, ms: number): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** How a payment is begun at this terminal. */
const useStart = () => {
  const { seat } = useShell();
  const { report } = useUi();
  const kept = useKeptPlaces();
  return (of: PayingPlace['of'], subject: Subject): PayingRun => {
    const run = createPaying(subject, { app: seat.app, now: seat.now, report, feed: seat.subscribe, wait: byTimer });
    runs.write(kept, nameOfPlace({ at: 'paying', of }), run);
    return run;
  };
};

/** Pays a cart as it was agreed to, unless it is being paid: to press twice is to press once. */
export const useBegin = () => {
  const start = useStart();
  const kept = useKeptPlaces();
  return (shop: ShopId, wanted: CartCheckout): PayingPlace => {
    const place: PayingPlace = { at: 'paying', of: { cart: shop } };
    const before = runs.read(kept, nameOfPlace(place));
    if (!before || !isUnderWay(before.state())) start(place.of, { shop, wanted }).ask();
    return place;
  };
};

/** To the payment that is under way for a cart: the one that was begun here, unless another has taken its place elsewhere. */
export const useResume = () => {
  const kept = useKeptPlaces();
  return (shop: ShopId, open: PaymentId): PayingPlace => {
    const place: PayingPlace = { at: 'paying', of: { cart: shop } };
    const before = runs.read(kept, nameOfPlace(place))?.state();
    if (before && !isUnderWay(before) && paymentOf(before) !== open) kept.forget(nameOfPlace(place));
    return place;
  };
};

/** The payment of this place: the one that was begun here, else the one that is found in the books. */
export const usePaying = ({ of }: PayingPlace): readonly [PayingRun, Paying] => {
  const start = useStart();
  const kept = useKeptPlaces();
  const run = runs.read(kept, nameOfPlace({ at: 'paying', of })) ?? start(of, 'cart' in of ? { shop: of.cart } : { payment: of.payment });
  return [run, useSyncExternalStore(run.watch, run.state)];
};
