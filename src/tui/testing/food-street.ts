import type { Shop } from '../../core/catalog/shop.ts';
import { operator, type World } from '../../core/testing/world.ts';

/** These shops, beside or in the place of the one that a world begins with: `before` of a desk. */
export const foodStreet =
  (shops: readonly Shop[]) =>
  async (world: World): Promise<void> => {
    for (const shop of shops) {
      const written = await world.as(operator).writeShop(shop);
      if (!written.ok) throw new Error(written.error.code);
    }
  };
