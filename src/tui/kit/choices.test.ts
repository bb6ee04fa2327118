import { expect, test } from 'vitest';
import { isEnough, toggled } from './choices.ts';
import { type ChoiceGroup, choiceRows } from './use-choices.ts';

test('of a group with one choice, the other one takes its place, and none cannot be', () => {
  const one = { min: 1, max: 1 };
  expect(toggled(['mild'], 'hot', one)).toEqual({ ok: true, value: ['hot'] });
  expect(toggled(['hot'], 'hot', one)).toEqual({ ok: true, value: ['hot'] });
});

test('an optional one can be taken back', () => {
  expect(toggled(['egg'], 'egg', { min: 0, max: 1 })).toEqual({ ok: true, value: [] });
});

test('one too many is refused, with how many there may be', () => {
  const two = { min: 0, max: 2 };
  expect(toggled(['a'], 'b', two)).toEqual({ ok: true, value: ['a', 'b'] });
  expect(toggled(['a', 'b'], 'c', two)).toEqual({ ok: false, error: { code: 'too-many', max: 2 } });
  expect(toggled(['a', 'b'], 'a', two)).toEqual({ ok: true, value: ['b'] });
});

test('it is enough from the least to the most', () => {
  const bounds = { min: 1, max: 2 };
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((chosen) => isEnough(chosen, bounds))).toEqual([false, true, true, false]);
});

test('headings and what is sold out cannot be chosen', () => {
  const group: ChoiceGroup = {
    id: 'size',
    title: '크기',
    min: 1,
    max: 1,
    choices: [
      { id: 'small', name: '보통' },
      { id: 'large', name: '곱빼기', disabled: '품절' },
    ],
  };
  expect(choiceRows([group], { size: ['small'] }).map(({ id, selectable }) => [id, selectable])).toEqual([
    ['size', false],
    ['size/small', true],
    ['size/large', false],
  ]);
});
