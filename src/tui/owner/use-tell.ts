import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { refusalText } from '../../words/problem.ts';
import { useSay } from '../kit/message-line.tsx';
import { usePage } from './use-page.ts';

/** Does something to the shop and says how it went. True when it was done. */
export const useTell = () => {
  const say = useSay();
  const page = usePage();
  return async (doing: () => Promise<Result<unknown, Refusal>>, said: string): Promise<boolean> => {
    const done = await doing();
    if (done.ok) say(said, 'good');
    else say(refusalText(done.error, page), 'warn');
    return done.ok;
  };
};
