import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isoTime, openHouse, order, owner, rider } from './house.ts';

const house = openHouse();
beforeAll(() => house.json(['seed']));
afterAll(house.close);

const korean = { lang: 'ko' } as const;
const daemonOnce = () => house.json(['daemon', '--once']);
const kitchen = (...args: readonly string[]) => house.json(['kitchen', ...args, ...owner]);
const inKorean = (...args: readonly string[]) => house.run([...args, ...owner], korean);
/** A new order on the kitchen's board. */
const rung = async (...more: readonly string[]): Promise<string> => {
  const id = await order(house, more);
  await daemonOnce();
  return id;
};

describe('the kitchen’s board', () => {
  test('rings until somebody heard, and marks what must not be overlooked', async () => {
    const id = await rung('--note', '땅콩 알레르기, 파 빼고');
    expect(await kitchen('board')).toMatchObject([
      { order: id, ticket: 'awaiting', rings: true, allergy: true, done: [], late: false, cookedSince: null, alarm: null },
    ]);
    expect((await inKorean('kitchen', 'board')).out).toContain('새 주문  접수 대기');
    expect((await inKorean('kitchen', 'board')).out).toContain('알레르기 주의');
    expect(await kitchen('acknowledge')).toEqual({ shop: 'shop_hanki', acknowledged: [id] });
    expect(await kitchen('acknowledge', id)).toEqual({ shop: 'shop_hanki', acknowledged: [] });
    expect((await inKorean('kitchen', 'acknowledge')).err).toBe('지금 울리는 주문이 없어요\n');
    expect(await kitchen('board')).toMatchObject([{ order: id, rings: false }]);
    await kitchen('reject', id, '--reason', 'too-busy');
    expect(await kitchen('board')).toEqual([]);
  });

  test('counts what is to be cooked, without what is marked as done', async () => {
    const id = await rung();
    expect(await kitchen('all-day')).toMatchObject([{ item: 'kimchi-jjigae', open: 0, awaiting: 2, choices: [{ id: 'mild' }] }]);
    expect((await inKorean('kitchen', 'all-day')).out).toContain('접수하면 더 ×2');
    await kitchen('accept', id);
    await kitchen('cook', id);
    expect(await kitchen('mark', id, '1')).toMatchObject({ order: id, done: [0] });
    expect(await kitchen('all-day')).toEqual([]);
    expect(await kitchen('mark', id, '1', '--undo')).toMatchObject({ done: [] });
    expect((await house.run(['kitchen', 'all-day', ...owner])).out).toContain('×2  김치찌개 (순한맛)');
    expect((await inKorean('kitchen', 'mark', id, '7')).err).toBe('baedal: 줄: 주문서에 그런 줄이 없어요\n');
    expect(await house.refused(['kitchen', 'mark', id, 'x', ...owner], 2)).toMatchObject({ code: 'INVALID_INPUT' });
    await kitchen('cancel', id, '--reason', 'shop-issue');
    await kitchen('bump', id);
  });
});

describe('an alarm', () => {
  test('says STOP COOKING until it is bumped away, and the record tells who did', async () => {
    const id = await rung();
    await kitchen('accept', id);
    await house.json(['cancel', id]);
    const alarm = { kind: 'stop-cooking', since: isoTime, by: 'customer', reason: 'CHANGED_MIND', stoppedAt: 'accepted' };
    expect(await kitchen('board')).toMatchObject([{ order: id, status: 'canceled', alarm }]);
    const ko = await inKorean('kitchen', 'board');
    expect(ko.out).toMatch(/조리 중지 {2}\S+ {2}고객 변심 \(고객\) {2}하던 일: 접수됨/);
    expect(ko.err).toBe(`경고를 봤으면: baedal kitchen bump ${id}\n`);
    expect((await house.run(['kitchen', 'board', ...owner])).out).toContain('STOP COOKING');
    expect(await house.refused(['kitchen', 'bump', id, '--as', 'owner:shop_tteok'], 4)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await kitchen('bump', id)).toMatchObject({ order: id, status: 'canceled' });
    await kitchen('bump', id);
    expect(await kitchen('board')).toEqual([]);
    expect((await house.run(['why', id], korean)).out).toMatch(/주방에서 경고 확인: 조리 중지 +상점주인/);
  });

  test('tells of food that did not arrive', async () => {
    const id = await rung();
    for (const step of ['accept', 'cook', 'finish']) await kitchen(step, id);
    await daemonOnce();
    for (const step of ['claim', 'pick']) await house.json(['rider', step, id, ...rider]);
    await house.json(['rider', 'fail', id, '--reason', 'customer-absent', ...rider]);
    await daemonOnce();
    expect(await kitchen('board')).toMatchObject([{ order: id, alarm: { kind: 'delivery-failed', by: null, reason: 'CUSTOMER_ABSENT' } }]);
    await kitchen('bump', id);
  });

  test('is not there while the order stands', async () => {
    const id = await rung();
    expect((await inKorean('kitchen', 'bump', id)).err).toContain('경고 확인');
    expect(await house.refused(['kitchen', 'bump', id, ...owner], 5)).toMatchObject({ code: 'INVALID_TRANSITION' });
    await kitchen('reject', id, '--reason', 'too-busy');
  });
});

describe('rejecting what ran out', () => {
  test('takes it off the menu in the same breath', async () => {
    const id = await rung();
    await kitchen('reject', id, '--reason', 'item-sold-out', '--sold-out', 'kimchi-jjigae', '--sold-out', '공깃밥', '--until', '2h');
    const again = ['order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', '--address', '양화로 1'];
    expect(await house.refused(again, 6)).toMatchObject({ code: 'AVAILABILITY_CHANGED' });
    for (const item of ['kimchi-jjigae', 'rice']) await house.json(['shop', 'restore', 'shop_hanki', item, ...owner]);
  });

  test('rejects nothing when a dish is not on the menu, or another reason is given', async () => {
    const id = await rung();
    const soldOut = ['kitchen', 'reject', id, ...owner, '--sold-out'];
    expect(await house.refused([...soldOut, 'pizza', '--reason', 'item-sold-out'], 3)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await house.refused([...soldOut, 'rice', '--reason', 'too-busy'], 2)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await kitchen('board')).toMatchObject([{ order: id, ticket: 'awaiting' }]);
  });
});

describe('whether anybody is there', () => {
  const presence = () => house.json(['shop', 'presence', 'shop_hanki']);

  test('is told to whoever looks at the shop, or waits for it; and orders are taken all the same', async () => {
    expect(await presence()).toEqual({ shop: 'shop_hanki', state: 'never', since: null, screens: 0 });
    expect((await house.run(['menu', 'shop_hanki'])).err).not.toContain('screen');
    expect(await kitchen('beat', '--screen', 'counter')).toEqual({ shop: 'shop_hanki', state: 'online', since: null, screens: 1 });
    expect((await house.run(['shop', 'presence', 'shop_hanki'], korean)).out).toBe('한끼 김치찌개  켜짐 (1)\n');
    expect(await kitchen('beat', '--screen', 'counter', '--off')).toMatchObject({ state: 'offline', since: isoTime });
    expect(await presence()).toEqual({ shop: 'shop_hanki', state: 'offline', since: isoTime, screens: 0 });
    expect((await house.run(['menu', 'shop_hanki'], korean)).err).toContain('상점 화면이 꺼져 있어요');
    const id = await order(house);
    const waiting = await house.run(['status', id]);
    expect(waiting.err).toMatch(/The shop’s screen is off \(last seen: .+\)\. If nobody accepts it by .+, it is canceled and refunded/);
    expect(waiting.exit).toBe(0);
  });

  test('is not said by a screen without a proper name, nor by a stranger', async () => {
    expect((await inKorean('kitchen', 'beat', '--screen', '계산대')).err).toBe(
      'baedal: 화면 이름: 영어 소문자, 숫자, _ . - 만으로 40자까지 적으세요\n',
    );
    expect(await house.refused(['kitchen', 'beat', '--as', 'rider:rdr_minsu'], 4)).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
