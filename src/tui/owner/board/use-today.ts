import { useMemo } from 'react';
import { localDay } from '../../../core/time.ts';
import type { Tally } from '../../../core/views/sales.ts';
import { usualZone } from '../../../words/page.ts';
import { answerOf } from '../../kit/live.ts';
import { useLive } from '../../kit/use-live.ts';
import type { OwnerSeat } from '../../seat.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';

const calmMs = 3_000;

/** The day's orders are folded for it, which at a rush is too much for every change: many changes lead to one. */
const calmed =
  (subscribe: OwnerSeat['subscribe']): OwnerSeat['subscribe'] =>
  (onChange) => {
    let timer: NodeJS.Timeout | undefined;
    const stop = subscribe(() => {
      if (timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        onChange();
      }, calmMs);
      timer.unref();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  };

/** What today brought so far; undefined until it is known, for who may not see it, and where nobody asks. */
export const useToday = (isAsked: boolean): Tally | undefined => {
  const { id, app, shop, seat } = useShell();
  const page = usePage();
  const day = localDay(page.now, shop?.zone ?? usualZone);
  const subscribe = useMemo(() => calmed(seat.subscribe), [seat.subscribe]);
  const query = async () => {
    if (!isAsked) return undefined;
    const sales = await app.salesOf({ shop: id, from: day, to: day, by: 'day' });
    return sales.ok ? sales.value.total : undefined;
  };
  return answerOf(useLive({ key: `${id} ${day} ${isAsked}`, subscribe, query }));
};
