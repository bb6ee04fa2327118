import type { ReactNode } from 'react';
import { BlankLine, Line } from './line.tsx';
import { Modal } from './modal.tsx';
import { linesOf, Paragraph } from './paragraph.tsx';
import type { Role } from './theme.ts';
import { useKitWords, useUi } from './ui-context.ts';

type Props = {
  readonly title: string;
  readonly text: string;
  /** What Enter does, in a verb: 'cancel the order', not 'OK'. */
  readonly yes: string;
  readonly no?: string;
  readonly tone?: Role;
  readonly onYes: () => void | Promise<void>;
  readonly onNo: () => void;
};

const width = 52;

/** Asks before something is destroyed. Enter and `y` do it, Esc and `n` do not. */
export const Confirm = ({ title, text, yes, no, tone = 'warn', onYes, onNo }: Props): ReactNode => {
  const words = useKitWords();
  const { size } = useUi();
  const columns = Math.min(width, size.columns - 4);
  const lines = linesOf(text, columns);
  const keys = [
    { keys: ['enter', 'y'], label: yes, run: onYes },
    { keys: ['esc', 'n', 'q'], label: no ?? words.no, run: onNo },
  ] as const;
  return (
    <Modal title={title} keys={keys} columns={columns} rows={lines.length + 2} tone={tone}>
      {(inner) => (
        <>
          <Paragraph text={text} width={inner.columns} rows={Math.max(1, inner.rows - 2)} />
          <BlankLine />
          <Line
            cells={[
              { text: 'Enter', role: 'key' },
              { text: ` ${yes}   ` },
              { text: 'Esc', role: 'key' },
              { text: ` ${no ?? words.no}`, grow: true },
            ]}
            width={inner.columns}
          />
        </>
      )}
    </Modal>
  );
};
