import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyShop } from '../../../test/any-shop.ts';
import { sampleShops } from '../../samples/shops.ts';
import { problemText } from '../../words/shop-problem.ts';
import { readShopFile } from './read-shop-file.ts';
import type { Shop } from './shop.ts';
import { shopChanges } from './shop-changes.ts';
import { writeShopFile } from './write-shop-file.ts';

const [hanki, , tteok] = sampleShops();
if (!hanki || !tteok) throw new Error('no sample');

const read = (file: unknown, before: Shop = hanki): Shop => {
  const found = readShopFile(file, before);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value.shop;
};
const problems = (file: unknown, before: Shop = hanki): readonly string[] => {
  const found = readShopFile(file, before);
  return found.ok ? [] : found.error.map((one) => problemText(one, 'en'));
};
const menu = (...items: readonly unknown[]) => ({ menu: [{ category: '찌개', items }] });

describe('a file of a shop', () => {
  test('that was written is read back as it was, whatever the shop', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        expect(readShopFile(JSON.parse(JSON.stringify(writeShopFile(shop, 7))), shop)).toEqual({ ok: true, value: { shop, version: 7 } });
      }),
    );
  });

  test('says a group of options once, however many dishes have it', () => {
    const file = writeShopFile(hanki, 3);
    expect(Object.keys(file)).toContain('options');
    expect(file).toMatchObject({
      version: 3,
      hours: { daily: '00:00-24:00' },
      lease: 'default',
      options: { spice: { name: '맵기', choose: 1, choices: [{ id: 'mild', name: '순한맛' }, {}, {}] }, toppings: { choose: '0-4' } },
      menu: [{ category: '찌개', items: [{ id: 'kimchi-jjigae', options: ['spice', 'toppings'] }, {}, {}, {}] }, {}, {}, {}],
    });
    expect(JSON.stringify(file).match(/순한맛/g)).toHaveLength(1);
  });

  test('may be short: names make ids, and what it does not say stays', () => {
    const shop = read(
      menu(
        { name: '김치찌개', price: 9000, options: [{ name: '맵기', choose: 1, choices: ['순한맛', { name: '매운맛', price: 500 }] }] },
        { name: '콜라 500ml', price: 2500 },
      ),
    );
    expect(shop).toMatchObject({ name: hanki.name, hours: hanki.hours, fees: hanki.fees });
    expect(shop.menu).toEqual([
      {
        name: '찌개',
        items: [
          {
            id: '김치찌개',
            name: '김치찌개',
            price: 9000,
            options: [
              {
                id: '맵기',
                name: '맵기',
                min: 1,
                max: 1,
                choices: [
                  { id: '순한맛', name: '순한맛', price: 0 },
                  { id: '매운맛', name: '매운맛', price: 500 },
                ],
              },
            ],
          },
          { id: '콜라-500ml', name: '콜라 500ml', price: 2500, options: [] },
        ],
      },
    ]);
  });

  test('leaves alone what is decided during service', () => {
    const busy: Shop = { ...hanki, intake: { state: 'closed' } };
    const shop = read(menu({ id: 'soy-crab', name: '간장게장', price: 25_000 }, { id: 'rice', name: '밥', price: 1000 }), busy);
    expect(shop.intake).toEqual({ state: 'closed' });
    expect(shop.menu[0]?.items.map(({ soldOutUntil }) => soldOutUntil !== undefined)).toEqual([true, false]);
  });

  test('names days and holidays as people do', () => {
    const shop = read({
      hours: { 'mon-fri': '11-15, 17-22', 토·일: '22:00-02:00' },
      holidays: [
        { day: '2027-02-06~2027-02-08', name: '설날' },
        { day: '2026-12-25', name: '성탄절', hours: '12-20' },
      ],
    });
    expect(shop.hours.map((spans) => spans.map(({ from, to }) => [from / 60, to / 60]))).toEqual([
      ...Array.from({ length: 5 }, () => [
        [11, 15],
        [17, 22],
      ]),
      [[22, 26]],
      [[22, 26]],
    ]);
    expect(shop.holidays.map(({ day, spans }) => [day, spans.length])).toEqual([
      ['2027-02-06', 0],
      ['2027-02-07', 0],
      ['2027-02-08', 0],
      ['2026-12-25', 1],
    ]);
  });
});

const item = { id: 'a', name: 'A', price: 1 };
const choices = [{ id: 'x', name: 'X' }];

test.each([
  [null, ' must be an object'],
  [{ colour: 1 }, 'colour is not known here'],
  [{ shop: 'shop_other' }, 'shop is another shop; to copy its menu, take this line and version out of the file'],
  [{ version: -1 }, 'version must be a whole number from 0 to 9007199254740991'],
  [{ location: 'Seoul' }, 'location must be latitude, longitude such as 37.5495, 126.9138'],
  [{ hours: { someday: '11-22' } }, 'hours.someday must be days such as mon-fri, sat, sun, daily, weekend'],
  [{ hours: { mon: 'late' } }, 'hours.mon must be hours such as 11:00-22:00, 11-15 17-22, 22:00-02:00, 24h or closed'],
  [{ hours: { 'mon-wed': '11-22', tue: '12-13' } }, 'hours.tue names a day that has its hours already'],
  [{ hours: { mon: '18-26', tue: '1-5' } }, 'hours.tue[0].from must not be before the end of the night before it'],
  [{ holidays: [{ day: 'x', name: 'X' }] }, 'holidays[0].day must be a day such as 2026-12-25'],
  [{ holidays: [{ day: '2000-01-01~2020-01-01', name: 'X' }] }, 'holidays[0].day must have at most 366 entries'],
  [{ fees: [{ fee: 'free' }] }, 'fees[0].fee must be whole won, 9000 for ₩9,000, at most ₩10,000,000'],
  [{ fees: [{ fee: 0, from: 'x' }, { fee: 1 }] }, 'fees[0].from must be whole won, 9000 for ₩9,000, at most ₩10,000,000'],
  [{ fees: [{ fee: 0, within: 1 }] }, 'fees[0] is the last tier and must hold for every order in the area'],
  [{ area: 0 }, 'area must be a whole number from 1 to 100000'],
  [{ lease: 'soon' }, 'lease must be whole minutes from 1 to 1440, or default'],
  [{ menu: [{ items: [] }] }, 'menu[0].category must be text'],
  [menu('rice'), 'menu[0].items[0] must be an object'],
  [menu({ ...item, price: '9,000' }), 'menu[0].items[0].price must be whole won, 9000 for ₩9,000, at most ₩10,000,000'],
  [menu({ price: 1 }), 'menu[0].items[0].name must be text'],
  [menu({ name: '🍜', price: 1 }), 'menu[0].items[0].id must be letters and digits, with _ . - inside, at most 64'],
  [menu(item, item), 'menu[0].items[1].id is already the id of menu[0].items[0]'],
  [menu({ ...item, options: ['spice'] }), 'menu[0].items[0].options[0] is not among the shared options of this file'],
  [
    menu({ ...item, options: [{ name: 'S', choose: 2, choices }] }),
    'menu[0].items[0].options[0].choose must be how many may be chosen: 1, 0-3 or 1-2, and not more than there are choices',
  ],
  [menu({ ...item, options: [{ name: 'S', choose: 1, choices: [] }] }), 'menu[0].items[0].options[0].choices must not be empty'],
  [
    {
      options: { s: { name: 'S', choose: 1, choices: [{ id: 'x' }] } },
      ...menu({ ...item, options: ['s'] }, { ...item, id: 'b', options: ['s'] }),
    },
    'options.s.choices[0].name must be text',
  ],
  [{ options: { s: { name: 'S', id: 's', choose: 1, choices } }, ...menu({ ...item, options: ['s'] }) }, 'options.s.id is not known here'],
  [
    { options: { s: { name: 'S', choose: 1, choices: [{ id: 'a', name: 'X' }] } }, ...menu({ ...item, options: ['s'] }) },
    'options.s.choices[0].id is already the id of menu[0].items[0]',
  ],
])('a file that is wrong says where, once: case %#', (file, problem) => expect(problems(file)).toEqual([problem.trim()]));

describe('what differs between two states of a shop', () => {
  test('is nothing exactly when their files are the same', () => {
    fc.assert(
      fc.property(anyShop, anyShop, fc.boolean(), (one, other, mix) => {
        const now: Shop = mix ? { ...one, menu: other.menu } : other;
        expect(shopChanges(one, one)).toEqual([]);
        const isSame = JSON.stringify(writeShopFile(one, 0)) === JSON.stringify(writeShopFile(now, 0));
        expect(shopChanges(one, now).length === 0).toBe(isSame);
      }),
    );
  });

  test('is told dish by dish; an option that many share changes once', () => {
    const file = JSON.parse(
      JSON.stringify(writeShopFile(hanki, 0)).replaceAll('"price":9000', '"price":9500').replace('순한맛', '아주 순한맛'),
    );
    const [stews, grill, sides] = file.menu;
    sides.items.push(...stews.items.splice(3, 1));
    grill.category = '정식';
    grill.items.reverse();
    sides.items.push({ name: '떡국', price: 8000 });
    sides.items = sides.items.filter(({ id }: { readonly id?: string }) => id !== 'rice');
    file.minimum = 15_000;
    file.fees[1].fee = 2500;
    file.holidays = [{ day: '2026-12-25', name: '성탄절', hours: '12-20' }];
    expect(shopChanges(hanki, read(file))).toEqual([
      { change: 'set', of: 'minimum', was: 12_000, now: 15_000 },
      {
        change: 'set',
        of: 'fees',
        was: '0 from 30000; 2000 within 1500; 3000 within 2500; 4000',
        now: '0 from 30000; 2500 within 1500; 3000 within 2500; 4000',
      },
      { change: 'added', of: 'holiday', id: '2026-12-25', name: '성탄절', in: ['12:00-20:00'] },
      { change: 'edited', of: 'category', id: '정식', name: '정식', field: 'name', was: '볶음·구이', now: '정식' },
      { change: 'removed', of: 'item', id: 'rice', name: '공깃밥', price: 1000, in: ['곁들임'] },
      { change: 'added', of: 'item', id: '떡국', name: '떡국', price: 8000, in: ['곁들임'] },
      { change: 'edited', of: 'item', id: 'kimchi-jjigae', name: '김치찌개', field: 'price', was: 9000, now: 9500 },
      {
        change: 'edited',
        of: 'choice',
        id: 'mild',
        name: '순한맛',
        field: 'name',
        was: '순한맛',
        now: '아주 순한맛',
        in: expect.arrayContaining(['kimchi-jjigae', 'soft-tofu']),
      },
      { change: 'moved', of: 'item', id: 'soft-tofu', name: '해물 순두부찌개', was: '찌개', now: '곁들임' },
      { change: 'reordered', of: 'item', in: ['정식'] },
    ]);
  });
});
