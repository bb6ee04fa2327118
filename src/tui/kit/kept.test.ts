import { expect, test } from 'vitest';
import { createKept, keptSlot } from './kept.ts';

test('what was typed at a place is found there again, and nowhere else', () => {
  const kept = createKept();
  const note = keptSlot<string>();
  note.write(kept, 'cart', '문 앞에');
  expect(note.read(kept, 'cart')).toBe('문 앞에');
  expect(note.read(kept, 'item/1')).toBeUndefined();
  expect(keptSlot<string>().read(kept, 'cart')).toBeUndefined();
});

test('two people at two terminals of one process keep their own', () => {
  const [one, other] = [createKept(), createKept()];
  const note = keptSlot<string>();
  note.write(one, 'cart', 'mine');
  expect(note.read(other, 'cart')).toBeUndefined();
});

test('a place that starts anew has forgotten all of its things', () => {
  const kept = createKept();
  const [note, cursor] = [keptSlot<string>(), keptSlot<number>()];
  note.write(kept, 'cart', 'old');
  cursor.write(kept, 'cart', 3);
  note.write(kept, 'profile', 'stays');
  kept.forget('cart');
  expect([note.read(kept, 'cart'), cursor.read(kept, 'cart'), note.read(kept, 'profile')]).toEqual([undefined, undefined, 'stays']);
  note.write(kept, 'cart', 'new');
  expect(note.read(kept, 'cart')).toBe('new');
});
