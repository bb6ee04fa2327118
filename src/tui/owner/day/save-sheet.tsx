import type { ReactNode } from 'react';
import { FormModal } from '../../kit/form-modal.tsx';
import { useSay } from '../../kit/message-line.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useShell } from '../shell.tsx';
import { dayWords } from './day-words.ts';

type Props = { readonly day: string; readonly text: string; readonly onClose: () => void };

const longestPath = 400;

/** Into which file the day's close goes. */
export const SaveSheet = ({ day, text, onClose }: Props): ReactNode => {
  const { seat, id } = useShell();
  const words = dayWords(useUi().lang);
  const say = useSay();
  return (
    <FormModal
      place={`save ${id} ${day}`}
      title={words.saveTitle}
      about={words.saveAbout}
      fields={[{ id: 'file', label: words.saveFile, first: `~/baedal-${id}-${day}.txt`, max: longestPath }]}
      words={{ save: words.saveYes, next: words.saveYes, leave: words.leave }}
      onSave={async (textIn) => {
        const file = textIn('file').trim();
        if (file === '') return { field: 'file', text: words.saveEmpty };
        const saved = await seat.saveText(file, text);
        if (!saved.ok) return { field: 'file', text: words.problem[saved.error] };
        onClose();
        say(words.saved(saved.value), 'good');
        return undefined;
      }}
      onLeave={onClose}
    />
  );
};
