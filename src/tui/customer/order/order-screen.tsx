import type { ReactNode } from 'react';
import type { Place } from '../place.ts';
import { ScreenFrame } from '../screen-frame.tsx';

type Props = { readonly place: Extract<Place, { readonly at: 'order' }> };

export const OrderScreen = ({ place }: Props): ReactNode => (
  <ScreenFrame title={place.at} keys={[]}>
    {null}
  </ScreenFrame>
);
