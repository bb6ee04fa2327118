import type { ReactNode } from 'react';
import { bar } from './bars.ts';
import { Line } from './line.tsx';
import type { Role } from './theme.ts';
import { useUi } from './ui-context.ts';

type Props = { readonly done: number; readonly of: number; readonly label: string; readonly width: number; readonly look?: Role };

/** A bar with its meaning in words beside it. */
export const Progress = ({ done, of, label, width, look = 'accent' }: Props): ReactNode => {
  const { glyphs } = useUi();
  const columns = Math.max(4, Math.floor(width / 2));
  return (
    <Line
      cells={[
        { text: bar(done, of, columns, glyphs), role: look },
        { text: `  ${label}`, grow: true },
      ]}
      width={width}
    />
  );
};
