import { expect, test } from 'vitest';
import { invariants } from './invariants.ts';
import { beyond, evidenceOf, neverJudged, type Run, sayUnjudged } from './runs.ts';

const runs = Object.keys(evidenceOf) as Run[];

test('every promise is judged by some run', () => {
  for (const { name } of invariants) expect([name, runs.some((run) => !beyond(run).includes(name))]).toEqual([name, true]);
});

test('what a run cannot judge is known by name', () => {
  expect(beyond('simulate')).toEqual(['chain-holds']);
  expect(beyond('simulate --store sqlite')).toEqual([]);
  expect(beyond('crash-points')).toEqual(['settled-by-its-holder']);
  expect(beyond('soak')).toEqual(['settled-by-its-holder']);
  expect(beyond('doctor')).toEqual([
    'told-means-recorded',
    'own-effect-is-seen',
    'never-goes-back',
    'loser-is-told-why',
    'strangers-see-nothing',
    'nothing-throws',
    'same-key-same-answer',
    'one-key-one-order',
    'settled-by-its-holder',
  ]);
});

test('a promise judged in one part of a run is judged', () => {
  const [chain, told] = [
    { name: 'chain-holds', lacks: ['chain'] },
    { name: 'told-means-recorded', lacks: ['answers'] },
  ] as const;
  expect(neverJudged([[chain, told], [chain]])).toEqual([chain]);
  expect(neverJudged([[chain], []])).toEqual([]);
  expect(sayUnjudged([chain, told])).toBe('not judged: chain-holds (no chain), told-means-recorded (no answers)');
  expect(sayUnjudged([])).toBe('all judged');
});
