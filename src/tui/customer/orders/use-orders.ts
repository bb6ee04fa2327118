import { useRef, useState } from 'react';
import type { Refusal } from '../../../core/refusal.ts';
import type { Result } from '../../../core/result.ts';
import type { OrderView } from '../../../core/views/order-view.ts';
import { answerOf, type Live } from '../../kit/live.ts';
import { useLive } from '../../kit/use-live.ts';
import { useShell } from '../shell.tsx';

const pageOf = 30;

export type Orders = {
  readonly live: Live<Result<readonly OrderView[], Refusal>>;
  readonly latest: readonly OrderView[] | undefined;
  readonly hasMore: boolean;
  readonly more: () => void;
};

/** The newest orders, a page at first; what is known stays on the screen while a longer list is asked for. */
export const useOrders = (): Orders => {
  const { seat } = useShell();
  const { app, subscribe } = seat;
  const [limit, setLimit] = useState(pageOf);
  // One more than is shown tells whether there are any.
  const live = useLive({ key: String(limit), subscribe, query: () => app.listOrders(false, limit + 1) });
  const answer = answerOf(live);
  const last = useRef<readonly OrderView[] | undefined>(undefined);
  const asked = answer?.ok ? answer.value : undefined;
  if (asked) last.current = asked;
  const known = asked ?? last.current;
  return {
    live,
    latest: known?.slice(0, limit),
    hasMore: asked !== undefined && asked.length > limit,
    more: () => setLimit(limit + pageOf),
  };
};
