import { type ReactNode, useState } from 'react';
import { textWidth } from '../../core/text-width.ts';
import { allKeys } from './key-names.ts';
import type { Binding, KeyTable } from './keys.ts';
import { Line } from './line.tsx';
import { Modal } from './modal.tsx';
import type { Cell } from './rows.ts';
import { useKitWords, useUi } from './ui-context.ts';

type Row = { readonly id: string; readonly cells: readonly Cell[] };

/** Every key of the screen, and the command that does the same. */
export const HelpOverlay = ({ table, onClose }: { readonly table: KeyTable; readonly onClose: () => void }): ReactNode => {
  const words = useKitWords();
  const { glyphs, size } = useUi();
  const [top, setTop] = useState(0);
  const named = table.map((binding) => ({ binding, keys: allKeys(binding, glyphs) }));
  const widest = Math.min(
    16,
    named.reduce((width, { keys }) => Math.max(width, textWidth(keys)), 0),
  );
  const cellsOf = (binding: Binding, keys: string): readonly Cell[] => [
    { text: keys, role: binding.disabled === undefined ? 'key' : 'dim', width: widest },
    { text: `  ${binding.label}`, grow: true },
    ...(binding.disabled === undefined ? [] : [{ text: ` ${binding.disabled}`, role: 'warn' as const }]),
  ];
  const rows: readonly Row[] = named.flatMap(({ binding, keys }) => [
    { id: keys, cells: cellsOf(binding, keys) },
    ...(binding.cli === undefined
      ? []
      : [
          {
            id: `${keys} cli`,
            cells: [
              { text: '', width: widest },
              { text: `  ${words.sameInShell}: ${binding.cli}`, role: 'dim', grow: true },
            ],
          } as const,
        ]),
  ]);
  const shown = Math.max(1, Math.min(rows.length, size.rows - 5));
  const last = Math.max(0, rows.length - shown);
  const keys: KeyTable = [
    { keys: ['esc', '?', 'q', 'enter'], label: words.close, run: onClose },
    { keys: ['down', 'j'], label: words.move, hidden: last === 0, show: ['up', 'down'], run: () => setTop(Math.min(last, top + 1)) },
    { keys: ['up', 'k'], label: words.move, hidden: true, run: () => setTop(Math.max(0, top - 1)) },
  ];
  return (
    <Modal title={words.keysTitle} keys={keys} columns={Math.min(64, size.columns - 4)} rows={shown}>
      {(inner) => rows.slice(top, top + inner.rows).map(({ id, cells }) => <Line key={id} cells={cells} width={inner.columns} />)}
    </Modal>
  );
};
