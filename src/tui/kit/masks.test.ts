import { expect, test } from 'vitest';
import { masked, unmasked } from './masks.ts';

test('a phone number gets its dashes as it is typed', () => {
  const typed = ['0', '010', '0101', '0101234', '01012345', '01012345678', '010123456789'].map((digits) => masked('phone', digits));
  expect(typed).toEqual(['0', '010', '010-1', '010-123-4', '010-123-45', '010-1234-5678', '010-1234-5678']);
  expect(masked('phone', '0212345678')).toBe('02-1234-5678');
  expect(masked('phone', '010 1234 5678 (home)')).toBe('010-1234-5678');
});

test('won get their commas, and lose leading zeros', () => {
  expect(['', '0', '007', '1234', '1234567'].map((text) => masked('won', text))).toEqual(['', '0', '7', '1,234', '1,234,567']);
});

test('a number keeps nothing but digits, a text everything', () => {
  expect(masked('number', '1a2-3')).toBe('123');
  expect(masked('text', 'a-1 ')).toBe('a-1 ');
});

test('what is stored is without the mask', () => {
  expect(unmasked('phone', '010-1234-5678')).toBe('01012345678');
  expect(unmasked('won', '12,000')).toBe('12000');
  expect(unmasked('text', ' 문 앞 ')).toBe('문 앞');
});
