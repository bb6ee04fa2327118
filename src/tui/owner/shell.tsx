import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { App } from '../../core/app.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import type { ShopId } from '../../core/kinds.ts';
import { answerOf, type Live } from '../kit/live.ts';
import { useNotices } from '../kit/message-line.tsx';
import { useLive } from '../kit/use-live.ts';
import { type Navigation, useNavigation } from '../kit/use-navigation.ts';
import type { OwnerSeat, Presence } from '../seat.ts';
import { useRings } from './alarm/use-rings.ts';
import { createHands, type Hands } from './hands.ts';
import type { Place } from './place.ts';
import { type Boards, type ShopBoard, useBoards } from './use-boards.ts';
import { type Lost, useLink } from './use-link.ts';

/** What every screen of the shop has at hand. */
export type Shell = Navigation<Place> & {
  readonly seat: OwnerSeat;
  /** The shop that is looked at, and the use cases for its owner. */
  readonly id: ShopId;
  readonly shop: Shop | undefined;
  readonly app: App;
  readonly boards: Live<Boards>;
  readonly here: ShopBoard | undefined;
  readonly all: Boards;
  /** Undefined while what stands here is true and can be changed. */
  readonly lost: Lost;
  readonly daemon: Presence;
  readonly hands: Hands;
  readonly toNextShop: () => void;
};

const ShellContext = createContext<Shell | undefined>(undefined);
export const useShell = (): Shell => {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('a screen is drawn outside of <ShellRoot>');
  return shell;
};

// A daemon that dies writes nothing: only the clock tells.
const presenceMs = 5_000;
const ticking = (onChange: () => void) => {
  const timer = setInterval(onChange, presenceMs);
  timer.unref();
  return () => clearInterval(timer);
};
const working: Presence = { at: 'work' };

export const ShellRoot = ({ seat, children }: { readonly seat: OwnerSeat; readonly children: ReactNode }): ReactNode => {
  const navigation = useNavigation<Place>({ at: 'board' });
  const notices = useNotices();
  const [hands] = useState(createHands);
  const [at, setAt] = useState(0);
  const boards = useBoards(seat);
  const lost = useLink(seat, boards);
  const daemon = answerOf(useLive({ key: 'daemon', subscribe: ticking, query: () => seat.daemon() }));
  const all = answerOf(boards) ?? [];
  const id = seat.shops[at] ?? seat.shops[0];
  const app = useMemo(() => seat.appOf(id), [seat, id]);
  const here = all.find((one) => one.id === id);
  useRings(seat, all);
  const shell: Shell = {
    ...navigation,
    // What was wrong with one place means nothing in the next.
    go: (to) => {
      notices.clear();
      navigation.go(to);
    },
    ...{ seat, id, app, boards, here, all, lost, hands },
    shop: here?.shop,
    // Until it is known, nobody is alarmed.
    daemon: daemon ?? working,
    toNextShop: () => {
      notices.clear();
      navigation.home();
      setAt((at + 1) % seat.shops.length);
    },
  };
  return <ShellContext value={shell}>{children}</ShellContext>;
};
