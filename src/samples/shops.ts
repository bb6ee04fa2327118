import { parseShop } from '../core/catalog/parse-shop.ts';
import type { Shop } from '../core/catalog/shop.ts';
import { chicken } from './chicken.ts';
import { hanki } from './hanki.ts';
import { tteok } from './tteok.ts';

// The samples come in by the same door as any owner's document.
const parsed = (document: unknown): Shop => {
  const shop = parseShop(document);
  if (!shop.ok) throw new Error(`a sample shop is wrong: ${JSON.stringify(shop.error)}`);
  return shop.value;
};

/** Three shops in Mapo-gu, Seoul; the first two are always open. */
export const sampleShops = (): readonly Shop[] => [hanki, chicken, tteok].map(parsed);
