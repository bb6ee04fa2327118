import { findItem } from '../catalog/menu.ts';
import { unmetOptions } from '../catalog/options.ts';
import type { Location, Shop } from '../catalog/shop.ts';
import type { Instant } from '../kinds.ts';
import { missingOf } from '../ordering/availability.ts';
import { isQuantity, linesAtMost, priceLine } from '../ordering/price-cart.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import {
  cleanNote,
  cleanOrderNote,
  type KeptLine,
  lineName,
  type OrderNotes,
  type SavedCart,
  type SavedLine,
  type Wish,
  withoutNotes,
  withQuantity,
} from './cart.ts';

type Edited = Result<SavedCart, Refusal>;

/** A wish as the menu is now, if it can be had. A shop that is closed may still be wished of. */
const lineOf = (shop: Shop, { item: id, quantity, choices, note }: Wish, line: number, now: Instant): Result<KeptLine, Refusal> => {
  const differences = missingOf(shop, { item: id, choices }, line, now);
  const item = findItem(shop, id);
  if (!item || differences.length > 0) return no({ code: 'AVAILABILITY_CHANGED', differences });
  const unmet = [
    ...(isQuantity(quantity) ? [] : [{ kind: 'quantity', line, quantity } as const]),
    ...unmetOptions({ line, item, choices }),
  ];
  if (unmet.length > 0) return no({ code: 'REQUIREMENTS_NOT_MET', unmet });
  const kept = cleanNote(note);
  return ok({ ...priceLine(item, quantity, choices), ...(kept !== undefined && { note: kept }) });
};

const changed = ({ quoted: _quoted, ...cart }: SavedCart, lines: readonly SavedLine[], now: Instant): SavedCart => ({
  ...cart,
  lines,
  updatedAt: now,
});

const tooMany = (line: number, quantity: number): Edited =>
  no({ code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'quantity', line, quantity }] });

/** At its place when the cart has the same already: quantities add up, and the newer price was seen. */
const put = (cart: SavedCart, line: KeptLine, now: Instant): Edited => {
  const at = cart.lines.findIndex((one) => lineName(one) === lineName(line));
  const same = cart.lines[at];
  if (same) {
    const quantity = same.quantity + line.quantity;
    if (!isQuantity(quantity)) return tooMany(at, quantity);
    return ok(changed(cart, cart.lines.with(at, withQuantity({ ...line, id: same.id }, quantity)), now));
  }
  const lines = cart.lines.length + 1;
  if (lines > linesAtMost) {
    return no({ code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'too-many-lines', lines, max: linesAtMost }] });
  }
  const id = cart.lastId + 1;
  return ok({ ...changed(cart, [...cart.lines, { ...line, id }], now), lastId: id });
};

export const addLine = (cart: SavedCart, shop: Shop, wish: Wish, now: Instant): Edited => {
  const line = lineOf(shop, wish, cart.lines.length, now);
  return line.ok ? put(cart, line.value, now) : line;
};

const noLine = (id: number): Edited => no({ code: 'NOT_FOUND', what: 'cart-line', id: String(id) });

export const removeLine = (cart: SavedCart, id: number, now: Instant): Edited =>
  cart.lines.some((line) => line.id === id)
    ? ok(
        changed(
          cart,
          cart.lines.filter((line) => line.id !== id),
          now,
        ),
      )
    : noLine(id);

/** None takes the line away. What has left the menu may be made less of, too. */
export const setQuantity = (cart: SavedCart, id: number, quantity: number, now: Instant): Edited => {
  if (quantity === 0) return removeLine(cart, id, now);
  const at = cart.lines.findIndex((line) => line.id === id);
  const line = cart.lines[at];
  if (!line) return noLine(id);
  return isQuantity(quantity) ? ok(changed(cart, cart.lines.with(at, withQuantity(line, quantity)), now)) : tooMany(at, quantity);
};

/** Another wish in the place of a line; when the cart has such a line already they become one. */
export const setLine = (cart: SavedCart, shop: Shop, id: number, wish: Wish, now: Instant): Edited => {
  const at = cart.lines.findIndex((line) => line.id === id);
  if (at < 0) return noLine(id);
  const line = lineOf(shop, wish, at, now);
  if (!line.ok) return line;
  const twin = cart.lines.find((one) => one.id !== id && lineName(one) === lineName(line.value));
  if (!twin) return ok(changed(cart, cart.lines.with(at, { ...line.value, id }), now));
  const without = removeLine(cart, id, now);
  return without.ok ? put(without.value, line.value, now) : without;
};

/** The document stays, so that ids are never used again and what it became last is known. */
export const cleared = (cart: SavedCart, now: Instant): SavedCart => changed(withoutNotes(cart), [], now);

/** Both as they are now; one that is not given is gone. What they say costs nothing, so a quote holds. */
export const noted = (cart: SavedCart, { note, riderNote }: OrderNotes): SavedCart => {
  const [kitchen, rider] = [cleanOrderNote(note), cleanOrderNote(riderNote)];
  return { ...withoutNotes(cart), ...(kitchen !== undefined && { note: kitchen }), ...(rider !== undefined && { riderNote: rider }) };
};

/** Where to decides the fee, so a quote is forgotten. */
export const sentTo = ({ to: _to, ...cart }: SavedCart, to: Location | undefined, now: Instant): SavedCart => ({
  ...changed(cart, cart.lines, now),
  ...(to && { to }),
});
