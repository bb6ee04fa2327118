import { operator } from '../../src/cli/actor.ts';
import type { House } from '../../src/cli/wire.ts';
import { parseShop } from '../../src/core/catalog/parse-shop.ts';
import type { ChoiceId, CustomerId, ItemId, OrderId, ShopId } from '../../src/core/kinds.ts';
import type { Cart } from '../../src/core/ordering/quote.ts';
import { hanki } from '../../src/samples/hanki.ts';

export const shop = 'shop_hanki' as ShopId;
/** 20,000 won in all. */
export const cart: Cart = { shop, lines: [{ item: 'kimchi-jjigae' as ItemId, quantity: 2, choices: ['mild' as ChoiceId] }] };
export const contact = { lang: 'ko', address: '서울시 마포구 월드컵로 1' } as const;
export const customerNamed = (name: string) => ({ role: 'customer', id: `cus_${name}` as CustomerId }) as const;

/** What `baedal seed` does for one shop. */
export const seedShop = async (house: House): Promise<void> => {
  const parsed = parseShop(hanki);
  if (!parsed.ok) throw new Error('the sample shop is wrong');
  await house.as(operator).writeShop(parsed.value);
};

/** Orders by the same use case as the command, many at once: they share transactions. */
export const placeMany = async (house: House, count: number, name: string): Promise<readonly OrderId[]> => {
  const app = house.as(customerNamed(name));
  const orders: OrderId[] = [];
  while (orders.length < count) {
    const batch = Array.from({ length: Math.min(100, count - orders.length) }, () =>
      app.placeOrder({ of: { cart }, contact, method: 'card_ok' }),
    );
    for (const placed of await Promise.all(batch)) {
      if (!placed.ok) throw new Error(JSON.stringify(placed.error));
      orders.push(placed.value.view.order);
    }
  }
  return orders;
};
