import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textWidth } from '../../src/core/text-width.ts';
import { openDatabase } from '../../src/sqlite/open.ts';
import type { Pty } from '../../src/tui/testing/pty.ts';
import { type House, openHouse, owner, text } from '../cli/house.ts';
import { seed, sit } from './sit.ts';

let house: House;
beforeEach(async () => {
  house = openHouse();
  await seed(house);
});
afterEach(() => house.close());

type Order = { readonly order: string; readonly status: string };
const orders = async (): Promise<readonly Order[]> => {
  const found: unknown = await house.json(['orders']);
  if (!Array.isArray(found)) throw new Error('baedal orders tells no list');
  return found.map((one: unknown) => ({ order: text(one, 'order'), status: text(one, 'status') }));
};

/** One key after the other, each when the screen shows what it is for. */
const walk = async (pty: Pty, steps: readonly (readonly [shows: RegExp, ...keys: readonly string[]])[]) => {
  for (const [shows, ...keys] of steps) {
    await pty.until(shows);
    for (const key of keys) pty.send(key);
  }
};

const signs = {
  ko: {
    total: /합계 18,000원/,
    cart: /장바구니 2 · 18,000원/,
    look: /▌\[ 주문서 보기/,
    where: /어디로 보낼까요/,
    name: /▌이름 집/,
    pay: /▌\[ 20,000원 결제하기 \]/,
  },
  en: {
    total: /total ₩18,000/,
    cart: /cart 2 · ₩18,000/,
    look: /▌\[ Check out/,
    where: /Where to/,
    name: /▌Name +home/,
    pay: /▌\[ Pay ₩20,000 \]/,
  },
} as const;

/** From the shops to the order sheet; the last syllable of the address comes with its Enter, as an IME hands it over. */
const toSheet = async (pty: Pty, lang: 'ko' | 'en' = 'ko') => {
  const { total, cart, look, where, name, pay } = signs[lang];
  await walk(pty, [
    [/▌한끼 김치찌개/, 'enter'],
    [/▌ {2}김치찌개/, 'enter'],
    [/▌\( \) 순한맛/, ' '],
    [/\(●\) 순한맛/, '+'],
    [total, 'enter'],
    [cart, 'c'],
    [look, 'enter'],
    [where, '서울 마포구 와우산'],
    [/와우산/, '로\r'],
    [name, 'enter'],
    [pay],
  ]);
};
const placed = /주문했어요/;
const leave = async (pty: Pty) => {
  pty.send('ctrl-c');
  pty.send('ctrl-c');
  await pty.ended;
};

test('somebody hungry has ordered and paid by the keyboard alone, and can look after it when they leave', async () => {
  const pty = sit(house);
  await toSheet(pty);
  expect(pty.screen()).toContain('서울 마포구 와우산로');
  pty.send('enter');
  await pty.until(placed);
  const [order] = await orders();
  expect(pty.screen()).toContain(order?.order);
  pty.send('ctrl-c');
  expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
  expect(pty.screen()).toContain(`baedal status ${order?.order} --watch`);
});

test('in English, too, at another size', async () => {
  const pty = sit(house, ['--lang', 'en'], { columns: 120, rows: 40 });
  await toSheet(pty, 'en');
  await leave(pty);
});

test('where letters are composed there is the cursor, in the column where the next one goes', async () => {
  const pty = sit(house);
  const rowOfCursor = () => pty.lines()[pty.cursor()?.y ?? 0] ?? '';
  await walk(pty, [[/▌한끼 김치찌개/, '/', '쌀떡']]);
  await pty.until(() => pty.cursor() !== undefined && rowOfCursor().includes('쌀떡'));
  expect(pty.cursor()?.x).toBe(textWidth(rowOfCursor().slice(0, rowOfCursor().indexOf('쌀떡') + 2)));
  await leave(pty);
});

test('the cart survives a crash', async () => {
  const pty = sit(house);
  await toSheet(pty);
  pty.kill('SIGKILL');
  await pty.ended;
  const again = sit(house);
  await again.until(signs.ko.cart);
  await leave(again);
});

test('a note to the shop survives a crash in the middle of a word, and is in the order', async () => {
  const pty = sit(house);
  await toSheet(pty);
  await walk(pty, [[signs.ko.pay, 'n', '덜 맵게 해 주ㅅ']]);
  const kept = async () => JSON.stringify(await house.json(['cart', 'show', 'shop_hanki']));
  await expect.poll(kept, { timeout: 10_000 }).toContain('덜 맵게 해 주ㅅ');
  pty.kill('SIGKILL');
  await pty.ended;
  const again = sit(house);
  await walk(again, [
    [signs.ko.cart, 'c'],
    [/요청 +덜 맵게 해 주ㅅ/, 'n', 'backspace', '세요', 'enter'],
    [/요청 +덜 맵게 해 주세요/, 'end', 'enter'],
    [signs.ko.pay, 'enter'],
  ]);
  await again.until(placed);
  const board = await house.json(['daemon', '--once', '--only', 'kitchen,views']).then(() => house.json(['kitchen', 'board', ...owner]));
  expect(JSON.stringify(board)).toContain('덜 맵게 해 주세요');
  expect(await kept()).toContain('"note":null');
  await leave(again);
});

test('two Enters at once pay once', async () => {
  const pty = sit(house);
  await toSheet(pty);
  pty.send('\r\r\r');
  await pty.until(placed);
  expect(await orders()).toHaveLength(1);
  expect(await house.json(['ledger'])).toMatchObject({ balanced: true, taken: 20_000, orders: 1 });
  await leave(pty);
});

describe('the order', () => {
  const ordered = async (pty: Pty): Promise<string> => {
    await toSheet(pty);
    pty.send('enter');
    await pty.until(placed);
    const [order] = await orders();
    return order?.order ?? '';
  };

  test('shows at once what happens in the kitchen, and is not canceled when cooking has begun', async () => {
    const daemon = house.start(['daemon']);
    const pty = sit(house);
    const order = await ordered(pty);
    // As soon as the daemon has told the kitchen of it.
    const accept = async () => (await house.run(['kitchen', 'accept', order, ...owner])).exit;
    await expect.poll(accept, { timeout: 10_000 }).toBe(0);
    await pty.until(/가게가 주문을 받았어요/);
    await house.json(['kitchen', 'cook', order, ...owner]);
    await pty.until(/지금 조리하고 있어요/);
    pty.send('x');
    await pty.until(/조리/);
    expect((await orders())[0]?.status).toBe('cooking');
    await leave(pty);
    daemon.kill('SIGTERM');
  });

  test('is canceled in time, with a reason', async () => {
    const pty = sit(house);
    await ordered(pty);
    await walk(pty, [[placed, 'x'], [/주문을 취소할까요/, 'enter'], [/취소했어요|취소된 주문/]]);
    expect((await orders())[0]?.status).toBe('canceled');
    await leave(pty);
  });

  test('keeps its frame at every size', async () => {
    const pty = sit(house);
    const order = await ordered(pty);
    for (const [columns, rows] of [
      [60, 20],
      [200, 60],
      [100, 30],
    ] as const) {
      pty.resize({ columns, rows });
      await pty.until((screen) => screen.includes(order) && pty.lines().length === rows && /도움말\s*$/.test(screen));
      // One frame, not the rest of another: the order stands there once.
      expect(pty.screen().split(order)).toHaveLength(2);
    }
    await leave(pty);
  });
});

describe('when payments are in trouble', () => {
  const env = {
    BAEDAL_GATEWAY_TIMEOUT_MS: '300',
    BAEDAL_LOOK_UP_FIRST_MS: '200',
    BAEDAL_BREAKER_IN_ROW: '1',
    BAEDAL_BREAKER_OPEN_MS: '1500',
  };

  test('nobody knows whether the money went: it says so, calmly, and finds out by itself', async () => {
    await house.json(['faults', 'set', 'payment=timeout-after*1', 'lookup=down']);
    const pty = sit(house, [], { env });
    await toSheet(pty);
    pty.send('enter');
    await pty.until(/아직 결제 여부를 몰라요/);
    expect(pty.screen()).toContain('두 번 결제되지 않아요');
    await house.json(['faults', 'set', 'lookup=ok']);
    const daemon = house.start(['daemon'], { env });
    await pty.until(placed, 15_000);
    expect(await orders()).toHaveLength(1);
    await leave(pty);
    daemon.kill('SIGTERM');
  });

  test('payments are held: the cart is kept, and it tries again by itself', async () => {
    await house.json(['faults', 'set', 'payment=overloaded']);
    const pty = sit(house, [], { env });
    await toSheet(pty);
    pty.send('enter');
    await pty.until(/지금은 결제를 받을 수 없어요/);
    expect(await orders()).toHaveLength(0);
    await house.json(['faults', 'set', 'payment=ok']);
    await pty.until(placed, 15_000);
    expect(await orders()).toHaveLength(1);
    await leave(pty);
  });

  test('no daemon is one quiet line, and ordering goes on', async () => {
    const pty = sit(house);
    await pty.until(/데몬이 쉬고 있어요/);
    await toSheet(pty);
    pty.send('enter');
    await pty.until(placed);
    await leave(pty);
  });

  test('somebody else holds the database: nothing breaks, and it is paid when they let go', async () => {
    const pty = sit(house);
    await toSheet(pty);
    const other = openDatabase(house.db);
    other.exec('begin immediate');
    pty.send('enter');
    await pty.until(/결제하고 있어요|잠시 기다리고/);
    // Keys are heard meanwhile.
    pty.send('?');
    await pty.until(/키/);
    pty.send('esc');
    other.exec('rollback');
    other.close();
    await pty.until(placed, 15_000);
    expect(await orders()).toHaveLength(1);
    await leave(pty);
  });
});
