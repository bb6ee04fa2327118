import { describe, expect, test } from 'vitest';
import { bumpBarProblem, readBumpBar } from '../../words/bump-bar.ts';
import { type DeedTable, onBumpBar } from './deeds.ts';

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

  test('has the arrows, Enter and Esc wherever a screen or a sheet has them', () => {
    const bar = readBumpBar('7=up 8=down 1=bump 0=back');
    if ('what' in bar) throw new Error(bar.pair);
    const sheet: DeedTable = [
      { keys: ['up', 'k'], label: 'move', show: ['up', 'down'], run: () => undefined },
      { keys: ['down', 'j'], label: 'move', run: () => undefined },
      { keys: ['enter', 'space'], label: 'take it', run: () => undefined },
      { keys: ['esc', 'q'], label: 'leave it', run: () => undefined },
      { keys: ['1', '2'], label: 'take this one', show: ['1', '-', '2'], run: () => undefined },
    ];
    expect(onBumpBar(sheet, bar).map(({ keys, show }) => [keys[0], show])).toEqual([
      ['7', undefined],
      ['8', undefined],
      ['1', undefined],
      ['0', undefined],
      ['2', undefined],
    ]);
  });

  test('that is not configured changes nothing', () => {
    expect(keysOf('')).toEqual(table.map(({ keys }) => keys));
  });

  test.each([
    ['F13=bump', 'key'],
    ['ctrl-c=bump', 'key'],
    ['2=bump', 'twice'],
    ['toString=bump', 'key'],
    ['1=explode', 'deed'],
    ['1', 'pair'],
    ['=bump', 'pair'],
  ])('of which %s is none is refused, and says what is wrong', (pair, what) => {
    const problem = readBumpBar(`2=recall ${pair}`);
    expect(problem).toEqual({ pair, what });
    for (const lang of ['ko', 'en'] as const) expect('what' in problem && bumpBarProblem(problem, lang)).toContain(`'${pair}': `);
  });
});
