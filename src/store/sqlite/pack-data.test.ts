import { describe, expect, test } from 'vitest';
import { packData, unpackData } from './pack-data.ts';

const placed = { type: 'OrderPlaced', order: 'ord_aaa', causation: 'cmd_1' };
const sent = { type: 'MessageSent', order: 'ord_aaa', causation: 'order/ord_aaa@1' };

describe('what stands in a column is not kept twice', () => {
  test.each([
    ['its own order', placed, { order: 'ord_aaa', total: 3 }, '{"total":3}'],
    ['another order', placed, { order: 'ord_bbb', total: 3 }, '{"order":"ord_bbb","total":3}'],
    ['no order', placed, { total: 3 }, '{"order":null,"total":3}'],
    ['an event of no order', { ...placed, order: null }, { total: 3 }, '{"total":3}'],
    ['a message about its cause', sent, { event: 'order/ord_aaa@1', lang: 'ko' }, '{"lang":"ko"}'],
    ['a message about another event', sent, { event: 'order/ord_aaa@2' }, '{"event":"order/ord_aaa@2"}'],
  ])('%s', (_case, envelope, data, kept) => {
    expect(packData(data, envelope)).toBe(kept);
    expect(unpackData(kept, envelope)).toEqual(data);
  });

  test('what was kept before this rule reads as it did', () => {
    expect(unpackData('{"order":"ord_aaa","total":3}', placed)).toEqual({ order: 'ord_aaa', total: 3 });
  });
});
