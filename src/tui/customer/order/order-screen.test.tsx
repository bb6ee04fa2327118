import { describe, expect, test } from 'vitest';
import { contactDocument, type OrderId } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import * as story from '../../../core/testing/story.ts';
import { mina, owner, type World } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';

const { stages, order, minute } = story;
type Told = readonly story.Fact[];

const sit = (told: Told, options: DeskOptions = {}) =>
  openDesk(createMemoryStore({ routesToViews: goesToViews }), {
    first: { at: 'order', order },
    before: (world) => world.tell(...told),
    ...options,
  });
const toldAndSent = (told: Told) => async (world: World) => {
  await world.tell(...told);
  await world.drainNow('notify.customer');
};
const statusOf = async ({ world }: { readonly world: World }) => {
  const view = await world.as(mina).orderStatus(order);
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
};

describe.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
] as const)('an order that is being cooked, %s at %i×%i', (lang, columns, rows) => {
  test('shows its steps with times, when it is ready, the money, what was ordered and where it goes', async () => {
    const desk = await sit(stages.cooking, { lang, columns, rows, before: toldAndSent(stages.cooking) });
    expect(desk.lines()).toHaveLength(rows);
    expect(desk.screen()).toMatch(lang === 'ko' ? /✓ 접수 12:01 +● 조리 12:02 +○ 완성/ : /✓ taken 12:01 +● cooking 12:02 +○ ready/);
    expect(desk.screen()).toContain(lang === 'ko' ? '조리 예정 12:21' : 'ready about 12:21');
    expect(desk.screen()).toContain(lang === 'ko' ? '20,000원 결제했어요' : '₩20,000 paid');
    expect(desk.screen()).toContain('서울 마포구 양화로 1');
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('a change in the kitchen is seen at once, step by step to the door', async () => {
  const desk = await sit(stages.awaiting, { columns: 100 });
  expect(desk.screen()).toContain('● 접수');
  expect(desk.screen()).toContain('12:08까지 답이 없으면 저절로 취소되고 낸 돈은 모두 돌려드려요.');
  await desk.world.as(owner).accept(order, 20);
  await desk.settle();
  expect(desk.screen()).toMatch(/✓ 접수 12:00 +○ 조리/);
  await desk.world.tell(story.cooking(), story.cooked(), story.rideAsked(), story.claimed(), story.picked());
  await desk.settle();
  expect(desk.screen()).toMatch(/● 배달 12:18/);
  expect(desk.screen()).toContain('라이더가 가져가고 있어요.');
  await desk.world.tell(story.delivered());
  await desk.settle();
  expect(desk.screen()).toMatch(/✓ 배달 12:18 +✓ 도착 12:30/);
  expect(desk.screen()).toContain('도착했어요. 맛있게 드세요!');
});

test('it is canceled with a reason, after being asked; Esc keeps it', async () => {
  const desk = await sit(stages.awaiting);
  await desk.press('x');
  expect(desk.screen()).toContain('주문을 취소할까요?');
  await desk.press('esc');
  expect((await statusOf(desk)).ordering).toBe('placed');
  await desk.press('x', 'down', 'enter');
  expect((await statusOf(desk)).ended).toMatchObject({ by: 'customer', reason: 'DUPLICATE_ORDER' });
  expect(desk.screen()).toMatch(/✗ 취소됨 12:00/);
  expect(desk.screen()).toContain('중복 주문 (고객)');
  expect(desk.screen()).toContain('20,000원 돌려드리는 중이에요');
});

test('two Enters in one breath cancel once', async () => {
  const desk = await sit(stages.awaiting);
  await desk.press('x', '\r\r');
  expect((await desk.world.types(order)).filter((type) => type === 'OrderCanceled')).toHaveLength(1);
});

test('where the house is too busy, the order stands, and it can be tried again', async () => {
  const store = createMemoryStore({ routesToViews: goesToViews });
  let isBusy = false;
  const busy = {
    ...store,
    commit: async (...all: Parameters<typeof store.commit>) => (isBusy ? ('conflict' as const) : store.commit(...all)),
  };
  const desk = await openDesk(busy, { first: { at: 'order', order }, before: (world) => world.tell(...stages.awaiting) });
  isBusy = true;
  await desk.press('x', 'enter');
  expect(desk.screen()).toContain('지금은 취소하지 못했어요. 주문은 그대로예요.');
  isBusy = false;
  await desk.press('x', 'enter');
  expect(desk.screen()).toContain('취소된 주문이에요.');
});

test('once cooking has begun x explains instead, with both times', async () => {
  const desk = await sit(stages.cooking);
  desk.world.env.moveTo(story.after(5 * minute));
  expect(desk.lines().at(-1)).not.toContain('x 취소');
  await desk.press('x');
  expect(desk.screen()).toMatch(/조리 시작 +12:02:00/);
  expect(desk.screen()).toMatch(/취소 요청 +12:05:00/);
  await desk.press('enter');
  expect(desk.screen()).not.toContain('조리가 먼저 시작됐어요');
  expect((await statusOf(desk)).ordering).toBe('placed');
});

test('where the kitchen was quicker than the cancel, the times are those of the house', async () => {
  const desk = await sit(stages.accepted);
  await desk.press('x');
  await desk.world.as(owner).cook(order);
  desk.world.env.tick(3000);
  await desk.press('enter');
  expect(desk.screen()).toMatch(/조리 시작 +12:01:00/);
  expect(desk.screen()).toMatch(/취소 요청 +12:01:03/);
});

describe('an order that fell says who, why, when, and what becomes of the money', () => {
  test.each([
    [
      'rejected',
      [...stages.awaiting, story.ticketRejected(), story.rejected()],
      '가게가 받지 못한 주문이에요.',
      '주문 폭주 (상점)',
      '12:00',
    ],
    [
      'canceled by the shop',
      [...stages.cooking, story.canceled('shop', 'SHOP_ISSUE', 'shop')],
      '취소된 주문이에요.',
      '상점 사정 (상점)',
      '12:0',
    ],
    [
      'expired',
      [...stages.awaiting, story.expired(), story.canceled('system', 'ACCEPT_TIMEOUT', 'shop')],
      '제시간에 받지 못해',
      '접수 기한 초과',
      '12:0',
    ],
    ['not delivered', [...stages.delivering, story.failed()], '배달하지 못했어요.', '고객 부재', '12:30'],
  ] as const)('%s', async (_name, told, said, reason, at) => {
    const desk = await sit(told);
    for (const one of [said, reason, at, '20,000원 돌려드리는 중이에요']) expect(desk.screen()).toContain(one);
    await desk.press('x');
    expect(desk.screen()).toContain('이미 끝난 주문이에요.');
  });

  test('a refund that is back, and one that is late with its next try', async () => {
    const fell = [...stages.awaiting, story.canceled(), story.refundAsked()];
    expect((await sit([...fell, story.refunded()])).screen()).toContain('20,000원 돌려드렸어요');
    const late = await sit(fell, {
      before: (world) => world.tell(...fell, story.refundFailed('uncertain', 10 * minute)).then(() => world.drainNow('views')),
    });
    expect(late.screen()).toContain('20,000원 환불이 늦어지고 있어요');
    expect(late.screen()).toContain('다음 시도 12:10');
    await late.world.tell(story.attention());
    await late.settle();
    expect(late.screen()).toContain('사람이 직접 확인하고 있어요');
    expect(late.screen()).not.toContain('다음 시도');
  });
});

test('the messages stand as they were sent, newest in view; without a daemon they are said to wait', async () => {
  const desk = await sit(stages.cooking, { before: toldAndSent(stages.cooking) });
  expect(desk.screen()).toContain('Tab 받은 알림 3');
  await desk.press('tab');
  expect(desk.screen()).toContain('조리');
  expect(desk.screen()).not.toContain('데몬');
  const away = await sit(stages.cooking, { daemon: { at: 'away' }, columns: 120, rows: 60 });
  expect(away.screen()).toContain('곧 보내요');
  expect(away.screen()).toContain('데몬이 꺼져 있어 알림이 밀려 있어요.');
  expect(away.screen()).toContain('● 조리 12:02');
});

test('an order that no daemon has handed on yet says that it is stored', async () => {
  const desk = await sit(stages.placed, { daemon: { at: 'away' } });
  expect(desk.screen()).toContain('주문은 안전하게 저장됐어요.');
});

test('y copies the number, w tells the history, r proposes it again, s keeps it under a name', async () => {
  const desk = await sit(stages.delivered);
  expect(desk.screen()).toContain('r 다시 주문, s 단골 메뉴로 저장');
  await desk.press('y');
  expect(desk.copied()).toBe(order);
  await desk.press('w');
  expect(desk.lines()[0]).toContain('지난 일');
  await desk.press('esc', 'r');
  expect(desk.screen()).toContain('다시 주문 · 한끼 김치찌개');
  await desk.press('esc', 's', '점심', 'enter');
  const profile = await desk.world.as(mina).profile();
  expect(profile.ok && profile.value.usuals.map(({ name }) => name)).toEqual(['점심']);
});

test('an order of nobody says so', async () => {
  const desk = await sit([], { first: { at: 'order', order: 'ord_none' as OrderId } });
  expect(desk.screen()).toContain('주문을 찾을 수 없어요.');
});

test.each([
  [60, 20],
  [50, 15],
  [40, 12],
  [200, 60],
] as const)('at %i×%i nothing is wider or higher than the terminal, and the money can be read', async (columns, rows) => {
  const desk = await sit(stages.awaiting, { columns, rows });
  expect(desk.lines()).toHaveLength(rows);
  await desk.press('page-down');
  for (let page = 0; page < 4 && !desk.screen().includes('결제했어요'); page += 1) await desk.press('page-up');
  expect(desk.screen()).toContain('20,000원 결제했어요');
});

test('read aloud it is plain lines, with everything in them', async () => {
  const desk = await sit(stages.cooking, { screenReader: true, rows: 60 });
  for (const one of ['지금 조리하고 있어요.', '20,000원 결제했어요', '김치찌개 ×2', '양화로 1']) expect(desk.screen()).toContain(one);
  expect(desk.screen()).not.toMatch(/[╭╰│]/);
});

test('what a stranger wrote does nothing to the terminal', async () => {
  const hostile = '\u001b]0;pwned\u0007\u001b[2J벨\u202e눌러요';
  const desk = await sit(stages.cooking, {
    before: async (world) => {
      await world.tell(...stages.cooking);
      const body = { customer: story.customer, lang: 'ko', address: '양화로 1', note: hostile, riderNote: hostile };
      await world.store.commit({
        ...{ relies: [], events: [], outbox: [], rows: [], settle: [] },
        documents: [{ key: contactDocument(order), body }],
      });
    },
  });
  expect(desk.screen()).toContain('눌러요');
  expect(desk.terminal.title()).toBe('');
  for (const sign of ['\u202e', '\u001b']) expect(desk.screen()).not.toContain(sign);
  expect(desk.lines()[0]).toContain('한끼 김치찌개');
});
