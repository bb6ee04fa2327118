import { Text } from 'ink';
import type { ReactNode } from 'react';
import { type Cell, composeRow } from './rows.ts';
import type { Role } from './theme.ts';
import { useBrush } from './ui-context.ts';

/** One row of exactly `width` columns. */
export const Line = ({ cells, width }: { readonly cells: readonly Cell[]; readonly width: number }): ReactNode => (
  <Text wrap="truncate">{composeRow(cells, width, useBrush())}</Text>
);

type TextProps = { readonly text: string; readonly width: number; readonly look?: Role };

/** A row of one text. */
export const TextLine = ({ text, look = 'text', width }: TextProps): ReactNode => (
  <Line cells={[{ text, role: look, grow: true }]} width={width} />
);

export const BlankLine = (): ReactNode => <Text> </Text>;
