import { afterEach, beforeEach, expect, test } from 'vitest';
import { sit } from '../tui/sit.ts';
import { type House, openHouse, order, owner } from './house.ts';

const shop = 'shop_hanki';
const question = /없는 것은 빼고 주문할까요\? \[y\/N/;

let house: House;
let old: string;
beforeEach(async () => {
  house = openHouse();
  await house.json(['seed']);
  old = await order(house, ['--item', 'egg-roll']);
  await house.json(['shop', 'sold-out', shop, 'egg-roll', ...owner]);
});
afterEach(() => house.close());

const again = (...args: readonly string[]) => sit(house, ['reorder', old, ...args], { rows: 40 });
const orders = async (): Promise<number> => {
  const found: unknown = await house.json(['orders']);
  return Array.isArray(found) ? found.length : 0;
};

test('what is sold out is shown, and ordered without when its customer says so', async () => {
  const pty = again();
  await pty.until(question);
  expect(pty.screen()).toMatch(/계란말이 ×1 +6,000원 +품절/);
  expect(pty.screen()).toContain('전 26,000원 → 20,000원');
  expect(await orders()).toBe(1);
  pty.send('y\r');
  expect(await pty.ended).toMatchObject({ exit: 0 });
  expect(pty.screen()).toContain('20,000원');
  expect(await orders()).toBe(2);
});

test.each(['\r', 'n\r', 'ctrl-d'])('anything but a yes orders nothing and leaves the cart alone (%j)', async (key) => {
  const pty = again();
  await pty.until(question);
  pty.send(key);
  expect(await pty.ended).toMatchObject({ exit: 6 });
  expect(pty.screen()).toContain('주문한 것도 담은 것도 없어요');
  expect([await orders(), await house.json(['cart', 'show'])]).toEqual([1, []]);
});

test('to have something else in its place, the rest goes into the cart', async () => {
  const pty = again();
  await pty.until(question);
  pty.send('c\r');
  expect(await pty.ended).toMatchObject({ exit: 0 });
  expect(pty.screen()).toContain(`baedal cart checkout ${shop}`);
  expect(await orders()).toBe(1);
  expect(await house.json(['cart', 'show', shop])).toMatchObject({ lines: [{ item: 'kimchi-jjigae' }] });
});

test('another cart of that shop is asked about before it is replaced', async () => {
  await house.json(['cart', 'add', shop, '--item', 'rice']);
  const kept = again('--drop-missing');
  await kept.until(/다른 메뉴가 1가지 있어요\. 그것을 빼고 담을까요\? \[y\/N\]/);
  kept.send('n\r');
  expect(await kept.ended).toMatchObject({ exit: 5 });
  expect(await house.json(['cart', 'show', shop])).toMatchObject({ lines: [{ item: 'rice' }] });
  const replaced = again('--drop-missing', '--to-cart');
  await replaced.until(/담을까요/);
  replaced.send('y\r');
  expect(await replaced.ended).toMatchObject({ exit: 0 });
  expect(await house.json(['cart', 'show', shop])).toMatchObject({ lines: [{ item: 'kimchi-jjigae' }] });
});

test('a price that changes between the question and the answer is not agreed to', async () => {
  const costs = (won: string) => house.json(['shop', 'item', 'edit', shop, 'kimchi-jjigae', '--price', won, ...owner]);
  await costs('9200');
  const pty = again();
  await pty.until(/없는 것은 빼고, 바뀐 값으로 주문할까요/);
  await costs('9500');
  pty.send('y\r');
  expect(await pty.ended).toMatchObject({ exit: 6 });
  expect(pty.screen()).toContain('그사이 값이 또 바뀌어서 주문하지 않고 담기만 했어요');
  expect([await orders(), await house.json(['cart', 'show', shop])]).toMatchObject([1, { lines: [{ each: 9500 }] }]);
});

test('asks nobody who wants JSON, or has answered beforehand', async () => {
  const json = again('--json');
  expect(await json.ended).toMatchObject({ exit: 6 });
  expect(json.screen()).toContain('AVAILABILITY_CHANGED');
  const said = again('--drop-missing');
  expect(await said.ended).toMatchObject({ exit: 0 });
  expect(await orders()).toBe(2);
});
