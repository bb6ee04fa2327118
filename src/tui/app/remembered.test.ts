import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('what was reckoned is not reckoned again, also when the answer is that there is none', () => {
  const asked: string[] = [];
  const length = remembered((text) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  }, 10);
  expect([length('김치'), length(''), length('김치'), length('')]).toEqual([2, undefined, 2, undefined]);
  expect(asked).toEqual(['김치', '']);
});

test('no more is kept than was allowed', () => {
  const asked: string[] = [];
  const same = remembered((text) => asked.push(text), 2);
  for (const text of ['a', 'b', 'c', 'c', 'a']) same(text);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
