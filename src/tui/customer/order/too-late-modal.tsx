import type { ReactNode } from 'react';
import type { Instant } from '../../../core/kinds.ts';
import { exactly } from '../../../words/page.ts';
import { BlankLine, Line } from '../../kit/line.tsx';
import { Modal } from '../../kit/modal.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { usePage } from '../use-page.ts';
import { cancelWords } from './cancel-words.ts';

type Props = { readonly startedAt: Instant; readonly requestedAt: Instant; readonly onClose: () => void };
const widest = 50;
const labelWidth = 16;

/** Why it can no longer be canceled: both times, side by side. */
export const TooLateModal = ({ startedAt, requestedAt, onClose }: Props): ReactNode => {
  const { lang, size } = useUi();
  const page = usePage();
  const words = cancelWords(lang);
  const columns = Math.min(widest, size.columns - 4);
  const lines = linesOf(words.tooLateWhat, columns).length;
  const time = (label: string, at: Instant) => (
    <Line
      cells={[
        { text: label, role: 'dim', width: labelWidth },
        { text: exactly(page, at), role: 'title', grow: true },
      ]}
      width={columns}
    />
  );
  const keys = [{ keys: ['enter', 'esc', 'q'], label: words.understood, run: onClose }] as const;
  return (
    <Modal title={words.tooLateTitle} keys={keys} columns={columns} rows={lines + 5} tone="warn">
      {(inner) => (
        <>
          {time(words.cookBegan, startedAt)}
          {time(words.youAsked, requestedAt)}
          <BlankLine />
          <Paragraph text={words.tooLateWhat} width={inner.columns} rows={lines} />
          <BlankLine />
          <Line
            cells={[
              { text: 'Enter', role: 'key' },
              { text: ` ${words.understood}`, grow: true },
            ]}
            width={inner.columns}
          />
        </>
      )}
    </Modal>
  );
};
