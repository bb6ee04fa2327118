import { Box, Text } from 'ink';
import { type ReactNode, useState } from 'react';
import { textWidth } from '../../core/text-width.ts';
import type { KeyTable } from './keys.ts';
import { Modal } from './modal.tsx';
import { useBrush } from './painter.ts';
import { panelInner } from './panel.tsx';
import { linesOf, Paragraph } from './paragraph.tsx';
import { type Blocks, type DrawnQr, drawQr, type Modules } from './qr.ts';
import { smallest } from './too-small.tsx';
import { useKitWords, useUi } from './ui-context.ts';

type Props = {
  readonly title: string;
  /** What the code says, for those who cannot scan it. */
  readonly text: string;
  /** Who is to scan it, and why. */
  readonly about: string;
  readonly modules: Modules;
  readonly onClose: () => void;
};

const widest = 52;
/** The frame's three rows and the border of the modal. */
const around = { columns: 4, rows: 5 };
const other: Readonly<Record<Blocks, Blocks>> = { light: 'dark', dark: 'light' };

const Code = ({ rows, width }: { readonly rows: readonly string[]; readonly width: number }): ReactNode => {
  const brush = useBrush();
  return (
    <Box width={width} justifyContent="center" flexShrink={0}>
      <Text wrap="truncate">{brush('text', rows.join('\n'))}</Text>
    </Box>
  );
};

/** A code to hold before a camera, with its text below. Read aloud it is the text alone. */
export const QrModal = ({ title, text, about, modules, onClose }: Props): ReactNode => {
  const { size, glyphs, theme, screenReader } = useUi();
  const words = useKitWords();
  const [blocks, setBlocks] = useState<Blocks>(theme.name === 'light' ? 'dark' : 'light');
  const room = panelInner(size.columns, size.rows - 3);
  const below = (width: number) => linesOf(text, Math.min(widest, width)).length + linesOf(about, Math.min(widest, width)).length;
  const code: DrawnQr = screenReader
    ? { fits: true, rows: [] }
    : drawQr(modules, { columns: room.columns, rows: room.rows - below(room.columns) }, { set: glyphs.set, blocks });
  const needed = code.fits ? 0 : Math.max(smallest.columns, code.needs.columns + around.columns);
  const said = code.fits ? about : words.qrNeeds(needed, code.needs.rows + around.rows + below(needed - around.columns));
  const drawn = code.fits ? code.rows : [];
  const columns = Math.min(room.columns, Math.max(widest, textWidth(drawn[0] ?? '')));
  const keys: KeyTable = [
    { keys: ['esc', 'enter', 'q', 'Q'], label: words.close, run: onClose },
    // Whether a terminal is dark can only be guessed, and not every camera reads a negative.
    { keys: ['i'], label: words.swapLight, hidden: drawn.length === 0, run: () => setBlocks(other[blocks]) },
  ];
  return (
    <Modal title={title} keys={keys} columns={columns} rows={drawn.length + linesOf(text, columns).length + linesOf(said, columns).length}>
      {(inner) => (
        <>
          {drawn.length > 0 && <Code rows={drawn} width={inner.columns} />}
          <Paragraph text={text} look="title" width={inner.columns} />
          {!screenReader && <Paragraph text={said} look="dim" width={inner.columns} />}
        </>
      )}
    </Modal>
  );
};
