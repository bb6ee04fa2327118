import { type ReactNode, useState } from 'react';
import { type CustomerReason, customerReasons } from '../../../core/reasons.ts';
import { customerReasonText } from '../../../words/reason-text.ts';
import { BlankLine, Line } from '../../kit/line.tsx';
import { List } from '../../kit/list.tsx';
import { Modal } from '../../kit/modal.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useList } from '../../kit/use-list.ts';
import { cancelWords } from './cancel-words.ts';

type Props = { readonly onCancel: (reason: CustomerReason) => Promise<void>; readonly onKeep: () => void };

const items = customerReasons.map((reason) => ({ id: reason, reason }));
const columns = 44;

/** Asks why, which is the confirmation as well: one Enter, on a reason. */
export const CancelModal = ({ onCancel, onKeep }: Props): ReactNode => {
  const { lang } = useUi();
  const words = cancelWords(lang);
  const [asking, setAsking] = useState(false);
  const list = useList({ items, height: items.length });
  const cancel = async () => {
    if (!list.selected || asking) return;
    setAsking(true);
    try {
      await onCancel(list.selected.reason);
    } finally {
      setAsking(false);
    }
  };
  const keys = [
    ...list.keys,
    { keys: ['enter'], label: words.cancelYes, run: cancel },
    { keys: ['esc', 'n', 'q'], label: words.keep, run: onKeep },
  ] as const;
  const said = linesOf(words.cancelWhy, columns).length;
  return (
    <Modal title={words.cancelTitle} keys={keys} columns={columns} rows={items.length + said + 3} tone="warn">
      {(inner) => (
        <>
          <Paragraph text={words.cancelWhy} width={inner.columns} rows={said + 1} />
          <List list={list} width={inner.columns} row={({ reason }) => [{ text: customerReasonText(reason, lang), grow: true }]} />
          <BlankLine />
          <Line
            cells={[
              { text: 'Enter', role: 'key' },
              { text: ` ${words.cancelYes}   ` },
              { text: 'Esc', role: 'key' },
              { text: ` ${words.keep}`, grow: true },
            ]}
            width={inner.columns}
          />
        </>
      )}
    </Modal>
  );
};
