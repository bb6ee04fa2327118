import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isoTime, openHouse, order, owner, text } from './house.ts';

const house = openHouse();
beforeAll(() => house.json(['seed']));
afterAll(house.close);

const cart = ['--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', '--address', '서울 마포구 와우산로 94'];
const korean = { lang: 'ko' } as const;

describe('a cancel against cooking', () => {
  test('is told with both times, in both languages', async () => {
    const id = await order(house);
    await house.json(['daemon', '--once']);
    await house.json(['kitchen', 'accept', id, ...owner]);
    await house.json(['kitchen', 'cook', id, ...owner]);
    expect(await house.refused(['cancel', id], 5)).toEqual({
      code: 'TOO_LATE_COOK_STARTED',
      message: expect.stringMatching(/cooking started at \d\d:\d\d:\d\d, you asked at \d\d:\d\d:\d\d/),
      details: { startedAt: isoTime, requestedAt: isoTime },
    });
    expect((await house.run(['cancel', id], korean)).err).toMatch(/조리 시작 \d\d:\d\d:\d\d, 취소 요청 \d\d:\d\d:\d\d/);
    expect(await house.json(['kitchen', 'cancel', id, '--reason', 'shop-issue', '--note', '미안해요', ...owner])).toMatchObject({
      status: 'canceled',
      reason: 'SHOP_ISSUE',
      by: 'shop',
    });
  });
});

describe('before any money moves', () => {
  test('a closed shop says when it opens', async () => {
    await house.json(['shop', 'pause', 'shop_chicken', '--until', '45m', '--as', 'owner:shop_chicken']);
    const args = ['order', '--shop', 'shop_chicken', '--item', 'fried:whole', '--address', 'x'];
    expect(await house.refused(args, 6)).toMatchObject({ code: 'CLOSED', retryAt: isoTime, details: { why: 'paused', opensAt: isoTime } });
    expect((await house.run(args, korean)).err).toMatch(/주문을 받지 않아요 \(잠시 멈춤\)\. 여는 시각: /);
  });

  test('everything that is unmet is said at once', async () => {
    const args = ['order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae', '--address', 'x'];
    expect(await house.refused(args, 6)).toMatchObject({
      code: 'REQUIREMENTS_NOT_MET',
      details: { unmet: [{ kind: 'options' }, { kind: 'minimum' }] },
    });
    expect((await house.run(args, korean)).err).toContain("'맵기' 선택 개수: 1 (지금 0), 최소 주문 금액 12,000원: 3,000원 더 담기");
  });

  test('too far is too far', async () => {
    expect(await house.refused(['order', ...cart, '--at', '35.1,129.0'], 6)).toMatchObject({
      code: 'OUT_OF_SERVICE_AREA',
      details: { areaMetres: 4000 },
    });
  });
});

describe('the money', () => {
  test('a declined card can be replaced', async () => {
    const error = await house.refused(['order', ...cart, '--pay', 'card_declined'], 7);
    expect(error).toMatchObject({ code: 'PAYMENT_DECLINED', message: expect.stringContaining('not enough funds') });
    const payment = text(new Map(Object.entries(error ?? {})).get('details'), 'payment');
    expect(await house.json(['pay', payment, '--pay', 'card_kb'])).toMatchObject({ status: 'placed', money: 'paid' });
  });

  test('a held payment is told with its command and its time, listed, and paid later', async () => {
    await house.json(['faults', 'set', 'payment=down*1']);
    const said = await house.run(['order', ...cart], korean);
    expect({ exit: said.exit, out: said.out }).toEqual({ exit: 9, out: '' });
    const payment = /baedal pay (pay_\w+)/.exec(said.err)?.[1] ?? '';
    expect(said.err).toMatch(/\d\d:\d\d 이후 결제하기: baedal pay pay_\w+ \(20,000원, 보관 기한 \d\d:\d\d\)/);
    await house.json(['daemon', '--once', '--only', 'views']);
    const open = await house.json(['payments']);
    expect(open).toMatchObject([{ payment, state: 'deferred', amount: 20_000, retryAt: isoTime, heldUntil: isoTime }]);
    expect((await house.run(['payments'], korean)).out).toContain(`baedal pay ${payment}`);
    expect(await house.json(['pay', payment])).toMatchObject({ status: 'placed', total: 20_000 });
    await house.json(['daemon', '--once', '--only', 'views']);
    expect((await house.run(['payments'], korean)).err).toBe('걸려 있는 결제가 없어요\n');
  });

  test('an outcome that nobody knows is looked up, never guessed', async () => {
    await house.json(['faults', 'set', 'payment=timeout-after*1']);
    const hurry = { env: { BAEDAL_GATEWAY_TIMEOUT_MS: '200' } };
    const error = await house.refused(['order', ...cart], 8, hurry);
    expect(error).toMatchObject({ code: 'PAYMENT_UNKNOWN', retryAt: isoTime });
    const payment = text(new Map(Object.entries(error ?? {})).get('details'), 'payment');
    expect(await house.json(['pay', payment])).toMatchObject({ status: 'placed', money: 'paid' });
    expect(await house.json(['ledger'])).toMatchObject({ balanced: true });
  });
});

describe('a key', () => {
  test('makes a command safe to repeat, and is refused for another order', async () => {
    const first = await house.json(['order', ...cart, '--key', 'lunch-1']);
    expect(await house.json(['order', ...cart, '--key', 'lunch-1'], korean)).toEqual(first);
    expect(await house.refused(['order', ...cart, '--note', '빨리', '--key', 'lunch-1'], 2)).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    await house.json(['shop', 'sold-out', 'shop_hanki', 'kimchi-jjigae', ...owner]);
    expect(await house.json(['order', ...cart, '--key', 'lunch-1'])).toEqual(first);
    await house.json(['shop', 'restore', 'shop_hanki', 'kimchi-jjigae', ...owner]);
  });
});
