import { Fragment, type ReactNode } from 'react';
import { never } from '../../core/result.ts';
import type { CustomerSeat } from '../seat.ts';
import { CartScreen } from './cart/cart-screen.tsx';
import { CheckoutScreen } from './checkout/checkout-screen.tsx';
import { ItemScreen } from './item/item-screen.tsx';
import { MenuScreen } from './menu/menu-screen.tsx';
import { OrderScreen } from './order/order-screen.tsx';
import { WhyScreen } from './order/why-screen.tsx';
import { OrdersScreen } from './orders/orders-screen.tsx';
import { PayingScreen } from './paying/paying-screen.tsx';
import { nameOfPlace, type Place } from './place.ts';
import { ProfileScreen } from './profile/profile-screen.tsx';
import { ShellRoot, useShell } from './shell.tsx';
import { ShopsScreen } from './shops/shops-screen.tsx';

const screenOf = (place: Place): ReactNode => {
  const { at } = place;
  switch (at) {
    case 'shops':
      return <ShopsScreen />;
    case 'menu':
      return <MenuScreen place={place} />;
    case 'item':
      return <ItemScreen place={place} />;
    case 'cart':
      return <CartScreen place={place} />;
    case 'checkout':
      return <CheckoutScreen place={place} />;
    case 'paying':
      return <PayingScreen place={place} />;
    case 'order':
      return <OrderScreen place={place} />;
    case 'why':
      return <WhyScreen place={place} />;
    case 'orders':
      return <OrdersScreen />;
    case 'profile':
      return <ProfileScreen />;
    default:
      return never(at);
  }
};

const Here = (): ReactNode => {
  const { place } = useShell();
  // Another place of the same kind is another screen, with a state of its own.
  return <Fragment key={nameOfPlace(place)}>{screenOf(place)}</Fragment>;
};

/** The customer's whole terminal. */
export const Customer = ({ seat, first = { at: 'shops' } }: { readonly seat: CustomerSeat; readonly first?: Place }): ReactNode => (
  <ShellRoot seat={seat} first={first}>
    <Here />
  </ShellRoot>
);
