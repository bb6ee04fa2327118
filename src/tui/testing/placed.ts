import type { CustomerId, ItemId, OrderId, ShopId } from '../../core/kinds.ts';
import type { Contact } from '../../core/ordering/contact.ts';
import { is } from '../../core/testing/is.ts';
import { shop } from '../../core/testing/story.ts';
import type { World } from '../../core/testing/world.ts';

export type Wanted = Omit<Partial<Contact>, 'customer'> & { readonly at?: ShopId; readonly quantity?: number; readonly customer?: string };

/** A customer orders stew, and the daemons bring it to the kitchen. */
export const place = async (world: World, wanted: Wanted = {}): Promise<OrderId> => {
  const { at = shop, quantity = 1, customer = 'cus_mina', ...contact } = wanted;
  const app = world.as({ role: 'customer', id: customer as CustomerId });
  const lines = [{ item: 'kimchi-jjigae' as ItemId, quantity, choices: [] }];
  const placed = is(
    await app.placeOrder({
      of: { cart: { shop: at, lines } },
      contact: { lang: 'ko', address: '서울 마포구 양화로 1', ...contact },
      method: 'card-ok',
    }),
  );
  await world.drainNow();
  return placed.view.order;
};
