import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type House, openHouse, order, text } from './house.ts';

const houses: House[] = [];
const newHouse = () => {
  const house = openHouse();
  houses.push(house);
  return house;
};
afterAll(() => {
  for (const house of houses) house.close();
});
const profileOf = ({ folder }: House) => join(folder, 'config/baedal/profile.json');
const cart = ['--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild'];

/** Everything that a terminal would obey, each once. */
const steering = (shown: string): readonly string[] => {
  const start = String.fromCharCode(0x1b);
  const found = shown.match(new RegExp(`${start}\\[\\d+m|(?!\\n)[\\p{Cc}\\p{Cf}]`, 'gu'));
  return [...new Set(found)].sort();
};

describe('the database', () => {
  test('one that is missing is named with the way to begin, and is not made', async () => {
    const house = newHouse();
    expect(await house.refused(['shops'], 3)).toEqual({
      code: 'NO_DATABASE',
      message: expect.stringContaining('baedal seed'),
      details: { file: house.db },
    });
    expect((await house.run(['status', 'ord_2345678923'], { lang: 'ko' })).err).toBe(
      `baedal: 아직 데이터베이스가 없어요: ${house.db}. 샘플 상점으로 시작하기: baedal seed\n`,
    );
    expect(existsSync(house.db)).toBe(false);
  });

  test('--db goes before BAEDAL_DB, which goes before the usual place', async () => {
    const house = newHouse();
    await house.json(['seed', '--db', 'named.db']);
    expect(existsSync(join(house.folder, 'named.db'))).toBe(true);
    await house.json(['seed'], { env: { BAEDAL_DB: '' } });
    const usual = join(house.folder, 'data/baedal/baedal.db');
    expect([statSync(usual).mode & 0o777, statSync(join(house.folder, 'data/baedal')).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(existsSync(house.db)).toBe(false);
  });

  test('a file that is none is refused, and left as it was', async () => {
    const house = newHouse();
    writeFileSync(house.db, 'not a database, but a letter\n'.repeat(99), { mode: 0o600 });
    expect(await house.refused(['seed'], 10)).toMatchObject({ code: 'DATABASE_UNFIT', details: { why: 'not-a-database' } });
    expect(readFileSync(house.db, 'utf8')).toBe('not a database, but a letter\n'.repeat(99));
    chmodSync(house.db, 0o644);
    expect((await house.run(['shops'])).err).toMatch(/^baedal: The database cannot be used: .*chmod 600.*\n$/);
  });
});

describe('settings', () => {
  test('a bad one is named with what is wrong, whatever the command', async () => {
    const house = newHouse();
    await house.json(['seed']);
    const id = await order(house);
    const env = { BAEDAL_ACCEPT_LEASE_MS: 'soon' };
    for (const args of [['shops'], ['status', id]]) {
      expect(await house.refused(args, 10, { env })).toEqual({
        code: 'MISCONFIGURED',
        message: expect.stringMatching(/BAEDAL_ACCEPT_LEASE_MS must be a whole number .* not 'soon'/),
        details: { variable: 'BAEDAL_ACCEPT_LEASE_MS' },
      });
    }
    const placed = await house.json(['order', ...cart], { env: { BAEDAL_ACCEPT_LEASE_MS: '60000' } });
    expect(Date.parse(text(placed, 'acceptBy')) - Date.parse(text(placed, 'placedAt'))).toBe(60_000);
  });
});

describe('the profile', () => {
  test('is made at the first order, for its owner only, and remembers address and card', async () => {
    const house = newHouse();
    await house.json(['seed']);
    await house.json(['shops']);
    expect(existsSync(profileOf(house))).toBe(false);
    expect((await house.run(['order', ...cart])).err).toBe('baedal: say where to: --address "…"\n');
    expect(existsSync(profileOf(house))).toBe(false);
    await house.json(['order', ...cart, '--address', '서울 마포구 와우산로 94', '--pay', 'card_kb']);
    expect(statSync(profileOf(house)).mode & 0o777).toBe(0o600);
    const profile: unknown = JSON.parse(readFileSync(profileOf(house), 'utf8'));
    expect(profile).toEqual({ customer: expect.stringMatching(/^cus_/), lang: 'en' });
    await house.json(['order', ...cart]);
    const { out } = await house.run(['events']);
    expect(out.match(/"method":"card_kb"/g)).toHaveLength(2);
    expect(await house.refused(['order', ...cart, '--as', 'customer:cus_other'], 2)).toMatchObject({ code: 'USAGE' });
  });

  test('of an earlier baedal gives its address and card to the database, once', async () => {
    const house = newHouse();
    await house.json(['seed']);
    mkdirSync(join(house.folder, 'config/baedal'), { recursive: true });
    const old = { customer: 'cus_early23', lang: 'ko', address: '서울 마포구 와우산로 94', card: 'card_kb' };
    writeFileSync(profileOf(house), JSON.stringify(old));
    await house.json(['order', ...cart]);
    expect(JSON.parse(readFileSync(profileOf(house), 'utf8'))).toEqual({ customer: 'cus_early23', lang: 'ko' });
    await house.json(['order', ...cart]);
    expect((await house.run(['events'])).out.match(/"method":"card_kb"/g)).toHaveLength(2);
    // What was used since is newer than what the file says.
    await house.json(['order', ...cart, '--pay', 'card_toss']);
    writeFileSync(profileOf(house), JSON.stringify(old));
    await house.json(['order', ...cart]);
    expect((await house.run(['events'])).out.match(/"method":"card_toss"/g)).toHaveLength(2);
  });

  test('a broken one is told, never overwritten', async () => {
    const house = newHouse();
    await house.json(['seed']);
    mkdirSync(join(house.folder, 'config/baedal'), { recursive: true });
    for (const [text, why] of [
      ['{', 'it is not JSON'],
      ['{"customer":"me"}', '"customer" is not an id'],
      ['{"customer":"cus_ab","lang":"fr"}', '"lang"'],
    ] as const) {
      writeFileSync(profileOf(house), text);
      for (const args of [
        ['order', ...cart, '--address', 'x'],
        ['status', 'ord_2345678923'],
      ]) {
        expect(await house.refused(args, 10)).toMatchObject({ code: 'MISCONFIGURED', message: expect.stringContaining(why) });
      }
      expect(readFileSync(profileOf(house), 'utf8')).toBe(text);
    }
  });

  test('of many first orders at once, one makes it and all are of one customer', async () => {
    const house = newHouse();
    await house.json(['seed']);
    const placed = await Promise.all(Array.from({ length: 6 }, () => order(house)));
    expect(new Set(placed).size).toBe(6);
    expect(await house.json(['orders'])).toHaveLength(6);
  });
});

describe('text of strangers', () => {
  test('cannot steer a terminal, from an option to the screen', async () => {
    const house = newHouse();
    await house.json(['seed']);
    const hostile = 'a\u001b[2Jb\u202ec\u0007d\n\u001b]0;pwned\u0007';
    await house.json(['order', ...cart, '--address', hostile, '--note', hostile, '--name', hostile]);
    await house.json(['daemon', '--once']);
    const board = await house.run(['kitchen', 'board', '--as', 'owner:shop_hanki'], { env: { FORCE_COLOR: '1' } });
    expect(board.out).toContain('a\ufffd[2Jb\ufffdc\ufffdd\ufffd\ufffd]0;pwned\ufffd');
    // The only sequences are our own colours.
    expect(steering(board.out)).toEqual(['\u001b[1m', '\u001b[22m', '\u001b[2m', '\u001b[33m', '\u001b[39m']);
    const refused = await house.run(['menu', `shop_${hostile}`]);
    expect(steering(refused.err)).toEqual([]);
  });

  test('in JSON it is told by escapes, so that nothing is lost', async () => {
    const house = newHouse();
    await house.json(['seed']);
    const { out } = await house.run(['status', 'x\u202e\u009b\ud83d\ude00', '--json']);
    expect(out).toContain('\\u202e\\u009b');
    expect(JSON.parse(out)).toMatchObject({ error: { message: expect.stringContaining('x\u202e\u009b😀') } });
  });

  test('a copied database answers the same', async () => {
    const house = newHouse();
    await house.json(['seed']);
    await house.json(['views', 'verify']);
    copyFileSync(house.db, join(house.folder, 'copy.db'));
    expect(await house.json(['shops', '--db', 'copy.db'])).toHaveLength(3);
  });
});
