import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Countdown } from '../../kit/countdown.tsx';
import { useBody } from '../../kit/frame.tsx';
import { BlankLine, Line, TextLine } from '../../kit/line.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import { type Step, StepBar } from '../../kit/step-bar.tsx';
import type { Told } from './paying-model.ts';

type Props = { readonly told: Told; readonly steps: readonly Step[]; readonly title: string; readonly note: string };

const widest = 76;
const countdownWidth = 14;

/** What is known of the money, calmly in the middle: one line in large, what follows from it, and how long something takes. */
export const PayingPanel = ({ told, steps, title, note }: Props): ReactNode => {
  const body = useBody();
  const width = Math.min(widest, body.columns);
  const room = panelInner(width, body.rows).columns;
  const { head, role, text, waiting } = told;
  const rows = text.reduce((sum, one) => sum + linesOf(one, room).length, 0) + text.length;
  const height = Math.min(body.rows, rows + 6 + (waiting ? 2 : 0));
  return (
    <Box
      width={body.columns}
      height={body.rows}
      flexDirection="column"
      paddingLeft={Math.floor((body.columns - width) / 2)}
      paddingTop={Math.max(0, Math.floor((body.rows - height) / 3))}
    >
      <Panel title={title} note={note} width={width} height={height}>
        <StepBar steps={steps} width={room} />
        <BlankLine />
        <TextLine text={head} look={role === 'text' ? 'title' : role} width={room} />
        {text.map((one) => (
          <Box key={one} flexDirection="column" flexShrink={0}>
            <BlankLine />
            <Paragraph text={one} width={room} />
          </Box>
        ))}
        {waiting && (
          <>
            <BlankLine />
            <Box>
              <Line cells={[{ text: waiting.label, role: 'dim', grow: true }]} width={room - countdownWidth} />
              <Countdown until={waiting.until} width={countdownWidth} align="right" />
            </Box>
          </>
        )}
      </Panel>
    </Box>
  );
};
