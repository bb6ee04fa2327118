import { setTimeout as sleep } from 'node:timers/promises';
import { isOfTheStore } from '../core/store-errors.ts';
import type { PrintedDue } from '../core/use-cases/print-due.ts';
import type { Alarm } from './alarm.ts';

export type Print = () => Promise<PrintedDue>;

const troubleMs = 250;

/** A lane of its own: a printer that is slow or off delays paper, and nothing else. */
export const runPrinting = async (print: Print, alarm: Alarm, trouble: (error: Error) => void): Promise<void> => {
  while (!alarm.stopped) {
    const rung = alarm.next();
    try {
      const { dueAt } = await print();
      await alarm.wait(rung, dueAt);
    } catch (error) {
      const told = error instanceof Error ? error : new Error(String(error));
      if (isOfTheStore(told) && told.name !== 'DatabaseBusy') throw error;
      // Whatever is wrong with paper is told, and ends no daemon: orders matter more.
      trouble(told);
      await sleep(troubleMs);
    }
  }
};
