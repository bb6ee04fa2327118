import { expect, test } from 'vitest';
import { everyCommand } from './testing/every-command.ts';
import { given } from './testing/given.ts';

test('no command can make anything out of an order or a payment that is not there', async () => {
  const cells = await Promise.all(
    Object.entries(everyCommand).map(async ([name, work]) => [name, await given().when(work).cell()] as const),
  );
  const wrote = cells.filter(([, cell]) => cell !== 'no' && cell !== '·');
  // To approve what was never asked for is no answer to a person: it is a broken world.
  expect(wrote).toEqual([['approvePayment', 'throws']]);
});
