import { Text } from 'ink';
import type { ReactNode } from 'react';
import { type Cell, composeRow, spokenRow } from './rows.ts';
import type { Role } from './theme.ts';
import { useBrush, useUi } from './ui-context.ts';

/** One row of exactly `width` columns. */
export const Line = ({ cells, width }: { readonly cells: readonly Cell[]; readonly width: number }): ReactNode => {
  const { screenReader } = useUi();
  const brush = useBrush();
  return <Text wrap="truncate">{screenReader ? spokenRow(cells) : composeRow(cells, width, brush)}</Text>;
};

type TextProps = { readonly text: string; readonly width: number; readonly look?: Role };

/** A row of one text. */
export const TextLine = ({ text, look = 'text', width }: TextProps): ReactNode => (
  <Line cells={[{ text, role: look, grow: true }]} width={width} />
);

export const BlankLine = (): ReactNode => <Text> </Text>;
