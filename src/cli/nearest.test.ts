import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const names = ['acceptLeaseMs', 'acceptGraceMs', 'db', 'lang'];

test.each([
  ['acceptLeseMs', 'acceptLeaseMs'],
  ['accept-lease-ms', 'acceptLeaseMs'],
  ['ACCEPT_GRACE_MS', 'acceptGraceMs'],
  ['dB', 'db'],
  ['langg', 'lang'],
])('%s was probably meant as %s', (text, meant) => {
  expect(nearest(text, names)).toBe(meant);
});

test('what is near to nothing is left alone, however long', () => {
  expect(nearest('quantum', names)).toBeUndefined();
  expect(nearest('x'.repeat(1_000_000), names)).toBeUndefined();
  expect(nearest('a', [])).toBeUndefined();
});
