import { type ReactNode, useState } from 'react';
import { useBody } from '../kit/frame.tsx';
import type { KeptSlot } from '../kit/kept.ts';
import { SearchField } from '../kit/search-field.tsx';
import { type Edit, editOf } from '../kit/text-edit.ts';
import { useUi } from '../kit/ui-context.ts';
import { useKept } from '../kit/use-kept.ts';
import { shellWords } from './shell-words.ts';

export type Search = {
  readonly text: string;
  /** The row above the list takes so many rows. */
  readonly rows: 0 | 1;
  readonly isWriting: boolean;
  readonly begin: () => void;
  /** For the frame: Esc takes the words back before it leaves the screen. */
  readonly leaving: { readonly onBack?: () => void };
  readonly row: (found: number) => ReactNode;
  /** What stands in the place of a list in which nothing was found. */
  readonly noneOf: (rows: readonly unknown[]) => string | undefined;
};

/** Looking for something in a list; the words are found again on return. */
export const useSearch = (slot: KeptSlot<Edit>, place: string): Search => {
  const { columns } = useBody();
  const { lang } = useUi();
  const [isWriting, setWriting] = useState(false);
  const [edit, setEdit] = useKept(slot, place, () => editOf(''));
  const isShown = isWriting || edit.text !== '';
  const stop = () => setWriting(false);
  return {
    text: edit.text,
    rows: isShown ? 1 : 0,
    isWriting,
    begin: () => setWriting(true),
    leaving: edit.text === '' ? {} : { onBack: () => setEdit(editOf('')) },
    noneOf: (rows) => (edit.text !== '' && rows.length === 0 ? shellWords(lang).noneFound(edit.text) : undefined),
    row: (found) =>
      isShown && (
        <SearchField edit={edit} onEdit={setEdit} width={columns} focused={isWriting} note={String(found)} onDone={stop} onLeave={stop} />
      ),
  };
};
