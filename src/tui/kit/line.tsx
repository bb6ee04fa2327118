import { Text } from 'ink';
import type { ReactNode } from 'react';
import { useComposer } from './painter.ts';
import { type Cell, spokenRow } from './rows.ts';
import type { Role } from './theme.ts';
import { useUi } from './ui-context.ts';

/** One row of exactly `width` columns. */
export const Line = ({ cells, width }: { readonly cells: readonly Cell[]; readonly width: number }): ReactNode => {
  const { screenReader } = useUi();
  const compose = useComposer();
  return <Text wrap="truncate">{screenReader ? spokenRow(cells) : compose(cells, width)}</Text>;
};

type LinesProps = { readonly rows: readonly (readonly Cell[])[]; readonly width: number };

/** Rows below one another, as one text: what Ink does for each text, it does once for all of them. */
export const Lines = ({ rows, width }: LinesProps): ReactNode => {
  const { screenReader } = useUi();
  const compose = useComposer();
  const spoken = () => rows.map(spokenRow).filter((row) => row !== '');
  return <Text wrap="truncate">{(screenReader ? spoken() : rows.map((cells) => compose(cells, width))).join('\n')}</Text>;
};

type TextProps = { readonly text: string; readonly width: number; readonly look?: Role };

/** A row of one text. */
export const TextLine = ({ text, look = 'text', width }: TextProps): ReactNode => (
  <Line cells={[{ text, role: look, grow: true }]} width={width} />
);

export const BlankLine = (): ReactNode => <Text> </Text>;
