import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive } from '../../src/cli/is-alive.ts';
import { type House, openHouse } from '../cli/house.ts';
import { seed, sit } from './sit.ts';

let house: House;
beforeEach(() => {
  house = openHouse();
});
afterEach(() => house.close());

/** The daemons that beat, by their process. */
const daemons = async (): Promise<readonly number[]> => {
  const state: unknown = await house.json(['outbox']);
  const list = new Map<string, unknown>(Object.entries(state ?? {})).get('daemons');
  return Array.isArray(list)
    ? list.map((daemon: unknown) => Number(new Map<string, unknown>(Object.entries(daemon ?? {})).get('pid')))
    : [];
};
const started = async () => {
  const pty = sit(house, ['start'], { columns: 100, rows: 30 });
  await pty.until(/주방은 스스로 움직여요/);
  const [pid = 0] = await expect.poll(daemons, { timeout: 10_000 }).toHaveLength(1).then(daemons);
  expect(isAlive(pid)).toBe(true);
  return { pty, pid };
};

test('a newcomer gets shops, a daemon and a kitchen that plays; leaving ends them all', async () => {
  const { pty, pid } = await started();
  expect(await house.json(['shops'])).toHaveLength(3);
  pty.send('ctrl-c');
  expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
  expect(isAlive(pid)).toBe(false);
});

test('killed without a word it leaves nothing running', async () => {
  const { pty, pid } = await started();
  pty.kill('SIGKILL');
  await pty.ended;
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});

test('what is there already is left as it is', async () => {
  await seed(house);
  await house.json(['shop', 'close', 'shop_hanki', '--as', 'owner:shop_hanki']);
  const before = await house.json(['shops']);
  const { pty } = await started();
  expect(await house.json(['shops'])).toEqual(before);
  pty.send('ctrl-c');
  await pty.ended;
});
