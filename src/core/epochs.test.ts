import { describe, expect, test } from 'vitest';
import { beginEpoch, markAt, readEpochs } from './epochs.ts';

describe('messages after a restore', () => {
  const once = beginEpoch([], { after: 100, mark: 'a' });

  test('about events of before have the ids that they had', () => {
    expect([markAt([], 5), markAt(once, 5), markAt(once, 100)]).toEqual([undefined, undefined, undefined]);
  });

  test('about events behind it have ids of their own', () => {
    expect([markAt(once, 101), markAt(once, 9999)]).toEqual(['a', 'a']);
  });

  test('and after a second restore, further back or not, again', () => {
    const forth = beginEpoch(once, { after: 150, mark: 'b' });
    expect([100, 101, 150, 151].map((at) => markAt(forth, at))).toEqual([undefined, 'a', 'a', 'b']);
    const back = beginEpoch(once, { after: 50, mark: 'c' });
    expect([50, 51, 101].map((at) => markAt(back, at))).toEqual([undefined, 'c', 'c']);
  });

  test('what cannot be read marks nothing', () => {
    for (const body of [undefined, 'x', [{}], [{ after: '1', mark: 'a' }], [{ after: 1, mark: 'A:b' }]])
      expect(readEpochs(body)).toEqual([]);
  });
});
