import type { ChoiceId, ItemId, OrderId, ShopId } from '../../core/kinds.ts';
import { mina, type World } from '../../core/testing/world.ts';

export const hanki = 'shop_hanki' as ShopId;
const stew = { item: 'kimchi-jjigae' as ItemId, quantity: 2, choices: ['hot' as ChoiceId, 'tofu' as ChoiceId] };
const roll = { item: 'egg-roll' as ItemId, quantity: 1, choices: [] };

/** Mina orders two stews and an egg roll at the sample shop that must be there; ids count from `ord_0001`. */
export const orderStew = async ({ as }: World): Promise<OrderId> => {
  const placed = await as(mina).placeOrder({
    of: { cart: { shop: hanki, lines: [stew, roll] } },
    contact: { lang: 'ko', address: '서울 마포구 양화로 1' },
    method: 'card-ok',
  });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return placed.value.view.order;
};
