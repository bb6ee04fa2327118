import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isoTime, openHouse, order, owner, rider, text } from './house.ts';

const house = openHouse();
beforeAll(async () => {
  expect(await house.json(['seed'])).toEqual({
    shops: [
      { id: 'shop_hanki', name: '한끼 김치찌개', written: true },
      { id: 'shop_chicken', name: '홍대 치킨공방', written: true },
      { id: 'shop_tteok', name: '신촌 떡볶이', written: true },
    ],
  });
});
afterAll(house.close);

const daemonOnce = () => house.json(['daemon', '--once']);

describe('before ordering', () => {
  test('seed keeps what is there', async () => {
    const { exit, out } = await house.run(['seed']);
    expect({ exit, kept: out.match(/kept as it is/g)?.length }).toEqual({ exit: 0, kept: 3 });
  });

  test('shops tells who is open', async () => {
    const hanki = {
      id: 'shop_hanki',
      name: '한끼 김치찌개',
      intake: 'open',
      open: true,
      minimum: 12_000,
      why: null,
      opensAt: null,
      openUntil: null,
      zone: 'Asia/Seoul',
    };
    expect(await house.json(['shops'])).toContainEqual(hanki);
    const { out, err } = await house.run(['shops'], { lang: 'ko' });
    expect(out).toMatch(/^shop_hanki\s+한끼 김치찌개\s+최소 주문 12,000원\s+영업 중$/m);
    expect(err).toContain('baedal menu shop_');
  });

  test('menu has everything that can be chosen', async () => {
    const menu = await house.json(['menu', 'shop_hanki']);
    expect(menu).toMatchObject({ shop: 'shop_hanki', categories: [{ name: '찌개' }, {}, {}, {}] });
    expect(menu).toMatchObject({
      categories: [
        {
          items: [
            {
              id: 'kimchi-jjigae',
              name: '김치찌개',
              price: 9000,
              soldOut: false,
              options: [
                { id: 'spice', name: '맵기', min: 1, max: 1, choices: [{ id: 'mild', name: '순한맛', price: 0, soldOut: false }, {}, {}] },
                { choices: [{}, {}, {}, {}, { id: 'cheese', soldOut: true }] },
              ],
            },
            {},
            {},
            {},
          ],
        },
        {},
        {},
        {},
      ],
    });
    const { out } = await house.run(['menu', 'shop_hanki'], { lang: 'ko' });
    expect(out).toContain('간장게장 정식');
    expect(out).toMatch(/23,000원\s+soy-crab\s+품절/);
    expect(out).toContain('맵기 (필수 1): 순한맛 [mild]');
  });

  test('a dry run tells the price, and its quote is paid at exactly that price', async () => {
    const items = ['--shop', 'shop_hanki', '--item', '김치찌개*2:보통맛,라면사리', '--item', 'rice'];
    const dry = await house.json(['order', ...items, '--dry-run']);
    expect(dry).toMatchObject({ subtotal: 21_000, fee: 2000, total: 23_000, currency: 'KRW', expiresAt: isoTime, shop: 'shop_hanki' });
    const placed = await house.json(['order', '--quote', text(dry, 'quote'), '--address', '서울 마포구 와우산로 94']);
    expect(placed).toMatchObject({ status: 'placed', money: 'paid', total: 23_000 });
    expect(await house.refused(['order', '--quote', text(dry, 'quote')], 5)).toMatchObject({
      code: 'ALREADY_ORDERED',
      details: { order: text(placed, 'order') },
    });
  });
});

describe('from the menu to the door', () => {
  let id = '';
  test('order pays and places', async () => {
    const items = ['--item', 'kimchi-jjigae*2:mild', '--note', '덜 맵게', '--rider-note', '문 앞에', '--phone', '010-1234-5678'];
    const placed = await house.json(['order', '--shop', 'shop_hanki', ...items]);
    expect(placed).toEqual({
      order: expect.stringMatching(/^ord_[2-9a-hj-km-np-z]{10}$/),
      payment: expect.stringMatching(/^pay_/),
      status: 'placed',
      money: 'paid',
      total: 20_000,
      currency: 'KRW',
      placedAt: isoTime,
      acceptBy: isoTime,
      shop: 'shop_hanki',
      shopName: '한끼 김치찌개',
    });
    id = text(placed, 'order');
  });

  test('status is right at once, daemon or not', async () => {
    expect(await house.json(['status', id])).toEqual({
      order: id,
      shop: 'shop_hanki',
      shopName: '한끼 김치찌개',
      status: 'placed',
      money: 'paid',
      total: 20_000,
      currency: 'KRW',
      cancelable: true,
      placedAt: isoTime,
      acceptBy: isoTime,
      readyBy: null,
      updatedAt: isoTime,
      reason: null,
      by: null,
      failure: null,
      rider: null,
      payment: expect.stringMatching(/^pay_/),
    });
    const korean = await house.run(['status', id], { lang: 'ko' });
    expect(korean.out).toMatch(/^상태\s+접수 대기$/m);
    expect(korean.out).toMatch(/김치찌개 ×2\s+18,000원/);
    expect((await house.run(['status', id, '--short'])).out).toMatch(/^waiting for the shop ~\d\d:\d\d\n$/);
  });

  test('the kitchen sees it when the daemon has run, and works on it', async () => {
    expect(await house.json(['outbox'])).toMatchObject({ oldestAgeMs: expect.any(Number), parked: [], daemons: [] });
    await daemonOnce();
    const board = await house.json(['kitchen', 'board', ...owner]);
    expect(board).toContainEqual(expect.objectContaining({ order: id, ticket: 'awaiting', note: '덜 맵게', phone: '010-1234-5678' }));
    const { out } = await house.run(['kitchen', 'board', ...owner], { lang: 'ko' });
    expect(out).toContain('김치찌개 ×2');
    expect(out).toMatch(/요청\s+덜 맵게/);
    expect(await house.json(['kitchen', 'accept', id, '--ready-in', '15', ...owner])).toMatchObject({
      status: 'accepted',
      readyBy: isoTime,
    });
    expect(await house.json(['kitchen', 'delay', id, '5', ...owner])).toMatchObject({ status: 'accepted' });
    expect(await house.json(['kitchen', 'cook', id, ...owner])).toMatchObject({ status: 'cooking', cancelable: false });
    expect(await house.json(['kitchen', 'finish', id, ...owner])).toMatchObject({ status: 'cooked' });
    expect(await house.json(['kitchen', 'recall', id, ...owner])).toMatchObject({ status: 'cooking' });
    expect(await house.json(['kitchen', 'finish', id, ...owner])).toMatchObject({ status: 'cooked' });
  });

  test('a rider brings it', async () => {
    await daemonOnce();
    expect(await house.json(['rider', 'board', ...rider])).toContainEqual(
      expect.objectContaining({ order: id, delivery: 'waiting', address: null }),
    );
    for (const verb of ['claim', 'release', 'claim', 'pick']) await house.json(['rider', verb, id, ...rider]);
    expect((await house.run(['rider', 'board', ...rider])).out).toContain('와우산로 94');
    expect(await house.json(['rider', 'deliver', id, ...rider])).toMatchObject({
      status: 'delivered',
      rider: 'rdr_minsu',
      cancelable: false,
    });
  });

  test('why tells what happened, and because of what', async () => {
    await daemonOnce();
    const why = await house.json(['why', id]);
    expect(why).toContainEqual(
      expect.objectContaining({ type: 'TicketOpened', causation: `order/${id}@1`, at: isoTime, what: 'ticket on the kitchen board' }),
    );
    const { out } = await house.run(['why', id], { lang: 'ko' });
    expect(out).toMatch(/^\d\d:\d\d:\d\d\s+주문서 도착\s+시스템\s+← 주문 접수 대기$/m);
  });

  test('messages were sent, once each', async () => {
    const messages = await house.json(['messages', '--order', id]);
    expect(messages).toContainEqual(
      expect.objectContaining({
        order: id,
        recipient: 'customer',
        channel: 'kakao',
        status: 'sent',
        attempts: 1,
        template: 'order-placed',
        text: expect.stringContaining(id),
      }),
    );
    const all = await house.json(['messages']);
    expect(Array.isArray(all) && all.length > 0).toBe(true);
  });

  test('orders, newest first; those that are over are not active', async () => {
    expect(await house.json(['orders'])).toMatchObject([{ order: id, status: 'delivered' }, { status: 'placed' }]);
    expect(await house.json(['orders', '--active'])).toMatchObject([{ status: 'placed' }]);
    expect((await house.run(['orders'], { lang: 'ko' })).out).toMatch(/배달 완료\s+20,000원\s+한끼 김치찌개$/m);
  });
});

describe('keeping the house', () => {
  test('events are CloudEvents, one a line', async () => {
    const { out } = await house.run(['events']);
    const all: readonly unknown[] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(all[0]).toMatchObject({
      specversion: '1.0',
      id: 'shop/shop_hanki@1',
      source: '/baedal',
      type: 'MenuChanged',
      time: isoTime,
      position: 1,
    });
    expect(all).toContainEqual(
      expect.objectContaining({ type: 'OrderPlaced', data: expect.objectContaining({ total: 20_000, acceptBy: isoTime }) }),
    );
    const later = (await house.run(['events', '--after', '3'])).out.trim().split('\n');
    expect(later).toHaveLength(all.length - 3);
  });

  test('views can be verified and built anew', async () => {
    expect(await house.json(['views', 'verify'])).toEqual({ views: expect.any(Number), events: expect.any(Number), differences: [] });
    expect(await house.json(['views', 'rebuild'])).toMatchObject({ differences: [] });
  });

  test('a cancel in time is refunded in full, and the books agree', async () => {
    const id = await order(house);
    const canceled = await house.json(['cancel', id, '--reason', 'wrong-address']);
    expect(canceled).toMatchObject({
      status: 'canceled',
      money: 'refund-pending',
      reason: 'WRONG_ADDRESS',
      by: 'customer',
      cancelable: false,
    });
    expect(await house.json(['cancel', id])).toMatchObject({ reason: 'WRONG_ADDRESS' });
    await daemonOnce();
    expect(await house.json(['status', id])).toMatchObject({ money: 'refunded' });
    expect(await house.json(['ledger'])).toMatchObject({ balanced: true, taken: 63_000, standing: 43_000, refunded: 20_000, owed: 0 });
  });

  test('a shop is paused, and things run out', async () => {
    const paused = await house.json(['shop', 'pause', 'shop_chicken', '--until', '30m', '--as', 'owner:shop_chicken']);
    expect(paused).toEqual({ id: 'shop_chicken', name: '홍대 치킨공방', intake: 'paused', until: isoTime });
    expect(await house.json(['shop', 'open', 'shop_chicken', '--as', 'operator'])).toMatchObject({ intake: 'open', until: null });
    expect(await house.json(['shop', 'close', 'shop_chicken', '--as', 'operator'])).toMatchObject({ intake: 'closed' });
    await house.json(['shop', 'sold-out', 'shop_hanki', '공깃밥', ...owner]);
    expect(await house.refused(['order', '--shop', 'shop_hanki', '--item', 'rice*12'], 6)).toMatchObject({
      code: 'AVAILABILITY_CHANGED',
      details: { differences: [{ kind: 'item-sold-out', item: 'rice', until: isoTime }] },
    });
    await house.json(['shop', 'restore', 'shop_hanki', 'rice', ...owner]);
  });

  test('faults are kept for all processes', async () => {
    expect(await house.json(['faults'])).toMatchObject({ payment: 'ok', messenger: 'ok' });
    expect(await house.json(['faults', 'set', 'payment=down', 'messenger=flaky'])).toMatchObject({ payment: 'down', messenger: 'flaky' });
    expect((await house.run(['faults'])).out).toMatch(/^payment\s+down$/m);
    expect(await house.json(['faults', 'set', 'payment=ok', 'messenger=ok'])).toMatchObject({ payment: 'ok', messenger: 'ok' });
  });

  test('a parked thing can be let run again', async () => {
    expect(await house.json(['outbox', 'redrive'])).toMatchObject({ redriven: 0, parked: [] });
    expect((await house.run(['outbox'], { lang: 'ko' })).out).toMatch(/^멈춘 일\s+0$/m);
  });
});
