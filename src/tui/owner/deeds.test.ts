import { describe, expect, test } from 'vitest';
import { type DeedTable, onBumpBar, readBumpBar } from './deeds.ts';

const table: DeedTable = [
  { keys: ['space', 'enter'], label: 'next', deed: 'bump', run: () => undefined },
  { keys: ['1', '2'], label: 'column', show: ['1', '-', '2'], run: () => undefined },
  { keys: ['R'], label: 'recall', deed: 'recall', run: () => undefined },
];
const keysOf = (text: string) => {
  const bar = readBumpBar(text);
  return 'what' in bar ? bar : onBumpBar(table, bar).map(({ keys }) => keys);
};

describe('a bump bar', () => {
  test('is mapped key by key; its keys come first, and do nothing else any more', () => {
    expect(keysOf('1=bump, 9=recall')).toEqual([['1', 'space', 'enter'], ['2'], ['9', 'R']]);
  });

  test('may send any key, even the one that stands between', () => {
    expect(keysOf('==bump ctrl-a=recall shift-tab=undo')).toEqual([
      ['=', 'space', 'enter'],
      ['1', '2'],
      ['ctrl-a', 'R'],
    ]);
  });

  test('that is not configured changes nothing', () => {
    expect(keysOf('')).toEqual(table.map(({ keys }) => keys));
  });

  test.each([
    ['F13=bump', 'key'],
    ['toString=bump', 'key'],
    ['1=explode', 'deed'],
    ['1', 'pair'],
    ['=bump', 'pair'],
  ])('of which %s is none is refused, and says what is wrong', (pair, what) => {
    expect(readBumpBar(`2=recall ${pair}`)).toEqual({ pair, what });
  });
});
