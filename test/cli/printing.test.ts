import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFakePrinter } from '../fake-printer.ts';
import { openHouse, order, owner } from './house.ts';

const house = openHouse();
beforeAll(() => house.json(['seed']));
afterAll(house.close);

const printer = (...args: readonly string[]) => house.json(['shop', 'printer', 'shop_hanki', ...args, ...owner]);
const rung = async (): Promise<string> => {
  const id = await order(house, ['--note', '땅콩 알레르기']);
  await house.json(['daemon', '--once']);
  return id;
};

test('a shop sets its printer, tries it out, and has what it accepts on paper', async () => {
  const fake = await openFakePrinter({ status: Uint8Array.of(0x12) });
  const address = `tcp://127.0.0.1:${fake.port}`;
  expect(await printer()).toEqual({ shop: 'shop_hanki', printer: null, waiting: [], unprinted: [], days: [] });
  const set = { address, columns: 48, lang: 'en', prints: 'accept' };
  expect(await printer('--to', address, '--columns', '48', '--test')).toEqual({
    ...{ shop: 'shop_hanki', printer: set, waiting: [], unprinted: [], days: [] },
    test: 'printed',
  });
  expect(fake.texts()[0]).toMatch(/^TEST\n한끼 김치찌개\n(?:1234567890){4}12345678\n/);
  const id = await rung();
  await house.json(['kitchen', 'accept', id, ...owner]);
  expect(await printer()).toMatchObject({ waiting: [{ order: id, reprint: false, attempts: 0, trouble: null }] });
  await house.json(['daemon', '--once']);
  expect(await house.json(['kitchen', 'print', id, ...owner])).toMatchObject({ order: id, reprint: true });
  await house.json(['daemon', '--once']);
  expect(fake.texts()).toHaveLength(3);
  expect(fake.texts()[1]).toContain('!! ALLERGY: 땅콩 알레르기');
  expect(fake.texts()[2]).toMatch(/^\*\* REPRINT \*\*/);
  await fake.close();
});

test('a printer that is off keeps nobody from accepting, and the board says so', async () => {
  const fake = await openFakePrinter();
  await fake.close();
  await printer('--to', `tcp://127.0.0.1:${fake.port}`, '--columns', '32');
  const tried = await house.run(['shop', 'printer', 'shop_hanki', '--test', ...owner], { lang: 'ko' });
  expect([tried.exit, tried.err]).toEqual([1, '시험 출력을 못 했어요: 프린터가 꺼져 있거나 연결되지 않아요\n']);
  const id = await rung();
  expect(await house.json(['kitchen', 'accept', id, ...owner])).toMatchObject({ order: id, status: 'accepted' });
  await house.json(['daemon', '--once']);
  const board = await house.run(['kitchen', 'board', ...owner], { lang: 'ko' });
  expect(board.err).toBe('프린터: 프린터가 꺼져 있거나 연결되지 않아요. 출력 대기 1건\n');
  expect(await printer('--off')).toEqual({ shop: 'shop_hanki', printer: null, waiting: [], unprinted: [], days: [] });
});

test("a day's close comes out on the same printer, and an order that falls has a slip", async () => {
  const fake = await openFakePrinter();
  await printer('--to', `tcp://127.0.0.1:${fake.port}`, '--columns', '42');
  const id = await rung();
  await house.json(['kitchen', 'accept', id, ...owner]);
  await house.json(['daemon', '--once']);
  await house.json(['kitchen', 'cancel', id, '--reason', 'shop-issue', ...owner]);
  await house.json(['daemon', '--once']);
  expect(fake.texts()).toHaveLength(2);
  expect(fake.texts()[1]).toMatch(/^\*\* CANCELED \*\*\nDO NOT COOK\n/);
  const asked = await house.run(['sales', '--print', ...owner], { lang: 'ko' });
  expect([asked.exit, asked.err]).toEqual([0, expect.stringMatching(/^\d{4}-\d\d-\d\d 하루 마감 출력을 맡겼어요\.\n$/)]);
  expect(await printer()).toMatchObject({ waiting: [{ kind: 'day', order: null, day: expect.any(String) }], days: [] });
  await house.json(['daemon', '--once']);
  expect(fake.texts()[2]).toMatch(/^day's close\n\d{4}-\d\d-\d\d\n한끼 김치찌개\n/);
  expect(await printer()).toMatchObject({ waiting: [], days: [{ day: expect.any(String), printedAt: expect.any(String) }] });
  expect(await house.refused(['sales', '--from', '2026-11-01', '--to', '2026-11-02', '--print', ...owner], 2)).toMatchObject({
    code: 'USAGE',
  });
  await printer('--off');
  expect(await house.refused(['sales', '--print', ...owner], 2)).toMatchObject({ code: 'INVALID_INPUT' });
  await fake.close();
});

test('what cannot be a printer is refused before anything is written', async () => {
  const refused = (...args: readonly string[]) => house.refused(['shop', 'printer', 'shop_hanki', ...args, ...owner], 2);
  expect(await refused('--to', 'file:/home/kim/.bashrc')).toMatchObject({ code: 'INVALID_INPUT' });
  expect(await refused('--to', 'tcp://printer', '--columns', '40')).toMatchObject({ code: 'INVALID_INPUT' });
  expect(await refused('--off', '--columns', '42')).toMatchObject({ code: 'USAGE' });
  expect(await refused('--columns', '42')).toMatchObject({ code: 'USAGE' });
  expect(await refused('--test')).toMatchObject({ code: 'INVALID_INPUT' });
  expect(await printer()).toMatchObject({ printer: null });
});
