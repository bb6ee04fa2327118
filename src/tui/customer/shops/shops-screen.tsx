import type { ReactNode } from 'react';
import { ScreenFrame } from '../screen-frame.tsx';

export const ShopsScreen = (): ReactNode => (
  <ScreenFrame title="shops" keys={[]}>
    {null}
  </ScreenFrame>
);
