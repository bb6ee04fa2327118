import { type ReactNode, useRef, useState } from 'react';
import { textWidth } from '../../core/text-width.ts';
import { FieldRow } from './field-row.tsx';
import { keptSlot } from './kept.ts';
import type { KeyTable } from './keys.ts';
import { BlankLine, Line } from './line.tsx';
import type { Mask } from './masks.ts';
import { Modal } from './modal.tsx';
import { linesOf, Paragraph } from './paragraph.tsx';
import { type Edit, editOf } from './text-edit.ts';
import { useUi } from './ui-context.ts';
import { useKept, useKeptPlaces } from './use-kept.ts';

export type FormField<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly first?: string;
  readonly placeholder?: string;
  readonly max?: number;
  readonly mask?: Mask;
};
/** What is wrong, and with which field. */
export type Complaint<Id extends string> = { readonly field: Id; readonly text: string };

type Props<Id extends string> = {
  /** Under this name what was typed is kept, until it is saved. */
  readonly place: string;
  readonly title: string;
  /** A word about it, above the fields. */
  readonly about?: string;
  readonly fields: readonly [FormField<Id>, ...FormField<Id>[]];
  readonly words: { readonly save: string; readonly next: string; readonly leave: string };
  /** Saves, and closes the form; or says what is wrong. */
  readonly onSave: (textIn: (field: Id) => string) => Promise<Complaint<Id> | undefined>;
  readonly onLeave: () => void;
};

type Edits = Readonly<Partial<Record<string, Edit>>>;
const drafts = keptSlot<Edits>();
const wanted = 62;

const shown = <Id extends string>({ label, placeholder, max, mask }: FormField<Id>) => ({
  label,
  ...(placeholder !== undefined && { placeholder }),
  ...(max !== undefined && { max }),
  ...(mask && { mask }),
});

/** What was typed, where one is, what is wrong, and the keys of it all. */
const useForm = <Id extends string>({ place, fields, words, onSave, onLeave }: Props<Id>) => {
  const kept = useKeptPlaces();
  const [edits, setEdits] = useKept<Edits>(drafts, place, () => ({}));
  const [at, setAt] = useState(0);
  const [complaint, setComplaint] = useState<Complaint<Id>>();
  const saving = useRef(false);
  const editIn = ({ id, first = '' }: FormField<Id>): Edit => edits[id] ?? editOf(first);
  const textIn = (id: Id): string => fields.flatMap((field) => (field.id === id ? editIn(field).text : [])).join('');
  const last = fields.length - 1;
  const save = async () => {
    // A second Enter in the same breath saves nothing a second time.
    if (saving.current) return;
    saving.current = true;
    try {
      const wrong = await onSave(textIn);
      if (!wrong) return kept.forget(place);
      setComplaint(wrong);
      setAt(
        Math.max(
          0,
          fields.findIndex(({ id }) => id === wrong.field),
        ),
      );
    } finally {
      saving.current = false;
    }
  };
  const edit = (id: Id, next: Edit) => {
    setEdits({ ...edits, [id]: next });
    if (complaint?.field === id) setComplaint(undefined);
  };
  const done = at === last ? words.save : words.next;
  const keys: KeyTable = [
    { keys: ['enter'], label: done, run: () => (at === last ? save() : setAt(at + 1)) },
    { keys: ['tab', 'down'], label: words.next, hidden: last === 0, run: () => setAt(at === last ? 0 : at + 1) },
    { keys: ['shift-tab', 'up'], label: words.next, hidden: true, run: () => setAt(at === 0 ? last : at - 1) },
    { keys: ['ctrl-s'], label: words.save, hidden: at === last, run: save },
    { keys: ['esc'], label: words.leave, run: onLeave },
  ];
  return { at, editIn, edit, complaint, done, keys };
};

/** A few fields over the screen. Enter goes on to the next and saves at the last one, Esc leaves and keeps what was typed. */
export const FormModal = <Id extends string>(props: Props<Id>): ReactNode => {
  const { title, about = '', fields, words } = props;
  const { at, editIn, edit, complaint, done, keys } = useForm(props);
  const columns = Math.min(wanted, useUi().size.columns - 4);
  const aboutRows = about === '' ? 0 : linesOf(about, columns).length;
  const labelWidth = fields.reduce((widest, { label }) => Math.max(widest, textWidth(label)), 0);
  return (
    <Modal title={title} keys={keys} columns={columns} rows={(aboutRows > 0 ? aboutRows + 1 : 0) + fields.length * 2 + 1}>
      {(inner) => (
        <>
          {aboutRows > 0 && <Paragraph text={about} look="dim" width={inner.columns} rows={aboutRows} />}
          {aboutRows > 0 && <BlankLine />}
          {fields.map((field, number) => (
            <FieldRow
              {...shown(field)}
              key={field.id}
              labelWidth={labelWidth}
              edit={editIn(field)}
              onEdit={(next) => edit(field.id, next)}
              width={inner.columns}
              focused={number === at}
              complaint={complaint?.field === field.id ? complaint.text : undefined}
            />
          ))}
          <Line
            cells={[
              { text: 'Enter', role: 'key' },
              { text: ` ${done}   ` },
              { text: 'Esc', role: 'key' },
              { text: ` ${words.leave}`, grow: true },
            ]}
            width={inner.columns}
          />
        </>
      )}
    </Modal>
  );
};
