import fc from 'fast-check';
import { parseShop } from '../src/core/catalog/parse-shop.ts';
import type { Shop } from '../src/core/catalog/shop.ts';
import { hanki } from '../src/samples/hanki.ts';

const name = fc.oneof(
  fc.constantFrom(
    '김치찌개',
    '콜라 500ml',
    'Coke: "Zero" #1',
    '- 대시',
    'true',
    '1e3',
    '~',
    "it's",
    '🍜 라면',
    '*star',
    '&amp',
    '2026-12-25',
    '떡볶이 (2인분)',
  ),
  fc.stringMatching(/^[a-z가-힣0-9 :#,'"{}[\]&*!|>%@`?-]{0,12}[a-z가-힣]$/),
);
const price = fc.integer({ min: 0, max: 10_000_000 });
const until = fc.option(fc.integer({ min: 0, max: 4_102_444_800_000 }), { nil: undefined });
const marked = <T extends object>(thing: T, soldOutUntil: number | undefined) => ({
  ...thing,
  ...(soldOutUntil !== undefined && { soldOutUntil }),
});

const ids = (prefix: string, max: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: max }).map((all) => all.map((n) => `${prefix}${n}`));

const group = (id: string) =>
  fc
    .tuple(ids(`${id}-c`, 4), fc.array(fc.tuple(name, price), { minLength: 4, maxLength: 4 }), name, fc.nat(), fc.nat())
    .map(([all, told, called, a, b]) => {
      const max = 1 + (a % all.length);
      const choices = all.map((one, n) => ({ id: one, name: told[n]?.[0] ?? 'x', price: told[n]?.[1] ?? 0 }));
      return { id, name: called, min: b % (max + 1), max, choices };
    });

/** Groups that dishes share, or have for themselves. */
const item = (id: string, shared: readonly object[]) =>
  fc
    .tuple(
      name,
      price,
      fc.option(name, { nil: undefined }),
      until,
      fc.subarray([...shared]),
      fc.option(group(`own-${id}`), { nil: undefined }),
    )
    .map(([called, costs, about, soldOutUntil, some, own]) =>
      marked(
        { id, name: called, price: costs, ...(about !== undefined && { about }), options: [...some, ...(own ? [own] : [])] },
        soldOutUntil,
      ),
    );

const menu = fc
  .tuple(
    fc.tuple(group('spice'), group('size'), group('1')),
    ids('i', 6),
    fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  )
  .chain(([shared, all, categories, into]) =>
    fc
      .tuple(...all.map((id) => item(id, shared)))
      .map((items) =>
        categories.map((called, n) => ({ name: called, items: items.filter((_, at) => (into[at] ?? 0) % categories.length === n) })),
      ),
  );

const span = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 740 }))
  .map(([from, long]) => ({ from, to: from + long }));
const day = fc.option(span, { nil: undefined }).map((one) => (one ? [one] : []));
const tier = fc.record({ fee: price, fromAmount: price, toMetres: fc.integer({ min: 0, max: 100_000 }) }, { requiredKeys: ['fee'] });
const holidays = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 28 }), name, day), { maxLength: 4, selector: ([date]) => date });

/** Any shop that its own reader takes, with awkward names and marks of sold-out things. */
export const anyShop: fc.Arbitrary<Shop> = fc
  .record({
    name,
    minimum: price,
    areaMetres: fc.integer({ min: 1, max: 100_000 }),
    leaseMs: fc.option(fc.integer({ min: 1000, max: 86_400_000 }), { nil: undefined }),
    hours: fc.tuple(day, day, day, day, day, day, day),
    location: fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((n) => n || 0),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }).map((n) => n || 0),
    }),
    fees: fc.tuple(fc.array(tier, { maxLength: 3 }), price).map(([some, fee]) => [...some, { fee }]),
    holidays: holidays.map((all) =>
      all.map(([date, called, spans]) => ({ day: `2026-12-${String(date).padStart(2, '0')}`, name: called, spans })),
    ),
    menu,
  })
  .map(({ leaseMs, ...some }) => parseShop({ ...hanki, ...some, ...(leaseMs !== undefined && { leaseMs }) }))
  .filter((shop) => shop.ok)
  .map(({ value }) => value);
