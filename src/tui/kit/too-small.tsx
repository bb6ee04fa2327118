import { Box } from 'ink';
import type { ReactNode } from 'react';
import { TextLine } from './line.tsx';
import { Paragraph } from './paragraph.tsx';
import { type Size, useKitWords, useUi } from './ui-context.ts';
import { useKeys } from './use-keys.tsx';

export const smallest: Size = { columns: 40, rows: 12 };
export const isTooSmall = ({ columns, rows }: Size): boolean => columns < smallest.columns || rows < smallest.rows;

/** Stands in for a screen where it has no room; what matters most is still told. */
export const TooSmall = ({ status }: { readonly status?: string | undefined }): ReactNode => {
  const { size } = useUi();
  const words = useKitWords();
  // Nobody orders what they cannot see.
  useKeys([], { at: 'cover', trap: true });
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      {status !== undefined && status !== '' && <TextLine text={status} look="title" width={size.columns} />}
      <Paragraph text={words.tooSmall(smallest.columns, smallest.rows)} width={size.columns} rows={Math.max(1, size.rows - 2)} />
      {size.rows > 3 && <TextLine text={words.smallNow(size.columns, size.rows)} look="dim" width={size.columns} />}
    </Box>
  );
};
