import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isoTime, openHouse, order, owner, text } from './house.ts';

const house = openHouse();
beforeAll(() => house.json(['seed']));
afterAll(house.close);

const inHouse = (name: string) => join(house.folder, name);
const shop = (verb: string, ...more: readonly string[]) => house.json(['shop', ...verb.split(' '), 'shop_hanki', ...more, ...owner]);
const refused = (exit: number, verb: string, ...more: readonly string[]) =>
  house.refused(['shop', ...verb.split(' '), 'shop_hanki', ...more, ...owner], exit);
const exported = async (name: string): Promise<string> => {
  await shop('export', '--output', inHouse(name));
  return readFileSync(inHouse(name), 'utf8');
};
const changesOf = (json: unknown): unknown => new Map<string, unknown>(Object.entries(json ?? {})).get('changes');

describe('a shop in a file', () => {
  test('comes out with what an editor needs, for its owner only, and over no other file', async () => {
    const menu = await exported('first.yaml');
    expect(menu).toMatch(/^# yaml-language-server: \$schema=\/.*docs\/menu\.schema\.json\n/);
    expect(menu).toContain('\n  - category: 찌개\n');
    expect(menu).toContain('      - { id: ramen, name: 라면사리, price: 1000 }\n');
    expect(statSync(inHouse('first.yaml')).mode & 0o777).toBe(0o600);
    expect(await refused(2, 'export', '--output', inHouse('first.yaml'))).toMatchObject({
      message: expect.stringContaining('not overwritten'),
    });
    expect(await shop('export')).toMatchObject({ shop: 'shop_hanki', menu: [{ category: '찌개' }, {}, {}, {}] });
  });

  test('goes in again without a difference, as YAML and as JSON', async () => {
    await exported('same.yaml');
    const events = (await house.run(['events'])).out;
    expect(await shop('import', inHouse('same.yaml'), '--apply')).toMatchObject({ changes: [], applied: true });
    writeFileSync(inHouse('same.json'), JSON.stringify(await shop('export')));
    expect(await shop('import', inHouse('same.json'), '--apply')).toMatchObject({ changes: [] });
    expect((await house.run(['events'])).out).toBe(events);
  });

  test('is shown as a difference first; then all of it is written, and orders that were placed stay', async () => {
    const id = await order(house);
    const menu = await exported('prices.yaml');
    writeFileSync(inHouse('prices.yaml'), menu.replaceAll('price: 9000', 'price: 9500').replace(/ {6}- id: seaweed\n.*\n.*\n/, ''));
    const difference = [
      { change: 'removed', of: 'item', id: 'seaweed', name: '도시락김', price: 1000, in: ['곁들임'] },
      { change: 'edited', of: 'item', id: 'kimchi-jjigae', name: '김치찌개', field: 'price', was: 9000, now: 9500 },
    ];
    const dry = await house.run(['shop', 'import', 'shop_hanki', inHouse('prices.yaml'), ...owner], { lang: 'ko' });
    expect(dry).toMatchObject({
      exit: 0,
      out: '한끼 김치찌개\n− 메뉴 도시락김 1,000원 (곁들임)\n~ 메뉴 김치찌개 가격: 9,000원 → 9,500원\n',
      err: expect.stringContaining('아직 바꾸지 않았어요'),
    });
    expect(await shop('import', inHouse('prices.yaml'))).toMatchObject({ changes: difference, applied: false });
    expect((await house.run(['menu', 'shop_hanki'])).out).toContain('₩9,000');
    expect(await shop('import', inHouse('prices.yaml'), '--apply')).toMatchObject({ changes: difference, applied: true });
    expect(await house.json(['menu', 'shop_hanki'])).toMatchObject({ categories: [{ items: [{ price: 9500 }, {}, {}, {}] }, {}, {}, {}] });
    expect(await house.json(['status', id])).toMatchObject({ total: 20_000 });
  });

  test('that was brought in knows its new version, so its owner can go on with it', async () => {
    const menu = readFileSync(inHouse('prices.yaml'), 'utf8');
    writeFileSync(inHouse('prices.yaml'), menu.replace('price: 9500', 'price: 9700'));
    expect(await shop('import', inHouse('prices.yaml'), '--apply')).toMatchObject({ changes: [{ was: 9500, now: 9700 }] });
  });

  test('says line and column of all that is wrong, and nothing is changed', async () => {
    const menu = await exported('wrong.yaml');
    const version = text({ v: /version: (\d+)/.exec(menu)?.[1] }, 'v');
    writeFileSync(inHouse('wrong.yaml'), menu.replace('price: 9700', 'price: 9,700').replace('choose: 1\n', 'choose: 7\n'));
    const lines = readFileSync(inHouse('wrong.yaml'), 'utf8').split('\n');
    const lineOf = (part: string) => lines.findIndex((line) => line.includes(part)) + 1;
    const ran = await house.run(['shop', 'import', 'shop_hanki', inHouse('wrong.yaml'), '--apply', ...owner]);
    expect(ran.exit).toBe(2);
    expect(ran.err).toMatch(
      new RegExp(
        `^baedal: wrong\\.yaml:${lineOf('choose: 7')}:5 choose must be how many.*; wrong\\.yaml:${lineOf('9,700')}:9 price must be whole won, 9000 for ₩9,000.*\\n$`,
      ),
    );
    expect(await refused(2, 'import', inHouse('wrong.yaml'))).toMatchObject({
      code: 'INVALID_DOCUMENT',
      details: { file: 'wrong.yaml', problems: [{}, { line: lineOf('9,700'), column: 9, field: 'menu[0].items[0].price' }] },
    });
    expect(await shop('show')).toMatchObject({ version: Number(version) });
  });

  test.each([
    ['a: [1,', 'x.yaml:1:7 YAML:'],
    ['name: A\nname: B', 'x.yaml:2:1 YAML: this name is here twice'],
    ['\tname: A', 'x.yaml:1:1 YAML: indent with spaces'],
    ['name: *lost', 'x.yaml:1:1 YAML: Unresolved alias'],
    ['---\na: 1\n---\nb: 1', 'x.yaml:3:1 YAML: one document'],
    ['menu: !!js/function x', 'x.yaml:1:7 YAML: Unresolved tag'],
    ['menu: &all [*all]', 'x.yaml:1:'],
    ['', 'x.yaml:1:1 must be an object'],
    ['shop: shop_chicken', 'x.yaml:1:1 shop is another shop'],
    ['colour: red', 'x.yaml:1:1 colour is not known here'],
    ['hours: { someday: 11-22 }', 'x.yaml:1:10 someday must be days such as mon-fri'],
    [`name: ${'가'.repeat(99)}`, 'x.yaml:1:1 name must have at most 60 characters'],
  ])('%j is one clear line', async (yaml, says) => {
    writeFileSync(inHouse('x.yaml'), yaml);
    const ran = await house.run(['shop', 'import', 'shop_hanki', inHouse('x.yaml'), '--apply', ...owner]);
    expect(ran).toMatchObject({ exit: 2, out: '', err: expect.stringContaining(`baedal: ${says}`) });
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('as JSON knows its new version, too', async () => {
    writeFileSync(inHouse('own.json'), JSON.stringify(await shop('export')).replace('"minimum":12000', '"minimum":12100'));
    await shop('import', inHouse('own.json'), '--apply');
    writeFileSync(inHouse('own.json'), readFileSync(inHouse('own.json'), 'utf8').replace('"minimum":12100', '"minimum":12000'));
    expect(await shop('import', inHouse('own.json'), '--apply')).toMatchObject({ changes: [{ of: 'minimum', was: 12_100, now: 12_000 }] });
  });

  test('that has no end is not read to it', async () => {
    expect(await refused(2, 'import', '/dev/zero')).toMatchObject({ message: expect.stringContaining('too big') });
  });

  test('that is none is said', async () => {
    expect(await refused(2, 'import', inHouse('nowhere.yaml'))).toMatchObject({ message: expect.stringContaining('ENOENT') });
    expect(await refused(2, 'import', house.folder)).toMatchObject({ message: expect.stringContaining('a folder') });
  });

  test('comes through a pipe, too', async () => {
    const child = house.start(['shop', 'import', 'shop_hanki', '-', '--json', ...owner]);
    child.stdin.end('minimum: 13000\n');
    let out = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) out += chunk;
    expect(JSON.parse(out)).toMatchObject({ changes: [{ of: 'minimum', was: 12_000, now: 13_000 }], applied: false });
  });
});

describe('two editors at once', () => {
  test('the later one is told what changed, and may insist', async () => {
    const menu = await exported('late.yaml');
    writeFileSync(inHouse('late.yaml'), menu.replace('minimum: 12000', 'minimum: 15000'));
    await house.json(['shop', 'item', 'edit', 'shop_hanki', 'rice', '--price', '1,500원', '--as', 'operator']);
    const version = Number(text({ v: /version: (\d+)/.exec(menu)?.[1] }, 'v'));
    expect(await refused(5, 'import', inHouse('late.yaml'), '--apply')).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: {
        version,
        current: version + 1,
        since: [{ by: 'operator', at: isoTime, changes: [{ of: 'item', id: 'rice', was: 1000, now: 1500 }] }],
      },
    });
    expect(await refused(5, 'minimum', '14000', '--if-version', String(version))).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const insisted = await shop('import', inHouse('late.yaml'), '--apply', '--if-version', String(version + 1));
    expect(changesOf(insisted)).toMatchObject([{ of: 'minimum' }, { id: 'rice', was: 1500, now: 1000 }]);
  });

  const edit = (editor: string) => house.run(['shop', 'edit', 'shop_hanki', ...owner], { env: { EDITOR: editor } });
  const kept = () => readdirSync(house.folder).filter((name) => name.includes('.unsaved-'));

  test('an editor changes it, or nothing', async () => {
    expect(await edit(`sed -i 's/^minimum: .*/minimum: 11000/'`)).toMatchObject({
      exit: 0,
      out: expect.stringContaining('₩15,000 → ₩11,000'),
    });
    expect(await edit('true')).toMatchObject({ exit: 0, out: expect.stringContaining('Nothing is different') });
    expect(await edit('false')).toMatchObject({ exit: 2, err: expect.stringContaining('EDITOR') });
    expect(kept()).toEqual([]);
  });

  test("whoever saves late keeps their text, and sees both sides' changes", async () => {
    const other = `${process.execPath} ${join(import.meta.dirname, '../../bin/baedal.js')} shop item edit shop_hanki rice --price 1200 --as operator >/dev/null`;
    writeFileSync(inHouse('editor.sh'), `${other} && sed -i 's/^minimum: .*/minimum: 9000/' "$1"\n`);
    const ran = await edit(`sh ${inHouse('editor.sh')}`);
    expect(ran).toMatchObject({ exit: 5, out: '' });
    expect(ran.err).toContain('What you wanted to change:\n~ minimum order: ₩11,000 → ₩9,000\n');
    expect(ran.err).toMatch(/operator: ~ item 공깃밥 price: ₩1,000 → ₩1,200.*Your text is kept: /);
    expect(kept()).toHaveLength(1);
    expect(readFileSync(inHouse(kept()[0] ?? ''), 'utf8')).toContain('minimum: 9000');
    expect(await shop('minimum')).toMatchObject({ minimum: 11_000 });
  });
});

describe('a menu, thing by thing', () => {
  test('items come, change, move and go', async () => {
    expect(
      await shop('item add', '떡만둣국', '--price', '9,500원', '--category', '찌개', '--options', '맵기,spice', '--first'),
    ).toMatchObject({
      changes: [{ change: 'added', of: 'item', id: '떡만둣국', price: 9500, in: ['찌개'] }],
    });
    expect(await shop('item edit', '떡만둣국', '--name', '만둣국', '--about', '만두 네 개')).toMatchObject({
      changes: [{ field: 'name' }, { field: 'about' }],
    });
    expect(await shop('item move', '만둣국', '--after', '공깃밥')).toMatchObject({
      changes: [{ change: 'moved', was: '찌개', now: '곁들임' }],
    });
    expect(await shop('item remove', '만둣국')).toMatchObject({ changes: [{ change: 'removed' }] });
    expect(await refused(3, 'item remove', '만둣국')).toMatchObject({ code: 'NOT_FOUND', details: { what: 'item' } });
  });

  test('choices come, change, move and go', async () => {
    expect(await shop('choice add', 'toppings', '떡사리', '--price', '1000', '--before', '두부')).toMatchObject({
      changes: [{ of: 'choice', id: '떡사리', in: ['kimchi-jjigae', 'doenjang-jjigae', 'budae-jjigae'] }],
    });
    expect(await shop('choice add', 'size', '곱빼기', '--item', 'rice', '--new-group', '양', '--choose', '0-1')).toMatchObject({
      changes: [{ of: 'group', id: 'size', in: ['rice'] }],
    });
    expect(await shop('choice edit', '떡사리', '--price', '1500')).toMatchObject({ changes: [{ was: 1000, now: 1500 }] });
    expect(await shop('choice move', '떡사리', '--last')).toMatchObject({ changes: [{ change: 'reordered' }] });
    expect(await shop('choice group', 'toppings', '--choose', '0-5')).toMatchObject({
      changes: [{ field: 'choose', was: '0-4', now: '0-5' }],
    });
    expect(await shop('choice remove', '떡사리', '--item', 'budae-jjigae')).toMatchObject({ changes: [{ in: ['budae-jjigae'] }] });
  });

  test('things are sold out until a time that people write, and come back', async () => {
    const sold = await shop('item sold-out', 'rice', '--until', '내일 10시');
    expect(sold).toMatchObject({ item: 'rice', soldOutUntil: expect.stringMatching(/T01:00:00\.000Z$/) });
    expect(await shop('choice sold-out', '스팸')).toMatchObject({ item: 'spam', soldOutUntil: expect.stringMatching(/T15:00:00\.000Z$/) });
    expect(await shop('show')).toMatchObject({ soldOut: 4 });
    expect(await shop('item restore', 'rice')).toMatchObject({ item: 'rice', soldOutUntil: null });
    expect(await refused(3, 'item sold-out', 'spam')).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a new shop', () => {
  const mine = ['--as', 'owner:shop_new'] as const;
  test('is shut until it is opened, and then it sells', async () => {
    const made = [
      'shop',
      'create',
      'shop_new',
      '--name',
      '우리분식',
      '--at',
      '37.5563,126.9236',
      '--hours',
      '매일 24시간',
      '--fee',
      '무료',
      ...mine,
    ];
    expect(await house.json(made)).toEqual({ id: 'shop_new', name: '우리분식', intake: 'closed', version: 1, items: 0 });
    expect(await house.refused(made, 5)).toMatchObject({ code: 'ALREADY_EXISTS' });
    writeFileSync(inHouse('new.yaml'), 'menu:\n  - category: 김밥\n    items:\n      - { name: 김밥, price: 4000 }\n');
    await house.json(['shop', 'import', 'shop_new', inHouse('new.yaml'), '--apply', ...mine]);
    const ask = ['order', '--shop', 'shop_new', '--item', '김밥*3', '--address', '양화로 1'];
    expect(await house.refused(ask, 6)).toMatchObject({ code: 'CLOSED' });
    await house.json(['shop', 'open', 'shop_new', ...mine]);
    expect(await house.json(ask)).toMatchObject({ total: 12_000, status: 'placed' });
  });

  test('may come of a file, which must say where it is', async () => {
    writeFileSync(inHouse('third.yaml'), 'name: 셋째\n');
    const made = ['shop', 'create', 'shop_third', '--file', inHouse('third.yaml'), '--as', 'owner:shop_third'];
    expect(await house.refused(made, 2)).toMatchObject({ code: 'INVALID_DOCUMENT', details: { problems: [{ field: 'location' }] } });
    writeFileSync(inHouse('third.yaml'), 'name: 셋째\nlocation: 37.5, 127.0\nhours: { weekdays: 11-21 }\n');
    expect(await house.json(made)).toMatchObject({ name: '셋째' });
    expect(await house.json(['shop', 'show', 'shop_third', '--as', 'owner:shop_third'])).toMatchObject({
      hours: { 'mon-fri': '11:00-21:00', 'sat-sun': 'closed' },
    });
  });

  test('makes the database when there is none', async () => {
    const fresh = openHouse();
    await fresh.json(['shop', 'create', 'shop_a', '--name', 'A', '--at', '37.5,127', '--as', 'owner:shop_a']);
    expect(await fresh.json(['shops'])).toMatchObject([{ id: 'shop_a', open: false }]);
    fresh.close();
  });
});

type Refused = readonly [exit: number, says: string, line: string, ...more: string[]];
const refusals: readonly Refused[] = [
  [2, 'say who you are', 'show shop_hanki'],
  [4, 'the owner of the shop', 'edit shop_hanki --as owner:shop_chicken'],
  [4, 'the owner of the shop', 'minimum shop_hanki 1 --as rider:rdr_minsu'],
  [3, 'no such shop', 'hours shop_none --as operator'],
  [2, 'hours: must be hours such as', 'hours shop_hanki', 'mon late', ...owner],
  [2, 'hours: must be days such as', 'hours shop_hanki', 'someday 11-22', ...owner],
  [2, 'write 12/25', 'holidays shop_hanki someday --name X', ...owner],
  [2, 'say what day it is', 'holidays shop_hanki 12/25', ...owner],
  [3, 'no such holiday', 'holidays shop_hanki 12/31 --remove', ...owner],
  [2, 'write 4000', 'fees shop_hanki cheap', ...owner],
  [2, 'fees[0] is the last tier', 'fees shop_hanki', '0 from 30000', ...owner],
  [2, 'area', 'area shop_hanki far', ...owner],
  [2, 'lease must be whole minutes', 'lease shop_hanki 0', ...owner],
  [2, 'whole won such as 9000', 'minimum shop_hanki -- -5', ...owner],
  [2, 'say what it costs', 'item add shop_hanki 밥', ...owner],
  [2, '--id: letters and digits', 'item add shop_hanki 🍜 --price 1', ...owner],
  [2, 'id is in use already', 'item add shop_hanki X --id cola --price 1', ...owner],
  [2, 'say what to change', 'item edit shop_hanki rice', ...owner],
  [2, 'only one of --first and --last', 'item move shop_hanki rice --first --last', ...owner],
  [2, 'say where to', 'item move shop_hanki rice', ...owner],
  [3, 'no such option group: lava', 'item edit shop_hanki rice --options lava', ...owner],
  [3, 'no such option group: lava', 'choice add shop_hanki lava X', ...owner],
  [2, 'say which item', 'choice add shop_hanki size X --new-group Y', ...owner],
  [2, '--choose', 'choice group shop_hanki spice --choose many', ...owner],
  [2, '--if-version', 'lease shop_hanki 5 --if-version latest', ...owner],
  [2, '--until', 'item sold-out shop_hanki rice --until someday', ...owner],
  [2, 'give a name and a place', 'create shop_x', '--as', 'owner:shop_x'],
  [2, 'looks like shop_', 'create x', '--as', 'operator'],
];

test.each(refusals.map((one) => [one[0], one[1], one] as const))('exit %d: %s', async (exit, says, [, , line, ...more]) => {
  const words = [...line.split(' '), ...more];
  const dashes = words.indexOf('--');
  const args = dashes < 0 ? words : [...words.filter((word, at) => at !== dashes && word !== '-5'), '--', '-5'];
  const ran = await house.run(['shop', ...args]);
  expect({ exit: ran.exit, out: ran.out, err: ran.err }).toEqual({ exit, out: '', err: expect.stringContaining(says) });
  expect(ran.err).toMatch(/^baedal: [^\n]+\n$/);
});

test('what strangers wrote in a file cannot steer a terminal, from the file to the menu', async () => {
  writeFileSync(inHouse('hostile.yaml'), 'name: "evil\\e[2J\\u202eshop"\n');
  const shown = await house.run(['shop', 'import', 'shop_hanki', inHouse('hostile.yaml'), ...owner]);
  expect(shown.out).toContain('evil\ufffd[2J\ufffdshop');
  writeFileSync(inHouse('hostile.yaml'), '"\\e]0;x\\a": 1\n');
  const wrong = await house.run(['shop', 'import', 'shop_hanki', inHouse('hostile.yaml'), ...owner]);
  expect(wrong.err).toMatch(/^baedal: hostile\.yaml:1:1 [^\p{Cc}]+ is not known here\n$/u);
});

test('a person at a terminal is asked, and may say no', async () => {
  writeFileSync(inHouse('ask.yaml'), 'minimum: 12500\n');
  const typed = async (said: string): Promise<string> => {
    const bin = join(import.meta.dirname, '../../bin/baedal.js');
    const line = `"${process.execPath}" "${bin}" shop import shop_hanki "${inHouse('ask.yaml')}" --as operator`;
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      cwd: house.folder,
      env: { ...process.env, BAEDAL_DB: house.db, LC_ALL: 'C.UTF-8' },
    });
    let out = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      out += chunk;
      if (out.includes('[y/N]')) child.stdin.end(`${said}\n`);
    }
    return out;
  };
  expect(await typed('n')).toContain('Left as it was');
  expect(await shop('minimum')).toMatchObject({ minimum: 11_000 });
  expect(await typed('y')).toMatch(/₩11,000 → ₩12,500[\s\S]*Changed \(version \d+\)/);
  expect(await shop('minimum')).toMatchObject({ minimum: 12_500 });
});
