import { Box, Text } from 'ink';
import { type ReactNode, useContext } from 'react';
import { safeLine } from '../../core/safe-text.ts';
import { cutTo, textWidth } from '../../core/text-width.ts';
import { useBrush } from './painter.ts';
import type { Role } from './theme.ts';
import { DimContext, useUi } from './ui-context.ts';

/** The columns within the border and its padding, and the rows within it. */
export const panelInner = (columns: number, rows: number) => ({ columns: Math.max(0, columns - 4), rows: Math.max(0, rows - 2) });

type Props = {
  readonly title?: string;
  /** Stands at the right end of the title's row. */
  readonly note?: string;
  readonly width: number;
  readonly height: number;
  /** Marked by a bar at the title; the border keeps its colour, as repainting it would repaint every row. */
  readonly focused?: boolean;
  readonly tone?: Role;
  readonly children?: ReactNode;
};

/** A box with its title in the border. */
export const Panel = ({ title: text = '', note = '', width, height, focused = false, tone = 'border', children }: Props): ReactNode => {
  const { glyphs, theme, screenReader } = useUi();
  const dimmed = useContext(DimContext);
  const brush = useBrush();
  const { border } = glyphs;
  const room = Math.max(0, width - 6);
  const noted = note === '' ? '' : cutTo(safeLine(note), Math.floor(room / 2));
  const named = cutTo(safeLine(text), room - (noted === '' ? 0 : textWidth(noted) + 3));
  if (screenReader) {
    return (
      <Box flexDirection="column">
        <Text>{[named, noted].filter((text) => text !== '').join(', ')}</Text>
        {children}
      </Box>
    );
  }
  const head = named === '' ? '' : `${focused ? glyphs.focus : ' '}${named} `;
  const tail = noted === '' ? '' : ` ${noted} `;
  const dashes = Math.max(0, width - 3 - textWidth(head) - textWidth(tail) - (tail === '' ? 0 : 1));
  const title =
    brush('title', head) + brush(tone, border.top.repeat(dashes)) + (tail === '' ? '' : brush('dim', tail) + brush(tone, border.top));
  const { color } = dimmed ? {} : theme.styles[tone];
  return (
    <Box flexDirection="column" flexShrink={0} width={width} height={height}>
      <Text wrap="truncate">{brush(tone, border.topLeft + border.top) + title + brush(tone, border.topRight)}</Text>
      <Box
        borderStyle={border}
        borderTop={false}
        {...(color && { borderColor: color })}
        borderDimColor={dimmed}
        width={width}
        height={Math.max(1, height - 1)}
        paddingX={1}
        flexDirection="column"
        overflow="hidden"
        flexShrink={0}
      >
        {children}
      </Box>
    </Box>
  );
};
