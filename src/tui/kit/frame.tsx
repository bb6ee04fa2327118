import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import { HelpOverlay } from './help-overlay.tsx';
import { KeyBar } from './key-bar.tsx';
import type { KeyTable } from './keys.ts';
import { Line } from './line.tsx';
import { MessageLine } from './message-line.tsx';
import type { Notice } from './notices.ts';
import type { Role } from './theme.ts';
import { isTooSmall, smallest, TooSmall } from './too-small.tsx';
import { DimContext, HiddenContext, type Size, useKitWords, useUi } from './ui-context.ts';
import { useKeyboard, useKeys } from './use-keys.tsx';

/** Header, message line and key bar take a row each. */
export const bodySize = ({ columns, rows }: Size): Size => ({
  // Below the smallest size nothing of it is seen, and screens need not know how to be that small.
  columns: Math.max(smallest.columns, columns),
  rows: Math.max(smallest.rows, rows) - 3,
});
export const useBody = (): Size => bodySize(useUi().size);

type Props = {
  readonly title: string;
  /** The right end of the header: where, how much, how fresh. */
  readonly right?: string;
  readonly rightLook?: Role;
  readonly keys: KeyTable;
  /** What the message line says while nothing else is to be said. */
  readonly standing?: Notice | undefined;
  /** The one line that is kept where the terminal is too small for the screen. */
  readonly status?: string;
  /** A modal, drawn over the dimmed body. */
  readonly over?: ReactNode;
  /** What stands above everything else, the help too. */
  readonly urgent?: ReactNode;
  readonly children: ReactNode;
};

/** The frame that every screen stands in; exactly as high as the terminal. */
export const Frame = ({ title, right = '', rightLook = 'dim', keys, standing, status, over, urgent, children }: Props): ReactNode => {
  const ui = useUi();
  const words = useKitWords();
  const keyboard = useKeyboard();
  const [help, setHelp] = useState<KeyTable>();
  const { columns, rows } = bodySize(ui.size);
  const all: KeyTable = [...keys, { keys: ['?'], label: words.help, run: () => setHelp(keyboard.shown()) }];
  useKeys(all);
  const isHidden = isTooSmall(ui.size);
  const above = urgent ?? (help ? <HelpOverlay table={help} onClose={() => setHelp(undefined)} /> : over);
  return (
    <HiddenContext value={isHidden}>
      {isHidden && <TooSmall status={status ?? title} />}
      <Box flexDirection="column" display={isHidden ? 'none' : 'flex'} width={columns} height={rows + 3} flexShrink={0}>
        <Line
          cells={[
            { text: ` ${title}`, role: 'title', grow: true },
            { text: ` ${right} `, role: rightLook },
          ]}
          width={columns}
        />
        <Box width={columns} height={rows} flexShrink={0} flexDirection="column" overflow="hidden">
          <DimContext value={above !== undefined && above !== null && above !== false}>{children}</DimContext>
          {above}
        </Box>
        <MessageLine standing={standing} width={columns} />
        <KeyBar first={all} width={columns} />
      </Box>
    </HiddenContext>
  );
};
