import { expect, test } from 'vitest';
import { steadily } from './steadily.ts';

const failure = (name: string) => Object.assign(new Error(name), { name });

test('a database that is busy for a while is asked again until it answers', async () => {
  const answers = [failure('DatabaseBusy'), failure('DatabaseBusy'), 'done'];
  const work = async () => {
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return next;
  };
  expect(await steadily(work, 1)).toBe('done');
  expect(answers).toEqual([]);
});

test('every other trouble is told at once', async () => {
  await expect(
    steadily(async () => {
      throw failure('OutcomeUnknown');
    }, 1),
  ).rejects.toThrow('OutcomeUnknown');
});
