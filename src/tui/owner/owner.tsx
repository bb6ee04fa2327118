import { Fragment, type ReactNode } from 'react';
import { never } from '../../core/result.ts';
import type { OwnerSeat } from '../seat.ts';
import { BoardScreen } from './board/board-screen.tsx';
import { DayScreen } from './day/day-screen.tsx';
import { MenuScreen } from './menu/menu-screen.tsx';
import { nameOfPlace, type Place } from './place.ts';
import { ShellRoot, useShell } from './shell.tsx';
import { ShopScreen } from './shop/shop-screen.tsx';
import { TicketScreen } from './ticket/ticket-screen.tsx';

const screenOf = (place: Place): ReactNode => {
  const { at } = place;
  switch (at) {
    case 'board':
      return <BoardScreen />;
    case 'day':
      return <DayScreen />;
    case 'menu':
      return <MenuScreen />;
    case 'shop':
      return <ShopScreen />;
    case 'ticket':
      return <TicketScreen place={place} />;
    default:
      return never(at);
  }
};

const Here = (): ReactNode => {
  const { place, id } = useShell();
  // Another shop, or another place of the same kind, is another screen with a state of its own.
  return <Fragment key={nameOfPlace(id, place)}>{screenOf(place)}</Fragment>;
};

/** The shop's whole terminal. */
export const Owner = ({ seat }: { readonly seat: OwnerSeat }): ReactNode => (
  <ShellRoot seat={seat}>
    <Here />
  </ShellRoot>
);
