import { expect, test } from 'vitest';
import { createAlarm } from './alarm.ts';
import { runPrinting } from './printing.ts';

test('a fault of the printing is told and ends no daemon; one of the file does', async () => {
  const told: string[] = [];
  const alarm = createAlarm(() => 0);
  let looks = 0;
  await runPrinting(
    async () => {
      looks++;
      if (looks === 1) throw new Error('no letters');
      alarm.stop();
      return { tried: 0, dueAt: undefined };
    },
    alarm,
    (error) => told.push(error.message),
  );
  expect([looks, told]).toEqual([2, ['no letters']]);

  const broken = Object.assign(new Error('disk I/O error'), { name: 'SqliteError' });
  const lane = runPrinting(
    () => Promise.reject(broken),
    createAlarm(() => 0),
    () => undefined,
  );
  await expect(lane).rejects.toBe(broken);
});
