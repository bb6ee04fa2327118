import type { App } from '../../core/app.ts';
import type { ShopId } from '../../core/kinds.ts';
import { usualZone } from '../../words/page.ts';

/** The clock of a shop; a shop that is gone has the country's. */
export const zoneOf = async (app: App, shop: ShopId): Promise<string> => {
  const found = await app.findShop(shop);
  return found.ok ? found.value.zone : usualZone;
};
