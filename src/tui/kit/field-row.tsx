import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { KeyTable } from './keys.ts';
import { Line } from './line.tsx';
import type { Mask } from './masks.ts';
import type { Edit } from './text-edit.ts';
import { TextField } from './text-field.tsx';
import { useUi } from './ui-context.ts';

type Props = {
  readonly label: string;
  readonly labelWidth: number;
  readonly edit: Edit;
  readonly onEdit: (next: Edit) => void;
  readonly width: number;
  readonly focused: boolean;
  readonly placeholder?: string;
  readonly max?: number;
  readonly mask?: Mask;
  readonly keys?: KeyTable;
  /** What is wrong with it and what would be right; stands below. */
  readonly complaint?: string | undefined;
};

/** A field of a form in two rows: label and text, and below it room for what is wrong, so that nothing jumps. */
export const FieldRow = ({ label, labelWidth, width, complaint, focused, ...field }: Props): ReactNode => {
  const { glyphs } = useUi();
  const head = labelWidth + 2;
  return (
    <Box flexDirection="column" width={width} height={2} flexShrink={0}>
      <Box width={width} height={1} flexShrink={0}>
        <Line
          cells={[
            { text: focused ? glyphs.focus : ' ', role: 'accent' },
            { text: label, role: focused ? 'selected' : 'dim', width: labelWidth },
            { text: ' ' },
          ]}
          width={head}
        />
        <TextField {...field} width={Math.max(1, width - head)} focused={focused} />
      </Box>
      <Line
        cells={
          complaint === undefined
            ? []
            : [
                { text: '', width: head },
                { text: `${glyphs.warning} ${complaint}`, role: 'warn', grow: true },
              ]
        }
        width={width}
      />
    </Box>
  );
};
