import { describe, expect, test } from 'vitest';
import { parseItemSpec } from './item-spec.ts';

describe('what is written behind --item', () => {
  test.each([
    ['rice', { item: 'rice', quantity: 1, choices: [] }],
    ['rice*3', { item: 'rice', quantity: 3, choices: [] }],
    ['kimchi-jjigae*2:mild,tofu', { item: 'kimchi-jjigae', quantity: 2, choices: ['mild', 'tofu'] }],
    ['후라이드치킨:순살, 갈릭마요', { item: '후라이드치킨', quantity: 1, choices: ['순살', '갈릭마요'] }],
    ['  콜라 500ml * 2 ', { item: '콜라 500ml', quantity: 2, choices: [] }],
    ['콜라:1.25L', { item: '콜라', quantity: 1, choices: ['1.25L'] }],
    ['a*b*2', { item: 'a*b', quantity: 2, choices: [] }],
    ['떡볶이'.normalize('NFD'), { item: '떡볶이', quantity: 1, choices: [] }],
  ])('%s', (text, spec) => {
    expect(parseItemSpec(text)).toEqual({ ok: true, value: spec });
  });

  test.each([
    ['', 'the item is missing'],
    ['*2', 'the item is missing'],
    [':mild', 'the item is missing'],
    ['rice*', "not ''"],
    ['rice*0', "from 1 to 99, not '0'"],
    ['rice*100', "not '100'"],
    ['rice*1.5', "not '1.5'"],
    ['rice*two:mild', "not 'two'"],
    ['rice:', 'a choice behind : is empty'],
    ['rice:mild,,tofu', 'a choice behind : is empty'],
  ])('%s is refused', (text, why) => {
    const spec = parseItemSpec(text);
    expect(spec).toEqual({ ok: false, error: { ko: expect.stringContaining(`'${text}'`), en: expect.stringContaining(why) } });
  });
});
