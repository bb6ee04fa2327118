import { expect, test } from 'vitest';
import { paperColumns } from '../core/kitchen/printer.ts';
import { won } from '../core/money.ts';
import { after, shop } from '../core/testing/story.ts';
import { textWidth } from '../core/text-width.ts';
import type { DaySales, Sales } from '../core/use-cases/sales.ts';
import { dayClose } from './day-close.ts';

const tally = {
  orders: 6,
  delivered: 3,
  underway: 1,
  canceled: 2,
  taken: won(93_000),
  refunds: won(22_000),
  owed: won(11_000),
  revenue: won(71_000),
};
const hour = (key: string, orders: number, revenue: number) => ({ ...tally, key, orders, revenue: won(revenue) });
const head = {
  ...{ shop, name: '한끼 김치찌개', zone: 'Asia/Seoul', from: '2026-11-22', to: '2026-11-22' },
  total: { ...tally, acceptMs: 61_000, cookMs: 8 * 60_000 },
  canceled: [{ reason: 'CHANGED_MIND', by: 'customer', orders: 1, amount: won(11_000) }],
} as const satisfies Omit<Sales, 'by' | 'rows'>;
const long = '아주 매운 통오징어 해물 떡볶이와 순대 모둠 튀김 큰 접시';
const day = (name: string): DaySales => ({
  byHour: { ...head, by: 'hour', rows: [hour('12', 3, 40_000), hour('13', 1, 20_000), hour('14', 2, 0)] },
  byItem: { ...head, by: 'item', rows: [{ key: 'jjigae' as never, name, quantity: 7, undone: 2, revenue: won(63_000) }] },
});
const page = (name: string, columns: (typeof paperColumns)[number], lang: 'ko' | 'en') => dayClose(day(name), after(0), { columns, lang });
const text = (...args: Parameters<typeof page>) =>
  page(...args)
    .map((line) => line.text)
    .join('\n');

test('the close of a day reads from the top: what it brought, by the hour, by the dish, and what fell', () => {
  expect(text('김치찌개', 32, 'ko')).toMatchInlineSnapshot(`
    "하루 마감
    2026-11-22
    한끼 김치찌개
    2026-11-22 12:00 기준
    진행 중인 주문 1건이 끝나면
    달라져요.
    --------------------------------
    매출                    71,000원
    받은 돈                 93,000원
    환불                    22,000원
    아직 돌려줄 돈          11,000원
    주문                         6건
    배달 완료                    3건
    진행 중                      1건
    취소                         2건

    평균
    접수                     1분 1초
    조리                         8분
    배달                           -
    주문부터 도착                  -

    시간대별
    12:00 ############ 3건  40,000원
    13:00 ######       1건  20,000원
    14:00                   2건  0원

    팔린 메뉴 (배달비 빼고)
    김치찌개 (취소 2)   x7  63,000원

    취소 사유
    고객 변심 (고객)   1건  11,000원"
  `);
  expect(text(long, 48, 'en')).toMatchInlineSnapshot(`
    "day's close
    2026-11-22
    한끼 김치찌개
    as of 2026-11-22 12:00
    It changes when the order under way has ended.
    ------------------------------------------------
    revenue                                  ₩71,000
    taken                                    ₩93,000
    refunds                                  ₩22,000
    still to go back                         ₩11,000
    orders                                         6
    delivered                                      3
    under way                                      1
    canceled                                       2

    on average
    accepted in                            1 min 1 s
    cooked in                                  8 min
    on the road                                    -
    order to door                                  -

    by hour
    12:00 ############################### 3  ₩40,000
    13:00 ################                1  ₩20,000
    14:00                                      2  ₩0

    items sold (without delivery)
    아주 매운 통오징어 해물 떡볶이와 순대 모둠 튀김
    큰 접시 (2 canceled)
                                         x7  ₩63,000

    why canceled
    customer changed their mind (customer)
                                          1  ₩11,000"
  `);
});

test.each(paperColumns)('it fits a paper of %i columns, whatever a dish is called', (columns) => {
  for (const lang of ['ko', 'en'] as const)
    for (const name of ['김치찌개', long, '\u001b[2J\u001d…×’', 'x'.repeat(90)])
      for (const line of page(name, columns, lang)) {
        expect(textWidth(line.text) * (line.size === 'double' ? 2 : 1)).toBeLessThanOrEqual(columns);
        expect(line.text).not.toMatch(/\p{Cc}/u);
      }
});
