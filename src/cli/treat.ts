import type { App } from '../core/app.ts';
import type { Discrepancy } from '../core/payment/reconcile.ts';
import type { Treated } from './show/discrepancies.ts';

/** Puts right what can be put right without a person, one after the other; what fails stays for the next time. */
export const treat = async (app: App, discrepancies: readonly Discrepancy[]): Promise<readonly Treated[]> => {
  const treated: Treated[] = [];
  for (const discrepancy of discrepancies) {
    const done = await app.remedy(discrepancy);
    treated.push(done.ok ? { discrepancy, outcome: done.value } : { discrepancy, outcome: 'failed', cause: done.error.code });
  }
  return treated;
};

/** What is still wrong: the daemon's work is only late. */
export const isStillWrong = ({ discrepancy, outcome }: Treated): boolean => outcome !== 'done' && discrepancy.remedy !== 'daemon';
