import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { CartView } from '../../core/use-cases/carts.ts';
import type { OrderView } from '../../core/views/order-view.ts';
import type { PaymentView } from '../../core/views/payment-view.ts';
import { answerOf } from '../kit/live.ts';
import { useNotices } from '../kit/message-line.tsx';
import { byTimer } from '../kit/notices.ts';
import { useLive } from '../kit/use-live.ts';
import { type Navigation, useNavigation } from '../kit/use-navigation.ts';
import type { CustomerSeat, Presence } from '../seat.ts';
import { createNoteKeeper, type NoteKeeper } from './cart/note-keeper.ts';
import type { Place } from './place.ts';
import { shellWords } from './shell-words.ts';

/** What every screen has at hand: where one sits, where one is, and what goes on meanwhile. */
export type Shell = Navigation<Place> & {
  readonly seat: CustomerSeat;
  /** Carts with something in them, the last touched first. */
  readonly carts: readonly CartView[];
  /** Orders of which something is still to come, newest first. */
  readonly active: readonly OrderView[];
  /** Payments that are held, not known yet, or whose refund is not back. */
  readonly open: readonly PaymentView[];
  readonly daemon: Presence;
  /** Into the cart, while they are typed. */
  readonly keepNotes: NoteKeeper;
};

const ShellContext = createContext<Shell | undefined>(undefined);
export const useShell = (): Shell => {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('a screen is drawn outside of <ShellRoot>');
  return shell;
};

const atMost = 20;
// A daemon that dies writes nothing: only the clock tells.
const presenceMs = 5_000;

const ticking = (subscribe: CustomerSeat['subscribe']) => (onChange: () => void) => {
  const timer = setInterval(onChange, presenceMs);
  timer.unref();
  const stop = subscribe(onChange);
  return () => {
    clearInterval(timer);
    stop();
  };
};

const working: Presence = { at: 'work' };

/** One for the terminal: what was typed on one screen is not written over what was typed on the next. */
const useNoteKeeper = ({ app, lang, report }: CustomerSeat): NoteKeeper => {
  const { say } = useNotices();
  const [keeper] = useState(() =>
    createNoteKeeper({
      write: app.keepNotes,
      wait: byTimer,
      late: (error) => {
        if (error !== undefined) report(error);
        say(shellWords(lang()).noteLate, 'warn');
      },
      caughtUp: () => say(shellWords(lang()).noteKept, 'good'),
    }),
  );
  return keeper;
};

export const ShellRoot = ({
  seat,
  first,
  children,
}: {
  readonly seat: CustomerSeat;
  readonly first: Place;
  readonly children: ReactNode;
}): ReactNode => {
  const navigation = useNavigation<Place>(first);
  const notices = useNotices();
  const keepNotes = useNoteKeeper(seat);
  const { subscribe, app } = seat;
  const withClock = useMemo(() => ticking(subscribe), [subscribe]);
  const carts = answerOf(useLive({ key: 'carts', subscribe, query: () => app.carts() }));
  const active = answerOf(useLive({ key: 'active', subscribe, query: () => app.listOrders(true, atMost) }));
  const open = answerOf(useLive({ key: 'open', subscribe, query: () => app.openPayments(atMost) }));
  const daemon = answerOf(useLive({ key: 'daemon', subscribe: withClock, query: () => seat.daemon() }));
  const shell: Shell = {
    ...navigation,
    // What was wrong with one place means nothing in the next.
    go: (to) => {
      notices.clear();
      navigation.go(to);
    },
    seat,
    carts: carts?.ok ? carts.value : [],
    active: active?.ok ? active.value : [],
    open: open?.ok ? open.value : [],
    // Until it is known, nobody is alarmed.
    daemon: daemon ?? working,
    keepNotes,
  };
  return <ShellContext value={shell}>{children}</ShellContext>;
};
