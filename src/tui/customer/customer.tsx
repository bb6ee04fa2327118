import { Text } from 'ink';
import { type ReactNode, useEffect, useState } from 'react';
import { safeLine } from '../../core/safe-text.ts';
import type { CustomerSeat } from '../seat.ts';

/** Where the customer is, and the screen of it. */
export const Customer = ({ seat }: { readonly seat: CustomerSeat }): ReactNode => {
  const [shops, setShops] = useState<readonly string[]>([]);
  useEffect(() => {
    let isOver = false;
    const look = () =>
      void seat.app.listShops().then((found) => {
        if (!isOver) setShops(found.map(({ name }) => safeLine(name)));
      });
    look();
    const stop = seat.subscribe(look);
    return () => {
      isOver = true;
      stop();
    };
  }, [seat]);
  return <Text>{shops.join('\n')}</Text>;
};
