import type { ReactNode } from 'react';
import { ScreenFrame } from '../screen-frame.tsx';

export const OrdersScreen = (): ReactNode => (
  <ScreenFrame title="orders" keys={[]}>
    {null}
  </ScreenFrame>
);
