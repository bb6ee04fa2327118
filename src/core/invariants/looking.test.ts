import { expect, test } from 'vitest';
import { isSame } from './looking.ts';

test('the same data in another order of fields is the same: SQLite gives rows back sorted', () => {
  const line = { item: 'stew', quantity: 2, choices: [{ id: 'mild', price: 0 }] };
  expect(isSame([line], [{ choices: [{ price: 0, id: 'mild' }], quantity: 2, item: 'stew' }])).toBe(true);
  expect(isSame([line], [{ ...line, quantity: 3 }])).toBe(false);
  expect(isSame([line, { item: 'rice' }], [{ item: 'rice' }, line])).toBe(false);
  expect(isSame(undefined, [line])).toBe(false);
});
