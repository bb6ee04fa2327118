import type { ReactNode } from 'react';
import type { UsualOf } from '../../../core/use-cases/reorder.ts';
import { fieldText } from '../../../words/problem.ts';
import { FormModal } from '../../kit/form-modal.tsx';
import { useSay } from '../../kit/message-line.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { againWords } from './again-words.ts';

type Props = { readonly of: UsualOf; readonly shopName: string; readonly onClose: () => void };
const longest = 30;

/** Keeps an order under a name. A name that is taken is refused here, so that nobody overwrites what they had. */
export const SaveUsualModal = ({ of, shopName, onClose }: Props): ReactNode => {
  const { seat } = useShell();
  const page = usePage();
  const words = againWords(useUi().lang);
  const say = useSay();
  const save = async (name: string) => {
    const profile = await seat.app.profile();
    if (profile.ok && profile.value.usuals.some((one) => one.name === name)) return { field: 'name', text: words.usualTaken } as const;
    const saved = await seat.app.saveUsual(name, of);
    if (!saved.ok) return { field: 'name', text: saved.error.code === 'BUSY' ? words.cannot : fieldText(saved.error, page) } as const;
    say(words.usualSaved(name), 'good');
    onClose();
    return undefined;
  };
  return (
    <FormModal
      place={`usual ${JSON.stringify(of)}`}
      title={words.usualTitle}
      about={words.usualAbout(shopName)}
      fields={[{ id: 'name', label: words.usualName, placeholder: words.usualPlaceholder, max: longest }]}
      words={words}
      onSave={(textIn) => save(textIn('name').trim())}
      onLeave={onClose}
    />
  );
};
