import type { ReactNode } from 'react';
import { ScreenFrame } from '../screen-frame.tsx';

export const ProfileScreen = (): ReactNode => (
  <ScreenFrame title="profile" keys={[]}>
    {null}
  </ScreenFrame>
);
