import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, order, owner, rider } from './house.ts';

const house = openHouse();
const sales = (...more: readonly string[]) => house.json(['sales', ...more, ...owner]);

beforeAll(async () => {
  await house.json(['seed']);
  const delivered = await order(house);
  await order(house);
  await house.json(['daemon', '--once']);
  await house.json(['kitchen', 'accept', delivered, ...owner]);
  await house.json(['kitchen', 'cook', delivered, ...owner]);
  await house.json(['kitchen', 'finish', delivered, ...owner]);
  await house.json(['daemon', '--once']);
  for (const step of ['claim', 'pick', 'deliver']) await house.json(['rider', step, delivered, ...rider]);
  await house.json(['cancel', await order(house), '--reason', 'too-slow']);
});
afterAll(house.close);

test('what was taken, what went back and what stays', async () => {
  expect(await sales()).toMatchObject({
    shop: 'shop_hanki',
    currency: 'KRW',
    total: {
      ...{ orders: 3, delivered: 1, underway: 1, canceled: 1, taken: 60_000, refunds: 20_000, owed: 20_000, revenue: 40_000 },
      ...{ acceptMs: expect.any(Number), cookMs: expect.any(Number), deliverMs: expect.any(Number), wholeMs: expect.any(Number) },
    },
    canceled: [{ reason: 'TOO_SLOW', by: 'customer', orders: 1, amount: 20_000 }],
    by: 'day',
    rows: [{ orders: 3, revenue: 40_000 }],
  });
  expect(await sales('--by', 'item')).toMatchObject({ rows: [{ key: 'kimchi-jjigae', quantity: 4, undone: 2, revenue: 36_000 }] });
  expect(await house.json(['sales', 'shop_chicken', '--as', 'operator'])).toMatchObject({ total: { orders: 0, acceptMs: null } });
});

test('as a table with bars, in both languages, never wider than the terminal', async () => {
  const korean = await house.run(['sales', '--from', '그저께', ...owner], { lang: 'ko' });
  expect(korean.out).toMatch(/^매출 +40,000원$/m);
  expect(korean.out).toMatch(/^취소 사유 +대기 시간 초과 \(고객\): 1건, 20,000원$/m);
  expect(korean.out.match(/^\d{4}-\d\d-\d\d [월화수목금토일] .*$/gm)).toHaveLength(3);
  const english = await house.run(['sales', '--by', 'hour', ...owner]);
  expect(english.out).toMatch(/^\d\d:00 +3 +₩40,000 +█+$/m);
  for (const line of english.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  const none = await house.run(['sales', '--from', 'yesterday', '--to', 'yesterday', ...owner]);
  expect(none.out).toContain('There were no orders.');
});

test('as CSV that no name can turn into a formula', async () => {
  const csv = await house.run(['sales', '--csv', ...owner]);
  expect(csv.out).toMatch(
    /^day,orders,delivered,underway,canceled,taken,refunds,owed,revenue,acceptMs,cookMs,deliverMs,wholeMs\n\d{4}-\d\d-\d\d,3,1,1,1,60000,20000,20000,40000,/,
  );
  writeFileSync(
    join(house.folder, 'evil.yaml'),
    `menu: [{ category: 밥, items: [{ id: evil, name: '=HYPERLINK("http://x","a,b")', price: 12000 }] }]\n`,
  );
  await house.json(['shop', 'import', 'shop_hanki', join(house.folder, 'evil.yaml'), '--apply', ...owner]);
  await house.json(['order', '--shop', 'shop_hanki', '--item', 'evil']);
  const items = await house.run(['sales', '--by', 'item', '--csv', ...owner]);
  expect(items.out).toContain(`\nevil,"'=HYPERLINK(""http://x"",""a,b"")",1,0,12000\n`);
});

test.each([
  [2, 'say who you are', []],
  [2, 'name the shop', ['--as', 'operator']],
  [4, 'the owner of the shop', ['shop_chicken', ...owner]],
  [4, 'the owner of the shop', ['shop_hanki', '--as', 'rider:rdr_minsu']],
  [3, 'no such shop', ['shop_none', '--as', 'operator']],
  [2, 'choose one of day, hour, item', ['--by', 'week', ...owner]],
  [2, 'write today, yesterday', ['--from', 'long ago', ...owner]],
  [2, 'is behind --to', ['--to', 'yesterday', ...owner]],
  [2, '1 to 400 days', ['--from', '2020-01-01', ...owner]],
] as const)('exit %d, "%s"', async (exit, says, words) => {
  const ran = await house.run(['sales', ...words]);
  expect(ran).toMatchObject({ exit, out: '', err: expect.stringContaining(says) });
  expect(ran.err).toMatch(/^baedal: [^\n]+\n$/);
});
