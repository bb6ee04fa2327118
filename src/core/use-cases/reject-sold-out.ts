import { withItemSoldOut } from '../catalog/menu.ts';
import type { Shop } from '../catalog/shop.ts';
import { rejectTicket } from '../commands.ts';
import type { ShopEvent } from '../events.ts';
import type { Facts } from '../facts.ts';
import type { Work } from '../handle.ts';
import { type ChoiceId, type Instant, type ItemId, type OrderId, type ShopId, shopDocument, shopStream } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { shopOf } from './quotes.ts';

/** Items or choices that ran out, and when they are back. */
export type SoldOut = { readonly items: readonly (ItemId | ChoiceId)[]; readonly until: Instant };

type Marked = { readonly shop: Shop; readonly events: readonly ShopEvent[] };

const marked = (shop: Shop, { items, until }: SoldOut): Result<Marked, Refusal> => {
  let result: Marked = { shop, events: [] };
  for (const item of new Set(items)) {
    const next = withItemSoldOut(result.shop, item, until);
    if (!next.ok) return next;
    result = { shop: next.value, events: [...result.events, { type: 'ItemSoldOut', data: { shop: shop.id, item, until } }] };
  }
  return ok(result);
};

/** The next customer must not order what this one is refused for: the ticket and the menu change in one commit, or neither does. */
export const rejectSoldOut =
  (id: OrderId, shopId: ShopId, soldOut: SoldOut): Work<void> =>
  async (facts: Facts, now, settings) => {
    if (soldOut.until <= now) return no({ code: 'INVALID_INPUT', field: 'until', problem: 'it is past' });
    const before = (await facts.ticket(id)).status;
    const rejected = await rejectTicket(id, 'ITEM_SOLD_OUT')(facts, now, settings);
    // Asked again, it has done all of this already; a mark that was taken back since then must not come back.
    if (!rejected.ok || before === 'rejected') return rejected;
    const shop = await shopOf(facts, shopId);
    if (!shop.ok) return shop;
    const menu = marked(shop.value, soldOut);
    if (!menu.ok) return menu;
    return ok({
      append: [...rejected.value.append, { stream: shopStream(shopId), events: menu.value.events }],
      documents: [{ key: shopDocument(shopId), body: menu.value.shop }],
      value: undefined,
    });
  };
