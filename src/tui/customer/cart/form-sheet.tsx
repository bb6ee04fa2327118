import { type ReactNode, useState } from 'react';
import { textWidth } from '../../../core/text-width.ts';
import { FieldRow } from '../../kit/field-row.tsx';
import { type KeptSlot, keptSlot } from '../../kit/kept.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { TextLine } from '../../kit/line.tsx';
import { Modal } from '../../kit/modal.tsx';
import { type Edit, editOf } from '../../kit/text-edit.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useKept, useKeptPlaces } from '../../kit/use-kept.ts';
import { sheetWords } from './sheet-words.ts';

type Field = { readonly label: string; readonly placeholder: string; readonly max: number };
type Props = {
  readonly title: string;
  /** Under which name what was typed is found again after Esc. */
  readonly place: string;
  readonly what: Field;
  readonly name: Field;
  /** Said when nothing stands in the first field. */
  readonly missing: string;
  /** What is wrong with it, or undefined when it was taken. */
  readonly onSave: (what: string, name: string) => Promise<string | undefined>;
  readonly onClose: () => void;
};

const widest = 62;
const whats: KeptSlot<Edit> = keptSlot<Edit>();
const names: KeptSlot<Edit> = keptSlot<Edit>();

/** A thing, and a name to keep it under: a new address, a new card. */
export const FormSheet = ({ title, place, what, name, missing, onSave, onClose }: Props): ReactNode => {
  const { lang, size } = useUi();
  const words = sheetWords(lang);
  const places = useKeptPlaces();
  const [whatEdit, setWhat] = useKept(whats, place, () => editOf(''));
  const [nameEdit, setName] = useKept(names, place, () => editOf(''));
  const [at, setAt] = useState<'what' | 'name'>('what');
  const [complaint, setComplaint] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (busy) return;
    if (whatEdit.text.trim() === '') {
      setAt('what');
      return setComplaint(missing);
    }
    setBusy(true);
    const problem = await onSave(whatEdit.text.trim(), nameEdit.text.trim());
    setBusy(false);
    if (problem === undefined) places.forget(place);
    else setComplaint(problem);
  };
  const keys: KeyTable = [
    { keys: ['enter'], label: words.save, run: save },
    { keys: ['tab', 'down', 'up', 'shift-tab'], label: words.next, show: ['tab'], run: () => setAt(at === 'what' ? 'name' : 'what') },
    { keys: ['esc'], label: words.back, run: onClose },
  ];
  const labelWidth = Math.max(textWidth(what.label), textWidth(name.label)) + 1;
  return (
    <Modal title={title} keys={keys} columns={Math.min(widest, size.columns - 4)} rows={5}>
      {(inner) => (
        <>
          <FieldRow
            {...{ ...what, labelWidth, complaint, keys }}
            edit={whatEdit}
            onEdit={(next) => {
              setComplaint(undefined);
              setWhat(next);
            }}
            width={inner.columns}
            focused={at === 'what'}
          />
          <FieldRow {...{ ...name, labelWidth, keys }} edit={nameEdit} onEdit={setName} width={inner.columns} focused={at === 'name'} />
          <TextLine text={` ${words.kept}`} look="dim" width={inner.columns} />
        </>
      )}
    </Modal>
  );
};
