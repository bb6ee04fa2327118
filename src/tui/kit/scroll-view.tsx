import { Box, type DOMElement, measureElement, Text } from 'ink';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useBrush } from './painter.ts';
import { scrollSigns } from './scroll-signs.ts';
import { useUi } from './ui-context.ts';
import type { Scroll } from './use-scroll.ts';

type Props = { readonly scroll: Scroll; readonly width: number; readonly children: ReactNode };

/** A window onto rows of any kind; give what is in it one column less than `width`, for the sign of where one is. */
export const ScrollView = ({ scroll, width, children }: Props): ReactNode => {
  const { glyphs, screenReader } = useUi();
  const brush = useBrush();
  const content = useRef<DOMElement>(null);
  const { top, height, total, measured } = scroll;
  useLayoutEffect(() => {
    const rows = content.current ? measureElement(content.current).height : 0;
    if (rows !== total) measured(rows);
  });
  // Read aloud, there is no window: everything is said.
  if (screenReader) return <Box flexDirection="column">{children}</Box>;
  const signs = scrollSigns(top, height, total, glyphs);
  return (
    <Box width={width} height={height} flexShrink={0}>
      <Box width={width - 1} height={height} flexShrink={0} flexDirection="column" overflow="hidden" contentOffsetY={top}>
        <Box ref={content} flexDirection="column" flexShrink={0} width={width - 1}>
          {children}
        </Box>
      </Box>
      <Text>{brush('dim', signs.join('\n'))}</Text>
    </Box>
  );
};
