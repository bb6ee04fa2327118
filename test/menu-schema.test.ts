import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Complaint } from '../src/core/catalog/problem.ts';
import { fileFields, readShopFile } from '../src/core/catalog/read-shop-file.ts';
import { writeShopFile } from '../src/core/catalog/write-shop-file.ts';
import { sampleShops } from '../src/samples/shops.ts';
import { anyShop } from './any-shop.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../docs/menu.schema.json'), 'utf8'));
const fits = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
const [hanki] = sampleShops();
if (!hanki) throw new Error('no sample');

/** What no schema can say: how text is to be read, and how one part fits to another. */
const beyondSchemas = new Set<Complaint['kind']>([
  'id-taken',
  // Of a name that makes no id.
  'not-local-id',
  'too-long',
  'too-many-items',
  'not-zone',
  'not-day',
  'day-twice',
  'last-tier',
  'span-overlaps',
  'night-overlaps',
  'weekday-twice',
  'unreadable-days',
  'unreadable-hours',
  'unreadable-location',
  'unreadable-choose',
  'unreadable-lease',
  'no-such-group',
  'other-shop',
]);

type Path = readonly (string | number)[];
const pathsOf = (value: unknown, path: Path = []): readonly Path[] => {
  if (Array.isArray(value)) return [path, ...value.flatMap((one, n) => pathsOf(one, [...path, n]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))];
};

/** The value with another one at this place; undefined takes the place away. */
const withAt = (value: unknown, [key, ...rest]: Path, other: unknown): unknown => {
  if (key === undefined) return other;
  if (Array.isArray(value))
    return value.flatMap((one, n) => (n === key ? [withAt(one, rest, other)] : [one])).filter((one) => one !== undefined);
  const entries = Object.entries(value ?? {}).map(([name, one]) => [name, name === key ? withAt(one, rest, other) : one] as const);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
};

const junk = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  -1,
  0,
  1.5,
  3,
  10_000_001,
  '',
  ' ',
  'x',
  '5',
  '0-9',
  '9,000',
  'default',
  '11-22',
  '🍜',
  [],
  [1],
  ['x'],
  {},
  { x: 1 },
  'shop_x',
  '2026-02-30',
  '37, 127',
);
const damaged = fc.tuple(anyShop, fc.nat(), junk, fc.boolean()).map(([shop, at, other, isMore]) => {
  const file: unknown = JSON.parse(JSON.stringify(writeShopFile(shop, 1)));
  const paths = pathsOf(file);
  const path = paths[at % paths.length] ?? [];
  return { shop, file: isMore && at % 5 === 0 ? { ...Object(file), extra: other ?? 1 } : withAt(file, path, other) };
});

test('the schema takes every file that is exported', () => {
  for (const shop of sampleShops()) expect(fits(writeShopFile(shop, 1)) || fits.errors).toBe(true);
  fc.assert(
    fc.property(anyShop, (shop) => {
      expect(fits(JSON.parse(JSON.stringify(writeShopFile(shop, 1)))) || fits.errors).toBe(true);
    }),
  );
});

test('the schema and the reader agree on what is damaged, but for what no schema can say', () => {
  const seen = { both: 0, refused: 0 };
  fc.assert(
    fc.property(damaged, ({ shop, file }) => {
      const read = readShopFile(file, shop);
      const isFit = fits(file);
      if (read.ok) {
        seen.both += 1;
        expect({ file, isFit, errors: fits.errors }).toEqual({ file, isFit: true, errors: null });
        return;
      }
      seen.refused += 1;
      const plain = read.error.filter(({ problem }) => !beyondSchemas.has(problem.kind));
      if (isFit) expect(plain).toEqual([]);
    }),
    { numRuns: 800 },
  );
  expect(seen.both).toBeGreaterThan(50);
  expect(seen.refused).toBeGreaterThan(200);
});

test('the example has sixty items, fits the schema and can be read', () => {
  const file: unknown = parse(readFileSync(join(import.meta.dirname, '../docs/example-menu.yaml'), 'utf8'));
  expect(fits(file) || fits.errors).toBe(true);
  const read = readShopFile(file, hanki);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(read.value.shop.menu.flatMap(({ items }) => items)).toHaveLength(60);
});

test('both know the same fields', () => {
  expect(Object.keys(schema.properties)).toEqual(fileFields);
});

test('what is shown as an example can be read', () => {
  const { hours, location, lease } = schema.properties;
  for (const [key, examples] of Object.entries({ hours: hours.examples, location: location.examples, lease: lease.examples }))
    for (const example of examples) expect(readShopFile({ [key]: example }, hanki)).toMatchObject({ ok: true });
  for (const example of schema.definitions.hours.examples)
    expect(readShopFile({ hours: { daily: example } }, hanki)).toMatchObject({ ok: true });
});
