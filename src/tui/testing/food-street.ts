import { operator, type World } from '../../core/testing/world.ts';
import { sampleShops } from '../../samples/shops.ts';

/** The sample shops in the place of the only one that a world begins with: `before` of a desk. */
export const foodStreet = async (world: World): Promise<void> => {
  for (const shop of sampleShops()) {
    const written = await world.as(operator).writeShop(shop);
    if (!written.ok) throw new Error(written.error.code);
  }
};
