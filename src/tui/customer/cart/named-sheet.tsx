import { type ReactNode, useState } from 'react';
import { FormModal } from '../../kit/form-modal.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { type Option, PickSheet } from './pick-sheet.tsx';
import { sheetWords } from './sheet-words.ts';

/** One of the things that can be chosen: `note` stands at its right end. */
export type Named = { readonly id: string; readonly text: string; readonly note: string; readonly run: () => void | Promise<void> };

type Field = { readonly label: string; readonly placeholder: string; readonly max: number; readonly first?: string };
type Props = {
  readonly title: string;
  readonly known: readonly Named[];
  readonly chosen: string | undefined;
  /** Another one: the thing, and a name under which it is kept, if it is to be kept. */
  readonly anew: { readonly label: string; readonly about: string; readonly what: Field; readonly name: Field };
  /** What is wrong with it, or undefined when it was taken. */
  readonly onSave: (what: string, name: string) => Promise<string | undefined>;
  readonly onClose: () => void;
};

/** One of those that are known, or another one; where none is known, at once another one. */
export const NamedSheet = ({ title, known, chosen, anew, onSave, onClose }: Props): ReactNode => {
  const words = sheetWords(useUi().lang);
  const [isNew, setNew] = useState(known.length === 0);
  if (isNew) {
    return (
      <FormModal<'what' | 'name'>
        place={anew.label}
        title={title}
        about={anew.about}
        fields={[
          { id: 'what', ...anew.what },
          { id: 'name', ...anew.name },
        ]}
        words={{ save: words.save, next: words.next, leave: words.back }}
        onSave={async (textIn) => {
          const text = await onSave(textIn('what').trim(), textIn('name').trim());
          return text === undefined ? undefined : { field: 'what', text };
        }}
        onLeave={known.length === 0 ? onClose : () => setNew(false)}
      />
    );
  }
  const optionOf = ({ id, text, note, run }: Named): Option => ({
    id,
    cells: [
      { text, grow: true },
      { text: ` ${[...(id === chosen ? [words.chosen] : []), note].join(' ')}`, role: 'dim' },
    ],
    run,
  });
  const another: Option = { id: 'new', cells: [{ text: `+ ${anew.label}`, grow: true }], run: () => setNew(true) };
  return (
    <PickSheet
      title={title}
      options={[...known.map(optionOf), another]}
      {...(chosen !== undefined && { first: chosen })}
      onClose={onClose}
    />
  );
};
