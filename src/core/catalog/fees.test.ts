import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleShops } from '../../samples/shops.ts';
import { won } from '../money.ts';
import { deliveryFee, metresBetween, outsideArea } from './fees.ts';
import type { Location } from './shop.ts';

const [hanki] = sampleShops();
if (!hanki) throw new Error('no sample');
// A degree of latitude is 111,195 m on the mean sphere.
const north = (metres: number): Location => ({ ...hanki.location, latitude: hanki.location.latitude + metres / 111_195 });

test('from Seoul station to Busan station it is about 327 km as the crow flies', () => {
  const metres = metresBetween({ latitude: 37.5547, longitude: 126.9707 }, { latitude: 35.1151, longitude: 129.0415 });
  expect(Math.abs(metres - 327_000)).toBeLessThan(3000);
});

test('the way back is as long, and nowhere is farther than the other side of the earth', () => {
  const place = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(place, place, (a, b) => {
      expect(metresBetween(a, b)).toBe(metresBetween(b, a));
      expect(metresBetween(a, b)).toBeLessThanOrEqual(20_015_116);
    }),
  );
});

test('the fee grows with distance, and a big order rides free', () => {
  const fees = [0, 1499, 1502, 2600, 3900].map((metres) => deliveryFee(hanki, won(12_000), north(metres)));
  expect(fees).toEqual([2000, 2000, 3000, 4000, 4000]);
  expect(deliveryFee(hanki, won(29_999), north(100))).toBe(2000);
  expect(deliveryFee(hanki, won(30_000), north(3900))).toBe(0);
});

test('while the address is unknown the fee is that of a neighbour', () => {
  expect(deliveryFee(hanki, won(12_000))).toBe(2000);
  expect(outsideArea(hanki)).toBeUndefined();
});

test('beyond the last tier the last tier is paid', () => {
  const shop = {
    ...hanki,
    fees: [
      { fee: won(1000), toMetres: 10 },
      { fee: won(2500), toMetres: 20 },
    ],
  };
  expect(deliveryFee(shop, won(0), north(500))).toBe(2500);
  expect(deliveryFee({ ...hanki, fees: [] }, won(0))).toBe(0);
});

test('an address just inside the area is served, one just outside is told how far it is', () => {
  expect(outsideArea(hanki, north(3999))).toBeUndefined();
  expect(outsideArea(hanki, north(4010))).toEqual({ metres: 4010, areaMetres: 4000 });
});
