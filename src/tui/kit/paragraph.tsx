import { Text } from 'ink';
import type { ReactNode } from 'react';
import { safeText } from '../../core/safe-text.ts';
import { cutTo, padTo, wrap } from '../../core/text-width.ts';
import { useBrush } from './painter.ts';
import type { Role } from './theme.ts';
import { useUi } from './ui-context.ts';

const longest = { max: 2000, lines: 50 };

/** The lines that a text takes; the last one ends in `…` when there are more than `rows`. */
export const linesOf = (text: string, width: number, rows = Number.POSITIVE_INFINITY): readonly string[] => {
  const lines = wrap(safeText(text, longest), width);
  if (lines.length <= rows) return lines;
  return [...lines.slice(0, rows - 1), cutTo(lines.slice(rows - 1).join(' '), width)];
};

type Props = { readonly text: string; readonly width: number; readonly look?: Role; readonly rows?: number };

/** Text over several lines, broken at spaces. */
export const Paragraph = ({ text, width, look = 'text', rows }: Props): ReactNode => {
  const { screenReader } = useUi();
  const brush = useBrush();
  if (screenReader) return <Text>{safeText(text, longest)}</Text>;
  return (
    <Text wrap="truncate">
      {linesOf(text, width, rows)
        .map((line) => brush(look, padTo(line, width)))
        .join('\n')}
    </Text>
  );
};
