import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, order, text } from './house.ts';
import { isHere, openShell, type ShellName } from './shell.ts';

const house = openHouse();
let id = '';
beforeAll(async () => {
  await house.json(['seed']);
  id = await order(house);
  await house.json(['daemon', '--once']);
  writeFileSync(join(house.folder, 'bookkeeping.db'), '');
});
afterAll(house.close);

/** The values that are offered for a line up to the cursor. */
const offered = async (line: string): Promise<readonly string[]> => {
  const { out } = await house.run(['completion', 'next', '--line', line]);
  return out
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => one.split('\t')[0] ?? '');
};

describe('what is offered', () => {
  test('names of commands, of the commands under them, and options that are not there yet', async () => {
    expect(await offered('baedal st')).toEqual(['status', 'start']);
    expect(await offered('baedal kitchen re')).toEqual(['reject', 'recall']);
    expect(await offered('baedal orders --active --')).toEqual(['--limit', '--json', '--as', '--db', '--lang', '--help']);
    expect(await offered('FOO=1 baedal --lang ')).toEqual(['ko', 'en']);
    expect(await offered('baedal nonsense ')).toEqual([]);
    expect(await offered('baedal man kitchen acc')).toEqual(['accept']);
  });

  test('the values of an option, in every way it can be written', async () => {
    expect(await offered('baedal cancel ord_x --reason W')).toEqual(['WRONG_ADDRESS']);
    expect(await offered('baedal shops --lang=k')).toEqual(['--lang=ko']);
    expect(await offered('baedal events --type OrderPlaced,OrderR')).toEqual(['OrderPlaced,OrderRejected']);
    expect(await offered('baedal status x --until coo')).toEqual(['cooking', 'cooked']);
  });

  test('shops, items of the shop that was named, and choices that can still be made', async () => {
    expect(await offered('baedal menu shop_h')).toEqual(['shop_hanki']);
    expect(await offered('baedal order --shop shop_chicken --item fried')).toEqual(['fried']);
    expect(await offered('baedal order --shop shop_hanki --item "kimchi-jjigae*2:mi')).toEqual(['kimchi-jjigae*2:mild']);
    expect(await offered('baedal order --shop shop_hanki --item kimchi-jjigae:mild,')).not.toContain('kimchi-jjigae:mild,hot');
  });

  test('for an owner: choices, groups, and what something is put behind; for an operator: settings', async () => {
    expect(await offered('baedal shop choice remove shop_hanki du')).toEqual(['dumpling']);
    expect(await offered('baedal shop item add shop_hanki 만두 --options spice,to')).toEqual(['spice,toppings']);
    expect(await offered('baedal shop item move shop_hanki rice --after soft')).toEqual(['soft-tofu']);
    expect(await offered('baedal shop choice move shop_hanki hot --before mi')).toEqual(['mild']);
    expect(await offered('baedal config set acceptLease')).toEqual(['acceptLeaseMs']);
    expect(await offered('baedal order --key ')).toEqual([]);
  });

  test('orders of whoever asks: the customer’s own, the tickets of a kitchen, none of a stranger', async () => {
    expect(await offered('baedal status ')).toEqual([id]);
    expect(await offered('baedal kitchen accept --as owner:shop_hanki ')).toEqual([id]);
    expect(await offered('baedal kitchen accept ord --as owner:shop_hanki ')).toEqual([]);
    expect(await offered('baedal status --as customer:cus_stranger ')).toEqual([]);
    expect(await offered('baedal why --as operator ')).toEqual([id]);
    expect(await offered('baedal --as owner:shop_h')).toEqual(['owner:shop_hanki']);
  });

  test('usuals by their names, where one is meant and not where a new one is given', async () => {
    await house.json(['usual', 'save', '점심', '--order', id]);
    expect(await offered('baedal usual order ')).toEqual(['점심']);
    expect(await offered('baedal usual rename 점')).toEqual(['점심']);
    expect(await offered('baedal usual rename 점심 ')).toEqual([]);
    await house.json(['usual', 'remove', '점심']);
  });

  test('as JSON, with what each one is', async () => {
    expect(await house.json(['completion', 'next', '--line', 'baedal menu shop_hanki'])).toEqual({
      candidates: [{ value: 'shop_hanki', about: '한끼 김치찌개' }],
      files: false,
    });
    expect(await house.json(['completion', 'next', '--line', 'baedal --db '])).toEqual({ candidates: [], files: true });
  });

  test('nothing, and no complaint, where there is no database; and it makes none', async () => {
    const other = openHouse();
    expect(await other.run(['completion', 'next', '--line', 'baedal status '])).toEqual({ exit: 0, out: '', err: '' });
    expect(await other.run(['completion', 'next', '--line', 'baedal menu --as king '])).toEqual({ exit: 0, out: '', err: '' });
    expect(await other.refused(['shops'], 3)).toMatchObject({ code: 'NO_DATABASE' });
    other.close();
  });

  test('the scripts are answers like all others', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const json = await house.json(['completion', shell]);
      expect(text(json, 'script')).toContain('completion next --line');
      expect((await house.run(['completion', shell])).out).toBe(text(json, 'script'));
    }
  });
});

const shellNames: readonly ShellName[] = ['bash', 'zsh', 'fish'];
for (const name of shellNames) {
  if (!isHere(name)) console.log(`There is no ${name} (or no script) on this machine: its completion is not tried`);
  describe.skipIf(!isHere(name))(`a real ${name}`, () => {
    test('completes commands, options, orders, shops, actors, items and files', async () => {
      const shell = await openShell(name, house);
      const complete = async (keys: string) => expect({ keys, words: await shell.complete(keys) });
      (await complete('baedal stat\t')).toMatchObject({ words: '<baedal><status>' });
      (await complete('baedal kitchen fin\t')).toMatchObject({ words: '<baedal><kitchen><finish>' });
      (await complete('baedal orders --act\t')).toMatchObject({ words: '<baedal><orders><--active>' });
      (await complete('baedal cancel \t')).toMatchObject({ words: `<baedal><cancel><${id}>` });
      (await complete('baedal menu shop_t\t')).toMatchObject({ words: '<baedal><menu><shop_tteok>' });
      (await complete('baedal shops --as owner:shop_c\t')).toMatchObject({ words: '<baedal><shops><--as><owner:shop_chicken>' });
      (await complete('baedal shops --lang=k\t')).toMatchObject({ words: '<baedal><shops><--lang=ko>' });
      (await complete('baedal order --shop shop_hanki --item kimchi-j\t')).toMatchObject({
        words: '<baedal><order><--shop><shop_hanki><--item><kimchi-jjigae>',
      });
      (await complete('baedal order --shop shop_hanki --item kimchi-jjigae:mild,sp\t')).toMatchObject({
        words: '<baedal><order><--shop><shop_hanki><--item><kimchi-jjigae:mild,spam>',
      });
      (await complete('baedal order --shop shop_hanki --item "kimchi-jjigae*2:mi\t')).toMatchObject({
        words: '<baedal><order><--shop><shop_hanki><--item><kimchi-jjigae*2:mild>',
      });
      (await complete('baedal faults set payme\tdown')).toMatchObject({ words: '<baedal><faults><set><payment=down>' });
      (await complete('baedal shops --db bookk\t')).toMatchObject({ words: '<baedal><shops><--db><bookkeeping.db>' });
      shell.close();
    });
  });
}
