import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase, patiently } from '../../src/sqlite/open.ts';
import { type House, openHouse, owner, text } from '../cli/house.ts';
import { seed, sit } from './sit.ts';

let house: House;
beforeEach(async () => {
  house = openHouse();
  await seed(house);
});
afterEach(() => house.close());

const order = async (): Promise<string> => {
  const placed = await house.json([
    ...['order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', '--address', '서울 마포구 와우산로 94'],
    ...['--note', '땅콩 알레르기'],
  ]);
  await house.json(['daemon', '--once']);
  return text(placed, 'order');
};
const statusOf = async (id: string): Promise<string> => text(await house.json(['status', id]), 'status');
const short = (id: string): string => `#${id.slice(-4).toUpperCase()}`;

test('two boards, the customer and the command line agree, from the ring to the rider', async () => {
  const counter = sit(house, ['owner', 'shop_hanki']);
  const stove = sit(house, ['owner', 'shop_hanki', '--screen', 'stove'], { columns: 160, rows: 50, lang: 'en' });
  await counter.until(/주방 0건/);
  await stove.until(/0 in the kitchen/);
  const id = await order();
  await counter.until(new RegExp(`●${short(id)}.*알레르기`));
  await stove.until(new RegExp(`●${short(id)}`));
  // The bell, and a note for the desktop of whoever looks elsewhere.
  await vi.waitFor(() => expect(counter.written()).toContain('\u001b]9;한끼 김치찌개 · 새 주문 1건\u0007\u0007'), 10_000);
  const customer = sit(house, ['status', id, '--watch'], { lang: 'en' });
  counter.send(' ');
  await stove.until(/2 Accepted 1/);
  await customer.until(/accepted/);
  stove.send('2');
  await stove.until(/▌2 Accepted/);
  stove.send(' ');
  await counter.until(/조리 1/);
  await customer.until(/cooking/);
  expect(await statusOf(id)).toBe('cooking');
  await house.json(['kitchen', 'cancel', id, '--reason', 'shop-issue', ...owner]);
  await counter.until(/조리 중지/);
  await stove.until(/STOP COOKING/);
  // Only what has stood long enough to be read is bumped away, so the key is pressed until it is gone.
  const pressing = setInterval(() => counter.send('b'), 300);
  await stove.until((screen) => !screen.includes('STOP COOKING')).finally(() => clearInterval(pressing));
  await counter.until(/주방 0건/);
});

test('somebody else holds the database: the key is heard, waits, and is done once', async () => {
  const id = await order();
  const pty = sit(house, ['owner', 'shop_hanki', '--lang', 'ko']);
  await pty.until(new RegExp(`▌●${short(id)}`));
  const other = openDatabase(house.db);
  // The screen itself may be writing that it is on.
  await patiently('the database', () => other.exec('begin immediate'), 5000);
  pty.send(' ');
  await pty.until(/잠시만요, 다른 프로그램이 데이터베이스를 쓰고 있어요/);
  // Pressed again by somebody who waits: it is the same key.
  pty.send(' ');
  other.exec('rollback');
  other.close();
  await pty.until(/2 접수 1/, 20_000);
  expect(await statusOf(id)).toBe('accepted');
});

test('closing the screen tells customers that it is off, and the terminal is as it was', async () => {
  const pty = sit(house, ['owner', 'shop_hanki'], { lang: 'en' });
  await pty.until(/0 in the kitchen/);
  const presence = () => house.json(['shop', 'presence', 'shop_hanki', ...owner]);
  await vi.waitFor(async () => expect(await presence()).toMatchObject({ state: 'online' }), 10_000);
  pty.send('q');
  expect(await pty.ended).toMatchObject({ exit: 0 });
  expect(await presence()).toMatchObject({ state: 'offline' });
});

test.each([
  ['a bump bar with a key that there is not', { BAEDAL_KITCHEN_KEYS: 'F99=bump' }, 10],
  ['nothing wrong', {}, 0],
])('%s ends or opens as it should', async (_name, env, exit) => {
  const pty = sit(house, ['owner', 'shop_hanki'], { lang: 'en', env });
  if (exit === 0) {
    await pty.until(/0 in the kitchen/);
    pty.send('q');
  } else await pty.until(/F99=bump.*no such key/);
  expect(await pty.ended).toMatchObject({ exit });
});
