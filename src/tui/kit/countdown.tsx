import type { ReactNode } from 'react';
import type { Instant } from '../../core/kinds.ts';
import { Line } from './line.tsx';
import type { Role } from './theme.ts';
import { useTimeLeft } from './use-time.ts';

type Props = { readonly until: Instant; readonly width: number; readonly look?: Role; readonly align?: 'left' | 'right' };

/** Counts down in a place of its own: nothing around it is drawn again. */
export const Countdown = ({ until, width, look = 'accent', align = 'left' }: Props): ReactNode => (
  <Line cells={[{ text: useTimeLeft(until), role: look, grow: true, align }]} width={width} />
);
