import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useBody } from '../../kit/frame.tsx';
import { Line } from '../../kit/line.tsx';
import { stepperCells } from '../../kit/stepper.ts';
import type { Edit } from '../../kit/text-edit.ts';
import { TextField } from '../../kit/text-field.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { itemWords } from './item-words.ts';

const noteAtMost = 100;
const labelWidth = 11;
/** Of one line of a cart. */
export const bounds = { min: 1, max: 99 };

type Props = {
  readonly note: Edit;
  readonly onNote: (next: Edit) => void;
  readonly writing: boolean;
  readonly onWritten: () => void;
  readonly quantity: number;
  readonly total: string;
};

/** Below the choices: what the kitchen should know, how many, what that comes to. */
export const ItemFoot = ({ note, onNote, writing, onWritten, quantity, total }: Props): ReactNode => {
  const words = itemWords(useUi().lang);
  const { columns } = useBody();
  return (
    <>
      <Box>
        <Line cells={[{ text: `  ${words.note}`, role: writing ? 'selected' : 'dim', grow: true }]} width={labelWidth} />
        <TextField
          edit={note}
          onEdit={onNote}
          width={columns - labelWidth - 1}
          focused={writing}
          placeholder={words.notePlaceholder}
          max={noteAtMost}
          keys={[{ keys: ['enter', 'esc', 'tab'], label: words.noteDone, run: onWritten }]}
        />
      </Box>
      <Line
        cells={[
          { text: `  ${words.quantity}`, role: 'dim', width: labelWidth },
          ...stepperCells(quantity, bounds),
          { text: '', grow: true },
          { text: `${words.total} `, role: 'dim' },
          { text: `${total} `, role: 'accent' },
        ]}
        width={columns}
      />
    </>
  );
};
