import type { ReactNode } from 'react';
import { List } from '../../kit/list.tsx';
import { Modal } from '../../kit/modal.tsx';
import type { Cell } from '../../kit/rows.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useList } from '../../kit/use-list.ts';
import { sheetWords } from './sheet-words.ts';

export type Option = { readonly id: string; readonly cells: readonly Cell[]; readonly run: () => void | Promise<void> };

type Props = { readonly title: string; readonly options: readonly Option[]; readonly first?: string; readonly onClose: () => void };

const widest = 60;
const most = 10;

/** One of several, over the screen: Enter takes it, Esc leaves all as it is. */
export const PickSheet = ({ title, options, first, onClose }: Props): ReactNode => {
  const { lang, size } = useUi();
  const words = sheetWords(lang);
  const height = Math.max(1, Math.min(options.length, most, size.rows - 5));
  const list = useList({ items: options, height, first });
  const keys = [
    ...list.keys,
    { keys: ['enter', 'space', 'right', 'l'], label: words.pick, run: () => list.selected?.run() },
    { keys: ['esc', 'left', 'h'], label: words.back, run: onClose },
  ] as const;
  return (
    <Modal title={title} keys={keys} columns={Math.min(widest, size.columns - 4)} rows={height}>
      {(inner) => <List list={list} width={inner.columns} row={({ cells }) => cells} />}
    </Modal>
  );
};
