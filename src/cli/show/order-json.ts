import { isCancelable, moneyOf, type OrderView, statusOf } from '../../core/views/order-view.ts';
import { iso, isoOrNull } from '../iso.ts';

export const currency = 'KRW';

const reasonOf = (view: OrderView): string | null => view.ended?.reason ?? (view.delivery === 'failed' ? 'DELIVERY_FAILED' : null);

/** An order as programs read it; the same for every command that shows one. */
export const statusJson = (view: OrderView) => ({
  order: view.order,
  shop: view.shop,
  shopName: view.shopName,
  status: statusOf(view),
  money: moneyOf(view),
  total: view.total,
  currency,
  cancelable: isCancelable(view),
  placedAt: iso(view.placedAt),
  acceptBy: iso(view.acceptBy),
  readyBy: isoOrNull(view.readyBy),
  updatedAt: iso(view.updatedAt),
  reason: reasonOf(view),
  by: view.ended?.by ?? null,
  failure: view.failure ?? null,
  rider: view.rider ?? null,
  payment: view.payment,
});

/** What an order's placing is answered with. */
export const placedJson = (view: OrderView) => ({
  order: view.order,
  payment: view.payment,
  status: statusOf(view),
  money: moneyOf(view),
  total: view.total,
  currency,
  placedAt: iso(view.placedAt),
  acceptBy: iso(view.acceptBy),
  shop: view.shop,
  shopName: view.shopName,
});
