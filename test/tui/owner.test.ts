import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, order } from '../cli/house.ts';
import { seed, sit } from './sit.ts';

const house = openHouse();
beforeAll(async () => {
  await seed(house);
  await order(house);
  await house.run(['daemon', '--once']);
});
afterAll(house.close);

const en = { lang: 'en' } as const;
const presence = () => house.json(['shop', 'presence', 'shop_hanki']);

test('the board shows what came in, customers are told that a screen is on, and Ctrl-C leaves it: then it is off', async () => {
  const pty = sit(house, ['owner', 'shop_hanki', '--as', 'owner:shop_hanki', '--screen', 'counter'], en);
  await pty.until(/김치찌개×2/);
  expect(pty.terminal.isAlternate()).toBe(true);
  await expect.poll(presence).toMatchObject({ state: 'online', screens: 1 });
  pty.send('ctrl-c');
  expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
  expect(pty.terminal.isAlternate()).toBe(false);
  expect(await presence()).toMatchObject({ state: 'offline', screens: 0 });
});

test('L is kept for the next time, where there is a profile to keep it in', async () => {
  const at = ['owner', 'shop_hanki', '--as', 'owner:shop_hanki'];
  const first = sit(house, [...at, '--lang', 'ko']);
  await first.until(/신규 1/);
  first.send('L');
  await first.until(/New 1/);
  first.send('ctrl-c');
  await first.ended;
  const next = sit(house, at);
  await next.until(/New 1/);
  next.send('ctrl-c');
  expect(await next.ended).toEqual({ exit: 0, signal: 0 });
});

test.each([
  ['the owner of another shop', ['shop_hanki', '--as', 'owner:shop_bunsik'], 4],
  ['a customer', ['shop_hanki', '--as', 'customer:cus_mina'], 2],
  ['a rider', ['--as', 'rider:rdr_minsu'], 2],
  ['who asks for a shop that is not there', ['shop_nowhere'], 3],
] as const)('%s is refused before anything is drawn', async (_who, args, exit) => {
  const pty = sit(house, ['owner', ...args], en);
  expect(await pty.ended).toEqual({ exit, signal: 0 });
  expect(pty.written()).not.toContain('\u001b[?1049h');
});
