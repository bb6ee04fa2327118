import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/sqlite/open.ts';
import { isoTime, openHouse, order, owner, text } from './house.ts';

const house = openHouse();
beforeAll(() => house.json(['seed']));
afterAll(house.close);

const korean = { lang: 'ko' } as const;
const shop = 'shop_hanki';
const stew = ['--item', 'kimchi-jjigae*2:mild'] as const;
const to = ['--address', '서울 마포구 와우산로 94'] as const;
const soldOut = (item: string) => house.json(['shop', 'sold-out', shop, item, ...owner]);
const restore = (item: string) => house.json(['shop', 'restore', shop, item, ...owner]);
const clear = () => house.json(['cart', 'clear', shop]);

describe('a cart on the command line', () => {
  test('is filled, changed and shown, in both languages', async () => {
    await house.json(['cart', 'add', shop, ...stew, '--note', '덜 맵게']);
    expect(await house.json(['cart', 'add', shop, '--item', 'egg-roll', '--item', 'rice*2'])).toMatchObject({
      ...{
        shop,
        shopName: '한끼 김치찌개',
        subtotal: 26_000,
        fee: 2000,
        total: 28_000,
        toMinimum: 0,
        currency: 'KRW',
        ready: true,
        stops: [],
      },
      lines: [
        { line: 1, item: 'kimchi-jjigae', quantity: 2, each: 9000, total: 18_000, was: null, missing: null, note: '덜 맵게' },
        { line: 2, item: 'egg-roll', note: null },
        { line: 3, item: 'rice', quantity: 2 },
      ],
    });
    await house.json(['cart', 'set', shop, '3', '1']);
    await house.json(['cart', 'remove', shop, '2']);
    const changed = await house.json(['cart', 'set', shop, '1', '--item', 'kimchi-jjigae*3:hot']);
    expect(changed).toMatchObject({
      lines: [
        { line: 1, quantity: 3, note: null },
        { line: 3, quantity: 1 },
      ],
      total: 30_000,
    });
    const ko = await house.run(['cart', 'show'], korean);
    expect(ko.out).toContain('  1  김치찌개 ×3  27,000원\n       얼큰한맛\n');
    expect((await house.run(['cart', 'show', shop])).out).toContain('₩30,000');
    expect(await house.json(['cart', 'clear', shop])).toMatchObject({ lines: [], total: 0, ready: false });
    expect((await house.run(['cart', 'show'], korean)).err).toBe('장바구니가 비어 있어요. 상점 보기: baedal shops\n');
  });

  test('refuses what it cannot read or find, and changes nothing', async () => {
    expect(await house.refused(['cart', 'add', shop], 2)).toMatchObject({ code: 'USAGE' });
    expect(await house.refused(['cart', 'add', 'shop_none', '--item', 'rice'], 3)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await house.refused(['cart', 'add', shop, '--item', 'pizza'], 3)).toMatchObject({ details: { what: 'item', id: 'pizza' } });
    expect(await house.refused(['cart', 'add', shop, '--item', 'kimchi-jjigae'], 6)).toMatchObject({ code: 'REQUIREMENTS_NOT_MET' });
    expect(await house.refused(['cart', 'set', shop, '1'], 2)).toMatchObject({ code: 'USAGE' });
    expect(await house.refused(['cart', 'set', shop, 'x', '1'], 2)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await house.refused(['cart', 'set', shop, '99', '1'], 3)).toMatchObject({ details: { what: 'cart-line', id: '99' } });
    expect((await house.run(['cart', 'remove', shop, '99'], korean)).err).toBe(
      'baedal: 찾을 수 없어요 (장바구니 줄): 99. 번호나 이름을 확인하세요\n',
    );
    expect(await house.refused(['cart', 'add', shop, '--item', 'rice', '--as', 'operator'], 4)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await house.refused(['cart', 'checkout', shop], 2)).toMatchObject({ code: 'USAGE' });
    expect(await house.refused(['cart', 'checkout', shop, ...to], 6)).toMatchObject({ details: { unmet: [{ kind: 'empty' }] } });
    expect(await house.json(['cart', 'show'])).toEqual([]);
  });

  test('loses nothing when many terminals fill it at once', async () => {
    const items = ['rice', 'egg-roll', 'cola', 'sikhye', 'seaweed', 'rice'];
    await Promise.all(items.map((item) => house.json(['cart', 'add', shop, '--item', item])));
    const found = await house.json(['cart', 'show', shop]);
    const quantities = JSON.stringify(found).match(/"item":"\w[\w-]*","name":"[^"]+","quantity":\d/g);
    expect(quantities?.map((one) => one.replace(/"name":"[^"]+",/, '')).sort()).toEqual([
      ...['"item":"cola","quantity":1', '"item":"egg-roll","quantity":1', '"item":"rice","quantity":2'],
      ...['"item":"seaweed","quantity":1', '"item":"sikhye","quantity":1'],
    ]);
    await clear();
  });

  test('is quoted, then ordered at that price; asked for again it is the same order', async () => {
    await house.json(['cart', 'add', shop, ...stew, '--note', '덜 맵게']);
    const quoted = await house.json(['cart', 'quote', shop]);
    expect(quoted).toMatchObject({ total: 20_000, fee: 2000, expiresAt: isoTime, differences: [] });
    const both = await Promise.all([house.json(['cart', 'checkout', shop, ...to]), house.json(['cart', 'checkout', shop, ...to])]);
    const placed = text(both[0], 'order');
    expect(both[1]).toEqual(both[0]);
    expect(await house.json(['cart', 'checkout', shop, '--quote', text(quoted, 'quote')])).toMatchObject({ order: placed, total: 20_000 });
    await house.json(['daemon', '--once', '--only', 'kitchen,views']);
    const board = await house.run(['kitchen', 'board', ...owner], korean);
    expect(board.out).toContain('“덜 맵게”');
    expect((await house.run(['events'])).out).not.toContain('덜 맵게');
  });

  test('takes along the notes that lie with it, unless others are given', async () => {
    await house.json(['cart', 'add', shop, ...stew]);
    // As the customer's screen writes them while they are typed.
    const db = openDatabase(house.db);
    db.exec(`update documents set body = json_set(body, '$.note', '수저 빼고', '$.riderNote', '문 앞에') where key like 'cart/%'`);
    db.close();
    expect(await house.json(['cart', 'show', shop])).toMatchObject({ note: '수저 빼고', riderNote: '문 앞에' });
    expect((await house.run(['cart', 'show', shop], korean)).out).toMatch(/요청 +“수저 빼고”\n.*“문 앞에”/);
    await house.json(['cart', 'checkout', shop, ...to, '--rider-note', '벨 누르지 말고']);
    await house.json(['daemon', '--once', '--only', 'kitchen,views']);
    const board = (await house.run(['kitchen', 'board', ...owner], korean)).out;
    expect(board).toContain('수저 빼고');
    expect(await house.json(['cart', 'show', shop])).toMatchObject({ note: null, riderNote: null, lines: [] });
  });

  test('keeps what could not be paid, and says which payment is open', async () => {
    await house.json(['cart', 'add', shop, ...stew]);
    expect(await house.refused(['cart', 'checkout', shop, '--pay', 'card_declined'], 7)).toMatchObject({ code: 'PAYMENT_DECLINED' });
    await house.json(['faults', 'set', 'payment=down*1']);
    const held = await house.refused(['cart', 'checkout', shop], 9);
    expect(held).toMatchObject({ code: 'PAYMENT_DEFERRED', details: { total: 20_000 } });
    expect(await house.json(['cart', 'show', shop])).toMatchObject({
      payment: { state: 'deferred', total: 20_000, lookAt: isoTime, heldUntil: isoTime },
      lines: [{ quantity: 2 }],
    });
    expect((await house.run(['cart', 'show', shop], korean)).out).toMatch(/결제 보류 20,000원/);
    expect(await house.json(['cart', 'checkout', shop])).toMatchObject({ status: 'placed' });
    expect(await house.json(['cart', 'show'])).toEqual([]);
  });
});

describe('what has changed', () => {
  test('is told with exit 6 and its differences, then gone without', async () => {
    await house.json(['cart', 'add', shop, ...stew, '--item', 'egg-roll']);
    await soldOut('egg-roll');
    expect(await house.refused(['cart', 'checkout', shop], 6)).toMatchObject({
      code: 'AVAILABILITY_CHANGED',
      details: { differences: [{ kind: 'item-sold-out', item: 'egg-roll', until: isoTime }] },
    });
    expect((await house.run(['cart', 'show', shop], korean)).out).toContain('품절');
    expect(await house.json(['cart', 'quote', shop, '--drop-missing'])).toMatchObject({ total: 20_000 });
    expect(await house.json(['cart', 'checkout', shop])).toMatchObject({ total: 20_000 });
    await restore('egg-roll');
  });

  test('since a quote of a single order can be answered, too', async () => {
    const args = ['order', '--shop', shop, ...stew, '--item', 'egg-roll', '--dry-run'];
    const quote = text(await house.json(args), 'quote');
    await soldOut('egg-roll');
    expect(await house.refused(['order', '--quote', quote], 6)).toMatchObject({ code: 'AVAILABILITY_CHANGED' });
    expect(await house.json(['order', '--quote', quote, '--drop-missing'])).toMatchObject({ total: 20_000 });
    expect(await house.refused(['order', '--shop', shop, ...stew, '--accept-changes'], 2)).toMatchObject({ code: 'USAGE' });
    await restore('egg-roll');
  });
});

describe('once more', () => {
  test('an old order is shown as it would be today, put into the cart, or ordered in one line', async () => {
    await clear();
    const old = await order(house, ['--item', 'egg-roll']);
    expect(await house.json(['reorder', old])).toMatchObject({ status: 'placed', total: 26_000 });
    await soldOut('egg-roll');
    expect(await house.json(['reorder', old, '--dry-run'])).toMatchObject({
      ...{ was: 26_000, now: 20_000, ready: false, differences: [{ kind: 'item-sold-out' }] },
      lines: [{ missing: null }, { missing: 'sold-out' }],
    });
    expect((await house.run(['reorder', old, '--dry-run'], korean)).out).toContain('전 26,000원 → 20,000원 (-6,000원)');
    expect(await house.refused(['reorder', old], 6)).toMatchObject({ details: { differences: [{ item: 'egg-roll' }] } });
    expect(await house.json(['reorder', old, '--drop-missing', '--to-cart'])).toMatchObject({ lines: [{ item: 'kimchi-jjigae' }] });
    await house.json(['cart', 'add', shop, '--item', 'rice']);
    expect(await house.refused(['reorder', old, '--drop-missing'], 5)).toMatchObject({
      code: 'CART_NOT_EMPTY',
      details: { shop, lines: 2 },
    });
    expect(await house.json(['reorder', old, '--drop-missing', '--replace'])).toMatchObject({ total: 20_000 });
    expect(await house.refused(['reorder', 'ord_2345678923'], 3)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await house.refused(['reorder', old, '--as', 'customer:cus_other', ...to], 4)).toMatchObject({ code: 'NOT_ALLOWED' });
    await restore('egg-roll');
  });

  test('a usual is kept, listed, ordered by its name, renamed, and taken away', async () => {
    const old = await order(house);
    expect(await house.json(['usual', 'save', '점심', '--order', old])).toMatchObject([{ name: '점심', shop, subtotal: 18_000 }]);
    expect((await house.run(['usual', 'list'], korean)).out).toBe('점심  18,000원  한끼 김치찌개  김치찌개 ×2\n');
    expect(await house.json(['usual', 'order', '점심'])).toMatchObject({ status: 'placed', total: 20_000 });
    expect(await house.refused(['usual', 'save', '점심'], 2)).toMatchObject({ code: 'USAGE' });
    expect(await house.refused(['usual', 'save', '저녁', '--cart', shop], 6)).toMatchObject({ code: 'REQUIREMENTS_NOT_MET' });
    expect(await house.refused(['usual', 'order', '저녁'], 3)).toMatchObject({ details: { what: 'usual', id: '저녁' } });
    await house.json(['usual', 'save', '간식', '--order', old]);
    expect(await house.json(['usual', 'rename', '점심', ' 월요일 점심 '])).toMatchObject([{ name: '월요일 점심', shop }, { name: '간식' }]);
    expect((await house.run(['usual', 'rename', '간식', '월요일 점심'], korean)).err).toContain('이미 쓰는 이름이에요');
    expect(await house.refused(['usual', 'rename', '점심', '저녁'], 3)).toMatchObject({ details: { what: 'usual', id: '점심' } });
    expect(await house.refused(['usual', 'rename', '간식', ' '], 2)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await house.json(['usual', 'remove', '월요일 점심'])).toMatchObject([{ name: '간식' }]);
    await house.json(['usual', 'remove', '간식']);
    expect(await house.refused(['usual', 'remove', '점심'], 3)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what a customer keeps', () => {
  test('addresses go by their names; the default is used when none is named', async () => {
    const home = ['address', 'add', '집', '서울시 마포구 월드컵로 1', '--at', '37.556,126.91', '--rider-note', '문 앞에'];
    expect(await house.json(home)).toEqual([
      {
        ...{ label: '집', text: '서울시 마포구 월드컵로 1', location: { latitude: 37.556, longitude: 126.91 } },
        ...{ riderNote: '문 앞에', isDefault: true },
      },
    ]);
    await house.json(['address', 'add', '회사', '서울시 중구 을지로 1']);
    const board = async () => {
      await house.json(['daemon', '--once', '--only', 'kitchen,views']);
      return (await house.run(['kitchen', 'board', ...owner, '--json'])).out;
    };
    await house.json(['order', '--shop', shop, ...stew]);
    expect(await board()).toContain('"riderNote":"문 앞에","address":"서울시 마포구 월드컵로 1"');
    await house.json(['order', '--shop', shop, ...stew, '--address', '회사']);
    expect(await board()).toContain('"address":"서울시 중구 을지로 1"');
    expect((await house.run(['address', 'default', '회사'], korean)).out).toBe(
      '집          서울시 마포구 월드컵로 1\n회사  기본  서울시 중구 을지로 1\n',
    );
    expect(await house.refused(['address', 'default', '없음'], 3)).toMatchObject({ details: { what: 'address' } });
    expect(await house.refused(['address', 'add', '집', ' '], 2)).toMatchObject({ code: 'INVALID_INPUT' });
    await house.json(['address', 'remove', '집']);
    expect(await house.json(['address', 'remove', '회사'])).toEqual([]);
  });

  test('cards go by their names, and are never numbers', async () => {
    expect(await house.json(['card', 'add', '국민', 'card_kb'])).toEqual([{ label: '국민', card: 'card_kb', isDefault: true }]);
    await house.json(['card', 'add', '토스', 'card_toss', '--default']);
    await house.json(['order', '--shop', shop, ...stew, ...to]);
    await house.json(['order', '--shop', shop, ...stew, ...to, '--pay', '국민']);
    const { out } = await house.run(['events']);
    expect([...out.matchAll(/"method":"(\w+)"/g)].slice(-2).map(([, card]) => card)).toEqual(['card_toss', 'card_kb']);
    expect(await house.refused(['card', 'add', '번호', '4111 1111 1111 1111'], 2)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await house.refused(['card', 'remove', '없음'], 3)).toMatchObject({ details: { what: 'card' } });
    expect(await house.json(['card', 'default', '국민'])).toMatchObject([{ isDefault: true }, { isDefault: false }]);
    expect((await house.run(['card', 'list'], korean)).out).toBe('국민  기본  card_kb\n토스        card_toss\n');
  });
});
