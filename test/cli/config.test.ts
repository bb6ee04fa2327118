import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultSettings } from '../../src/core/settings.ts';
import { openHouse, text } from './house.ts';

const newHouse = () => {
  const house = openHouse();
  onTestFinished(house.close);
  return { ...house, file: join(house.folder, 'config/baedal/config.json') };
};

test('what a setting is, is said by its flag, else its variable, else the file, else as usual; and by whom', async () => {
  const house = newHouse();
  const get = (key: string, more: readonly string[] = [], env = {}) => house.json(['config', 'get', key, ...more], { env });
  expect(await get('acceptLeaseMs')).toEqual({
    key: 'acceptLeaseMs',
    value: 480_000,
    origin: 'default',
    default: 480_000,
    variable: 'BAEDAL_ACCEPT_LEASE_MS',
  });
  await house.json(['config', 'set', 'acceptLeaseMs', '10m']);
  expect(await get('acceptLeaseMs')).toMatchObject({ value: 600_000, origin: 'file' });
  expect(await get('acceptLeaseMs', [], { BAEDAL_ACCEPT_LEASE_MS: '7000' })).toMatchObject({ value: 7000, origin: 'environment' });
  expect(await get('db', ['--db', 'x.db'])).toMatchObject({ value: 'x.db', origin: 'flag' });
  await house.json(['config', 'unset', 'acceptLeaseMs']);
  expect(await get('acceptLeaseMs')).toMatchObject({ value: 480_000, origin: 'default' });
});

test('every setting of the house is listed, and a setting in the file is what an order gets', async () => {
  const house = newHouse();
  const listed = await house.json(['config', 'list']);
  const keys = Array.isArray(listed) ? listed.map((one) => text(one, 'key')) : [];
  expect(keys).toEqual(['db', 'lang', 'spareScreens', 'kitchenKeys', 'kitchenSound', ...Object.keys(defaultSettings)]);
  await house.json(['config', 'set', 'acceptLeaseMs', '90s']);
  await house.json(['seed']);
  const placed = await house.json(['order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', '--address', 'x']);
  expect(Date.parse(text(placed, 'acceptBy')) - Date.parse(text(placed, 'placedAt'))).toBe(90_000);
});

test('the database and the language may stand in the file', async () => {
  const house = newHouse();
  await house.json(['config', 'set', 'db', 'elsewhere.db'], { env: { BAEDAL_DB: '' } });
  await house.json(['seed'], { env: { BAEDAL_DB: '' } });
  expect(existsSync(join(house.folder, 'elsewhere.db'))).toBe(true);
  await house.json(['config', 'set', 'lang', 'ko']);
  expect((await house.run(['config', 'get', 'nothing'])).err).toContain('설정은 없어요');
  expect((await house.run(['config', 'get', 'nothing'], { env: { BAEDAL_LANG: 'en' } })).err).toContain('there is no setting');
});

test("the kitchen's bump bar and sound may stand in the file; a mapping that cannot be read is refused, and says what it may be", async () => {
  const house = newHouse();
  await house.json(['config', 'set', 'kitchenKeys', '1=bump 2=recall 0=back']);
  await house.json(['config', 'set', 'kitchenSound', 'paplay bell.oga']);
  expect(await house.json(['config', 'get', 'kitchenKeys'])).toEqual({
    ...{ key: 'kitchenKeys', value: '1=bump 2=recall 0=back', origin: 'file', default: '', variable: 'BAEDAL_KITCHEN_KEYS' },
  });
  expect(await house.json(['config', 'get', 'kitchenSound'], { env: { BAEDAL_KITCHEN_SOUND: 'beep' } })).toMatchObject({
    ...{ value: 'beep', origin: 'environment' },
  });
  for (const [text, said] of [
    ['1=explode', /'1=explode': there is no such deed; choose of bump, accept/],
    ['F13=bump', /'F13=bump': there is no such key/],
    ['1=bump 1=recall', /'1=recall': this key does something already/],
    ['1', /'1': write key=deed/],
  ] as const) {
    const refused = await house.run(['config', 'set', 'kitchenKeys', text]);
    expect([refused.exit, refused.err]).toEqual([2, expect.stringMatching(said)]);
  }
  expect((await house.run(['config', 'set', 'kitchenKeys', '1'], { lang: 'ko' })).err).toContain("kitchenKeys '1': 키=동작 꼴로 적으세요");
  expect((await house.run(['config', 'set', 'kitchenSound', 'a\nb'])).exit).toBe(2);
});

test('the file is for its owner alone, and whole', async () => {
  const house = newHouse();
  await house.json(['config', 'set', 'acceptRemindMs', '3m,1m']);
  expect(JSON.parse(readFileSync(house.file, 'utf8'))).toEqual({ acceptRemindMs: [60_000, 180_000] });
  expect([statSync(house.file).mode & 0o777, statSync(dirname(house.file)).mode & 0o777]).toEqual([0o600, 0o700]);
  chmodSync(house.file, 0o644);
  await house.json(['config', 'set', 'parkAfter', '3']);
  expect(statSync(house.file).mode & 0o777).toBe(0o600);
  expect(await house.json(['config', 'path'])).toEqual({ file: house.file, exists: true });
});

test('an unknown key is refused with the nearest one, a value with what it may be, and nothing is written', async () => {
  const house = newHouse();
  for (const [args, said] of [
    [['set', 'accept-lease', '3'], 'did you mean acceptLeaseMs?'],
    [['get', 'qqqqqqqqqqqqqqqqqqqq'], 'See all: baedal config list'],
    [['set', 'acceptLeaseMs', 'soon'], "acceptLeaseMs must be a whole number from 0 to 31622400000, not 'soon'"],
    [['set', 'acceptLeaseMs', '9999d'], 'must be a whole number'],
    [['set', 'breakerSharePercent', '101'], 'from 1 to 100'],
    [['set', 'lang', 'fr'], 'must be ko or en'],
    [['set', 'db', ''], 'must be an absolute path'],
  ] as const) {
    expect(await house.refused(['config', ...args], 2)).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(said) });
  }
  expect(await house.refused(['config', 'set', 'parkAfter', '3', '--as', 'rider:rdr_minsu'], 4)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(existsSync(house.file)).toBe(false);
});

test.each([
  ['{', 'it is not a JSON object'],
  ['[]', 'it is not a JSON object'],
  ['{"acceptLeese":1}', "there is no setting 'acceptLeese' (did you mean acceptLeaseMs?)"],
  ['{"acceptLeaseMs":"x"}', 'acceptLeaseMs must be a whole number'],
  ['{"db":"relative.db"}', 'must be an absolute path'],
  ['{"lang":{"a":1}}', 'must be ko or en'],
])('a broken file is told by name, whatever the command, and left as it is: %s', async (content, said) => {
  const house = newHouse();
  mkdirSync(dirname(house.file), { recursive: true });
  writeFileSync(house.file, content);
  for (const args of [['shops'], ['status', 'ord_2345678923'], ['config', 'set', 'parkAfter', '3']]) {
    const error = await house.refused(args, 10);
    expect(error).toMatchObject({ code: 'MISCONFIGURED', message: expect.stringContaining(said) });
    expect(text(error, 'message')).toContain(house.file);
  }
  expect(readFileSync(house.file, 'utf8')).toBe(content);
  expect((await house.run(['config', 'path'])).out).toBe(`${house.file}\n`);
});

test('how old a ticket looks in the kitchen is a setting, told by minutes and by colour', async () => {
  const house = newHouse();
  await house.json(['seed']);
  await house.json(['order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', '--address', 'x']);
  await house.json(['daemon', '--once', '--only', 'kitchen,views']);
  const board = async (slow: string, late: string) =>
    (
      await house.run(['kitchen', 'board', '--as', 'owner:shop_hanki'], {
        env: { BAEDAL_KITCHEN_SLOW_MS: slow, BAEDAL_KITCHEN_LATE_MS: late, FORCE_COLOR: '1' },
      })
    ).out;
  const start = String.fromCharCode(0x1b);
  expect(await board('60000', '120000')).toContain(`${start}[2m  0 min`);
  expect(await board('0', '120000')).toContain(`${start}[33m  0 min`);
  expect(await board('0', '0')).toContain(`${start}[31m  0 min`);
});
