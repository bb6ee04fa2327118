import { type Won, won } from '../money.ts';
import type { Location, Shop } from './shop.ts';

const earthMetres = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Straight-line metres (haversine), whole. */
export const metresBetween = (a: Location, b: Location): number => {
  const [latitudeA, latitudeB] = [radians(a.latitude), radians(b.latitude)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const h = half(latitudeB - latitudeA) + Math.cos(latitudeA) * Math.cos(latitudeB) * half(radians(b.longitude - a.longitude));
  return Math.round(2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(h))));
};

/** The first tier that holds decides; an unknown place counts as next door. Where none holds, the last tier does. */
export const deliveryFee = (shop: Shop, subtotal: Won, to?: Location): Won => {
  const metres = to ? metresBetween(shop.location, to) : 0;
  const tier = shop.fees.find(
    ({ fromAmount, toMetres }) => (fromAmount === undefined || subtotal >= fromAmount) && (toMetres === undefined || metres <= toMetres),
  );
  return (tier ?? shop.fees.at(-1))?.fee ?? won(0);
};

/** How far out of the service area a place is; undefined inside it, and while the place is unknown. */
export const outsideArea = (shop: Shop, to?: Location): { readonly metres: number; readonly areaMetres: number } | undefined => {
  if (!to) return undefined;
  const metres = metresBetween(shop.location, to);
  return metres <= shop.areaMetres ? undefined : { metres, areaMetres: shop.areaMetres };
};
