import type { ReactNode } from 'react';
import type { Place } from '../place.ts';
import { ScreenFrame } from '../screen-frame.tsx';

type Props = { readonly place: Extract<Place, { readonly at: 'checkout' }> };

export const CheckoutScreen = ({ place }: Props): ReactNode => (
  <ScreenFrame title={place.at} keys={[]}>
    {null}
  </ScreenFrame>
);
