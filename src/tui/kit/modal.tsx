import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { KeyTable } from './keys.ts';
import { Panel, panelInner } from './panel.tsx';
import type { Role } from './theme.ts';
import { DimContext, useUi } from './ui-context.ts';
import { KeyDepth, useKeys } from './use-keys.tsx';

type Props = {
  readonly title: string;
  readonly keys: KeyTable;
  /** What is wanted within the border; it never grows over the terminal. */
  readonly columns: number;
  readonly rows: number;
  readonly tone?: Role;
  readonly children: (inner: { readonly columns: number; readonly rows: number }) => ReactNode;
};

const Trap = ({ keys, children }: { readonly keys: KeyTable; readonly children: ReactNode }): ReactNode => {
  useKeys(keys, { trap: true });
  return children;
};

/** A box over the middle of the body. Give it to the frame as `over`, which dims what is beneath; no key goes past it. */
export const Modal = ({ title, keys, columns, rows, tone = 'accent', children }: Props): ReactNode => {
  const { size } = useUi();
  const room = { columns: size.columns, rows: size.rows - 3 };
  const width = Math.min(room.columns, columns + 4);
  const height = Math.min(room.rows, rows + 2);
  const inner = panelInner(width, height);
  const blank = Array.from({ length: height }, () => ' '.repeat(width)).join('\n');
  return (
    <DimContext value={false}>
      <KeyDepth>
        <Trap keys={keys}>
          <Box
            position="absolute"
            left={Math.floor((room.columns - width) / 2)}
            top={Math.floor((room.rows - height) / 2)}
            width={width}
            height={height}
          >
            <Box position="absolute">
              <Text wrap="truncate" aria-hidden>
                {blank}
              </Text>
            </Box>
            <Panel title={title} width={width} height={height} tone={tone} focused>
              {children(inner)}
            </Panel>
          </Box>
        </Trap>
      </KeyDepth>
    </DimContext>
  );
};
