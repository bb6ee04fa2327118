import type { ReactNode } from 'react';
import type { KeyTable } from '../../kit/keys.ts';
import { Modal } from '../../kit/modal.tsx';
import type { Edit } from '../../kit/text-edit.ts';
import { TextField } from '../../kit/text-field.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { sheetWords } from './sheet-words.ts';

type Props = {
  readonly title: string;
  readonly placeholder: string;
  readonly edit: Edit;
  readonly onEdit: (next: Edit) => void;
  readonly onClose: () => void;
};

const widest = 62;
const noteAtMost = 100;

/** One line for somebody. What was written stands, however the sheet is left. */
export const NoteSheet = ({ title, placeholder, edit, onEdit, onClose }: Props): ReactNode => {
  const { lang, size } = useUi();
  const keys: KeyTable = [{ keys: ['enter', 'esc', 'tab'], label: sheetWords(lang).done, run: onClose }];
  return (
    <Modal title={title} keys={keys} columns={Math.min(widest, size.columns - 4)} rows={1}>
      {(inner) => <TextField {...{ edit, onEdit, placeholder, keys }} max={noteAtMost} width={inner.columns} />}
    </Modal>
  );
};
