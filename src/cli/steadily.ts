import { setTimeout as sleep } from 'node:timers/promises';

const [firstMs, longestMs] = [100, 5000];

/** For what goes on for days: a database that is busy for long is waited for, again and again. */
export const steadily = async <T>(work: () => Promise<T>, waitMs = firstMs): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DatabaseBusy') throw error;
  }
  await sleep(waitMs);
  return steadily(work, Math.min(longestMs, waitMs * 2));
};
