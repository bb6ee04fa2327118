import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, order, owner, rider } from './house.ts';

const house = openHouse();
let id = '';
let before = '';
beforeAll(async () => {
  await house.json(['seed']);
  id = await order(house);
  await house.json(['daemon', '--once']);
  before = (await house.run(['events'])).out;
});
afterAll(async () => {
  // Not one of them left a trace.
  expect((await house.run(['events'])).out).toBe(before);
  house.close();
});

const it = ['--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild'];

/** [exit code, what the sentence must name, the arguments]; `ORDER` stands for a real one. */
const malformed: readonly (readonly [number, string, ...string[]])[] = [
  [2, 'did you mean status', 'statsu'],
  [2, 'unknown option', 'shops', '--jsn'],
  [2, 'too many arguments', 'shops', 'shop_hanki'],
  [2, '--lang must be one of ko, en', 'shops', '--lang', 'jp'],
  [2, '--as', 'shops', '--as', 'king:shop_hanki'],
  [2, '--as', 'status', 'ORDER', '--json', '--as', 'rider:'],
  [2, '--db', 'shops', '--db', ''],
  [2, 'missing required argument', 'menu'],
  [2, 'looks like shop_', 'menu', 'hanki'],
  [3, 'no such shop: shop_nobody', 'menu', 'shop_nobody'],
  [2, 'choose a shop', 'order'],
  [2, 'choose something', 'order', '--shop', 'shop_hanki'],
  [2, 'argument missing', 'order', '--shop'],
  [3, 'no such shop', 'order', '--shop', 'shop_none', '--item', 'x'],
  [2, 'the item is missing', 'order', '--shop', 'shop_hanki', '--item', '*2'],
  [2, 'from 1 to 99', 'order', '--shop', 'shop_hanki', '--item', 'rice*0'],
  [2, 'from 1 to 99', 'order', '--shop', 'shop_hanki', '--item', 'rice*-1'],
  [2, 'a choice behind : is empty', 'order', '--shop', 'shop_hanki', '--item', 'rice:'],
  [3, 'no such item: pizza', 'order', '--shop', 'shop_hanki', '--item', 'pizza'],
  [3, 'no such choice: lava', 'order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae:lava'],
  [6, 'choose 1 of', 'order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2'],
  [2, '--address: it is empty', 'order', ...it, '--address', '  '],
  [2, '--phone', 'order', ...it, '--phone', '010;rm -rf'],
  [2, '--at', 'order', ...it, '--at', '37.5'],
  [2, '--at', 'order', ...it, '--at', '99,200'],
  [2, '--pay', 'order', ...it, '--pay', '4111 1111 1111 1111'],
  [2, '--key', 'order', ...it, '--key', 'a b'],
  [2, '--quote goes without', 'order', ...it, '--quote', 'quo_2345678923'],
  [3, 'no such quote', 'order', '--quote', 'quo_2345678923'],
  [4, 'a customer', 'order', ...it, '--as', 'operator', '--address', 'x'],
  [2, 'looks like pay_', 'pay', 'ORDER'],
  [3, 'no such payment', 'pay', 'pay_2345678923'],
  [2, 'looks like ord_', 'status', '../../etc/passwd'],
  [3, 'no such order', 'status', 'ord_2345678923'],
  [4, 'the customer who ordered it', 'status', 'ORDER', '--as', 'customer:cus_stranger'],
  [2, '--limit', 'orders', '--limit', 'many'],
  [2, 'choose one of CHANGED_MIND', 'cancel', 'ORDER', '--reason', 'BORED'],
  [4, 'the customer who ordered it', 'cancel', 'ORDER', '--as', 'customer:cus_stranger'],
  [2, 'needs one of: board, all-day', 'kitchen'],
  [2, 'did you mean accept', 'kitchen', 'acept', 'ORDER', ...owner],
  [2, 'say who you are', 'kitchen', 'board'],
  [2, 'say who you are', 'kitchen', 'accept', 'ORDER'],
  [4, 'the owner of the shop', 'kitchen', 'board', '--as', 'rider:rdr_minsu'],
  [4, 'the owner of the shop', 'kitchen', 'accept', 'ORDER', '--as', 'owner:shop_chicken'],
  [2, '--ready-in', 'kitchen', 'accept', 'ORDER', '--ready-in', '0', ...owner],
  [2, 'minutes', 'kitchen', 'delay', 'ORDER', 'soon', ...owner],
  [2, 'give a reason', 'kitchen', 'reject', 'ORDER', ...owner],
  [2, 'choose one of ITEM_SOLD_OUT', 'kitchen', 'cancel', 'ORDER', '--reason', 'CHANGED_MIND', ...owner],
  [5, 'start cooking', 'kitchen', 'cook', 'ORDER', ...owner],
  [2, 'say who you are', 'rider', 'board'],
  [4, 'a rider', 'rider', 'claim', 'ORDER', ...owner],
  [5, 'claim', 'rider', 'claim', 'ORDER', ...rider],
  [2, 'choose one of CUSTOMER_ABSENT', 'rider', 'fail', 'ORDER', '--reason', 'LAZY', ...rider],
  [2, '--until', 'shop', 'pause', 'shop_hanki', '--until', 'later', ...owner],
  [2, 'until when', 'shop', 'pause', 'shop_hanki', ...owner],
  [3, 'no such item', 'shop', 'sold-out', 'shop_hanki', 'pizza', ...owner],
  [4, 'the owner of the shop', 'shop', 'close', 'shop_hanki', '--as', 'owner:shop_chicken'],
  [2, 'looks like ord_', 'why', 'x'],
  [2, '--after', 'events', '--after', '-1'],
  [4, 'the operator', 'events', ...owner],
  [2, '--order', 'messages', '--order', 'x'],
  [4, 'the operator', 'outbox', 'redrive', '--as', 'customer:cus_stranger'],
  [2, 'needs one of: verify, rebuild', 'views'],
  [2, 'write payment=', 'faults', 'set', 'paymnt=down'],
  [2, 'payment=on-fire', 'faults', 'set', 'payment=on-fire'],
  [4, 'the owner of the shop', 'seed', '--reset', '--as', 'rider:rdr_minsu'],
  [2, 'choose of', 'daemon', '--once', '--only', 'cooking'],
];

const oneLine = /^baedal: [^\n]+\n$/;
const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  all.length === 0 ? [] : [all.slice(0, size), ...chunks(all.slice(size), size)];

test.each(chunks(malformed, 8).map((chunk) => [chunk.map(([, , ...args]) => args.slice(0, 2).join(' ')).join(', '), chunk] as const))(
  'one clear line and an exit code: %s',
  async (_name, chunk) => {
    await Promise.all(
      chunk.map(async ([exit, names, ...words]) => {
        const args = words.map((word) => (word === 'ORDER' ? id : word));
        const ran = await house.run(args);
        const error = args.includes('--json') ? ran.out : ran.err;
        expect({ args, exit: ran.exit, error }).toEqual({ args, exit, error: expect.stringContaining(names) });
        if (!args.includes('--json')) expect(ran).toMatchObject({ out: '', err: expect.stringMatching(oneLine) });
        expect(error).not.toMatch(/undefined|\[object|\n {4}at /);
      }),
    );
  },
);

test('with --json an error is data, on stdout alone', async () => {
  const ran = await house.run(['status', 'nonsense', '--json']);
  expect({ ...ran, out: JSON.parse(ran.out) }).toEqual({
    exit: 2,
    err: '',
    out: { error: { code: 'INVALID_INPUT', message: expect.stringContaining('ord_…'), details: { field: 'order' } } },
  });
});

test('in Korean it is said in Korean', async () => {
  const korean = { lang: 'ko' } as const;
  expect((await house.run(['statsu'], korean)).err).toBe('baedal: 모르는 명령: statsu (혹시 status?). 도움말: baedal --help\n');
  expect((await house.run(['kitchen', 'board'], korean)).err).toContain('누구인지 밝혀 주세요');
  expect((await house.run(['orders', '--limit', '0', '--lang', 'ko'])).err).toContain('범위의 정수');
});
