import type { CartLook, LookedLine } from '../../core/cart/look.ts';
import type { Proposal } from '../../core/cart/proposal.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { CartView } from '../../core/use-cases/carts.ts';
import { iso, isoOrNull, isoTimes } from '../iso.ts';
import { currency } from './order-json.ts';

const lineJson = ({ id, item, name, quantity, choices, note, each, was, total, missing }: LookedLine) => ({
  line: id,
  item,
  name,
  quantity,
  choices: choices.map((choice) => ({ id: choice.id, name: choice.name, price: choice.price, missing: choice.missing ?? null })),
  note: note ?? null,
  each,
  was: was ?? null,
  total,
  missing: missing ?? null,
});

const stopJson = ({ code, ...details }: Refusal) => ({ code, details: isoTimes(details) });

const lookJson = ({ lines, subtotal, fee, total, toMinimum, differences, stops }: CartLook) => ({
  lines: lines.map(lineJson),
  ...{ subtotal, fee, total, currency, toMinimum },
  differences: isoTimes(differences),
  ready: stops.length === 0,
  stops: stops.map(stopJson),
});

/** A cart as programs read it. */
export const cartJson = ({ cart, look, open }: CartView) => ({
  shop: cart.shop,
  shopName: cart.shopName,
  ...lookJson(look),
  note: cart.note ?? null,
  riderNote: cart.riderNote ?? null,
  quote: cart.quoted ?? null,
  payment: open
    ? { payment: open.payment, state: open.state, total: open.total, lookAt: iso(open.lookAt), heldUntil: iso(open.heldUntil) }
    : null,
  order: cart.ordered?.order ?? null,
  orderedAt: isoOrNull(cart.ordered?.at),
  updatedAt: iso(cart.updatedAt),
});

/** What an old order or a usual would be today. */
export const proposalJson = ({ shop, shopName, look, was, now, differences }: Proposal) => ({
  shop,
  shopName,
  was,
  now,
  ...lookJson(look),
  differences: isoTimes(differences),
});
