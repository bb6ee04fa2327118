import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, owner, rider, text } from './house.ts';

const house = openHouse();
afterAll(house.close);

/** Each of them stands for what only the shop and the rider of this order may see. */
const canaries = ['CANARYADDRESS', 'CANARYNAME', '010-9182-7364', 'CANARYNOTE', 'CANARYRIDER'] as const;
const [address, name, phone, note, riderNote] = canaries;
const personal = ['--address', address, '--name', name, '--phone', phone, '--note', note, '--rider-note', riderNote];
const asked = ['order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', ...personal];
const debug = { env: { BAEDAL_DEBUG: '1' } };

const found = (said: string): readonly string[] => canaries.filter((canary) => said.includes(canary));

beforeAll(async () => {
  await house.json(['seed']);
  const order = text(await house.json(asked), 'order');
  await house.json(['daemon', '--once']);
  await house.json(['kitchen', 'accept', order, ...owner]);
  await house.json(['kitchen', 'cancel', order, '--reason', 'SHOP_ISSUE', ...owner]);
  await house.json(['daemon', '--once']);
});

test('no event, no message and no view of others holds an address, a name, a number or a note', async () => {
  for (const args of [['events'], ['messages'], ['ledger'], ['rider', 'board', ...rider]]) {
    const { exit, out, err } = await house.run([...args, '--json'], debug);
    expect({ args, exit, found: found(out + err) }).toEqual({ args, exit: 0, found: [] });
  }
});

test('what a refusal or a fault says holds none of them', async () => {
  for (const [args, env] of [
    [['order', '--shop', 'shop_nowhere', '--item', 'kimchi-jjigae*2:mild', ...personal], {}],
    [['order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:unheard-of', ...personal], {}],
    [asked, { BAEDAL_DB: join(house.folder, 'nowhere/x.db') }],
  ] as const) {
    const { exit, out, err } = await house.run([...args], { env: { ...debug.env, ...env } });
    expect(exit).not.toBe(0);
    expect(found(out + err)).toEqual([]);
  }
});

test('the sandbox’s bank and the log of its messenger hold none of them', () => {
  const files = readdirSync(house.folder).filter((file) => /\.(bank|bank-wal|log)$/.test(file));
  expect(files.some((file) => file.endsWith('.log'))).toBe(true);
  expect(files.some((file) => file.endsWith('.bank'))).toBe(true);
  for (const file of files) expect([file, found(readFileSync(join(house.folder, file), 'latin1'))]).toEqual([file, []]);
});

test('the canaries are alive: the shop’s own board shows them while the order stands', async () => {
  await house.json(asked);
  await house.json(['daemon', '--once']);
  const { out } = await house.run(['kitchen', 'board', ...owner, '--json']);
  expect(found(out)).toContain(note);
});
