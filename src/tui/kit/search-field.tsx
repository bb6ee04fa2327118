import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { KeyTable } from './keys.ts';
import { Line } from './line.tsx';
import type { Edit } from './text-edit.ts';
import { editOf } from './text-edit.ts';
import { TextField } from './text-field.tsx';
import { useKitWords } from './ui-context.ts';

type Props = {
  readonly edit: Edit;
  readonly onEdit: (next: Edit) => void;
  readonly width: number;
  readonly focused: boolean;
  /** What is said at the right end: how many were found. */
  readonly note?: string;
  /** Enter, or down: the results are walked through, the words stay. */
  readonly onDone: () => void;
  /** Esc: the words go, and with them the search. */
  readonly onLeave: () => void;
};

const most = 40;

/** `/ 김치▏  3`: looks for what is typed as it is typed. */
export const SearchField = ({ edit, onEdit, width, focused, note = '', onDone, onLeave }: Props): ReactNode => {
  const words = useKitWords();
  const noteWidth = note === '' ? 0 : Math.min(12, Math.floor(width / 3));
  const leave = () => {
    onEdit(editOf(''));
    onLeave();
  };
  const keys: KeyTable = [
    { keys: ['enter', 'down', 'tab'], label: words.results, run: onDone },
    { keys: ['esc'], label: words.stopSearch, run: leave },
  ];
  return (
    <Box width={width} height={1} flexShrink={0}>
      <Line cells={[{ text: '/ ', role: 'key' }]} width={2} />
      <TextField
        edit={edit}
        onEdit={onEdit}
        width={width - 2 - noteWidth}
        focused={focused}
        placeholder={words.searchHint}
        max={most}
        keys={keys}
      />
      {noteWidth > 0 && <Line cells={[{ text: note, role: 'dim', grow: true, align: 'right' }]} width={noteWidth} />}
    </Box>
  );
};
