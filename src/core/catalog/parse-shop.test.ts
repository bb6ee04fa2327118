import { describe, expect, test } from 'vitest';
import { hanki } from '../../samples/hanki.ts';
import { sampleShops } from '../../samples/shops.ts';
import { complaintText } from '../../words/shop-problem.ts';
import { instant } from '../kinds.ts';
import { intakeAt } from './hours.ts';
import { parseShop } from './parse-shop.ts';

const choice = { id: 'hot', name: '매운맛', price: 0 };
const group = { id: 'spice', name: '맵기', min: 1, max: 1, choices: [choice] };
const item = { id: 'jjigae', name: '찌개', price: 9000, options: [group] };
const withItem = (...items: readonly unknown[]) => ({ ...hanki, menu: [{ name: '찌개', items }] });
const withHours = (...monday: readonly unknown[]) => ({ ...hanki, hours: [monday, [], [], [], [], [], []] });

const problems = (document: unknown) => {
  const shop = parseShop(document);
  return shop.ok ? [] : shop.error.map(({ field, problem }) => `${field}: ${complaintText(problem, 'en')}`);
};

describe('the sample shops', () => {
  test('are good documents, with rich menus of which something is sold out', () => {
    const now = instant(Date.parse('2026-11-22T10:40:00Z'));
    for (const { menu } of sampleShops()) {
      const items = menu.flatMap((category) => category.items);
      expect(items.length).toBeGreaterThanOrEqual(8);
      expect(items.length).toBeLessThanOrEqual(15);
      expect(items.some(({ soldOutUntil }) => soldOutUntil !== undefined && soldOutUntil > now)).toBe(true);
    }
  });

  test('come through unchanged, and two of them are open at every hour', () => {
    const shops = sampleShops();
    expect(shops[0]).toEqual(hanki);
    const hours = Array.from({ length: 24 * 30 }, (_, hour) => instant(Date.UTC(2026, 11, 10, hour)));
    expect(shops.filter((shop) => hours.every((at) => intakeAt(shop, at).open)).map(({ id }) => id)).toEqual([
      'shop_hanki',
      'shop_chicken',
    ]);
  });
});

describe('a document that is wrong says where', () => {
  test.each([
    [[null], ': must be an object'],
    [[{ ...hanki, colour: 'red' }], 'colour: is not known here'],
    [[JSON.parse(JSON.stringify(hanki).replace('{', '{"__proto__":{"a":1},'))], '__proto__: is not known here'],
    [[{ ...hanki, id: 'hanki' }], 'id: must be an id such as shop_hanki'],
    [[{ ...hanki, zone: 'Mars/Olympus' }], 'zone: must be a time zone such as Asia/Seoul'],
    [[{ ...hanki, location: { latitude: 91, longitude: 0 } }], 'location.latitude: must be a number from -90 to 90'],
    [[{ ...hanki, intake: { state: 'open', until: 5 } }], 'intake.until: belongs to a pause only'],
    [[{ ...hanki, minimum: 0.5 }], 'minimum: must be whole won, 9000 for ₩9,000, at most ₩10,000,000'],
    [[{ ...hanki, fees: [] }], 'fees: must have at least one tier'],
    [[{ ...hanki, fees: [{ fee: 0, fromAmount: 1 }] }], 'fees[0]: is the last tier and must hold for every order in the area'],
    [[{ ...hanki, holidays: [{ day: '2026-02-30', name: 'x', spans: [] }] }], 'holidays[0].day: must be a day such as 2026-12-25'],
    [[{ ...hanki, hours: [] }], 'hours: must be seven lists of spans, Monday first'],
    [[withHours({ from: 600, to: 600 })], 'hours[0][0].to: must be a whole number from 601 to 2040'],
    [[withHours({ from: 600, to: 900 }, { from: 840, to: 960 })], 'hours[0][1].from: must not be before the end of the span before it'],
    [
      [{ ...hanki, hours: [[{ from: 0, to: 60 }], [], [], [], [], [], [{ from: 1200, to: 1530 }]] }],
      'hours[0][0].from: must not be before the end of the night before it',
    ],
    [[withItem({ ...item, price: -1 })], 'menu[0].items[0].price: must be whole won, 9000 for ₩9,000, at most ₩10,000,000'],
    [[withItem({ ...item, name: '가'.repeat(61) })], 'menu[0].items[0].name: must have at most 60 characters'],
    [[withItem({ ...item, name: 'x'.repeat(9_000_000) })], 'menu[0].items[0].name: must have at most 60 characters'],
    [[withItem({ ...item, name: ' ' })], 'menu[0].items[0].name: must not be empty'],
    [[withItem(item, { ...item, options: [] })], 'menu[0].items[1].id: is already the id of menu[0].items[0]'],
    [
      [withItem(item, { ...item, id: 'hot', options: [] })],
      'menu[0].items[0].options[0].choices[0].id: is already the id of menu[0].items[1]',
    ],
    [
      [withItem({ ...item, options: [group, { ...group, id: 'more' }] })],
      'menu[0].items[0].options[1].choices[0].id: is already the id of menu[0].items[0].options[0].choices[0]',
    ],
    [[withItem({ ...item, options: [{ ...group, max: 2 }] })], 'menu[0].items[0].options[0].max: must be a whole number from 1 to 1'],
    [[withItem({ ...item, options: [{ ...group, min: 2 }] })], 'menu[0].items[0].options[0].min: must be a whole number from 0 to 1'],
    [[withItem(...Array.from({ length: 501 }, () => item))], 'menu[0].items: must have at most 500 entries'],
  ])('case %#', ([document], problem) => expect(problems(document)).toEqual([problem]));

  test('all problems come at once', () => {
    expect(problems({}).map((one) => one.split(':')[0])).toEqual(
      expect.arrayContaining(['id', 'name', 'zone', 'location', 'hours', 'holidays', 'minimum', 'fees', 'areaMetres', 'menu']),
    );
  });
});

test('a name that would steer the terminal is kept, without its power', () => {
  const shop = parseShop(withItem({ ...item, name: '\u001b]0;PAID\u0007 찌개' }));
  expect(shop.ok && shop.value.menu[0]?.items[0]?.name).toBe('\uFFFD]0;PAID\uFFFD 찌개');
});
