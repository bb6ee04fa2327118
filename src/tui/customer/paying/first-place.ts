import type { App } from '../../../core/app.ts';
import type { Place } from '../place.ts';

const mostOpen = 100;

/** Where one lands: at a payment whose outcome is open, if there is one, as nobody should have to look for it. */
export const firstPlace = async (app: Pick<App, 'carts' | 'openPayments'>): Promise<Place> => {
  const carts = await app.carts();
  const paid = carts.ok ? carts.value.find(({ open }) => open) : undefined;
  if (paid) return { at: 'paying', of: { cart: paid.cart.shop } };
  const open = await app.openPayments(mostOpen);
  const waiting = open.ok ? open.value.find(({ now }) => now.state === 'unknown' || now.state === 'deferred') : undefined;
  return waiting ? { at: 'paying', of: { payment: waiting.payment } } : { at: 'shops' };
};
