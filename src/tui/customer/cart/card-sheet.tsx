import { type ReactNode, useState } from 'react';
import type { Profile } from '../../../core/profile/profile.ts';
import { refusalText } from '../../../words/problem.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { cartWords } from './cart-words.ts';
import { methodsOf, methodText } from './delivery.ts';
import { FormSheet } from './form-sheet.tsx';
import { type Option, PickSheet } from './pick-sheet.tsx';
import { sheetWords } from './sheet-words.ts';

type Props = {
  readonly profile: Profile;
  readonly chosen: string;
  readonly onPick: (method: string) => void;
  readonly onClose: () => void;
};

const methodAtMost = 64;
const nameAtMost = 20;
// As the gateways take it: what looks like anything else never leaves this field.
const methodName = /^[A-Za-z0-9_-]{1,64}$/;
const cardNumber = /^[0-9-]{12,}$/;

/** What with: one of the kept cards, or another one by its name at the payment company. */
export const CardSheet = ({ profile, chosen, onPick, onClose }: Props): ReactNode => {
  const { seat } = useShell();
  const page = usePage();
  const { lang } = useUi();
  const words = sheetWords(lang);
  const [isNew, setNew] = useState(false);
  const save = async (method: string, label: string): Promise<string | undefined> => {
    if (!methodName.test(method) || cardNumber.test(method)) return words.cardMissing;
    if (label !== '') {
      const saved = await seat.app.saveMethod({ label, method });
      if (!saved.ok) return refusalText(saved.error, page);
    }
    onPick(method);
    return undefined;
  };
  if (isNew) {
    return (
      <FormSheet
        title={words.cardTitle}
        place="new card"
        what={{ label: words.cardField, placeholder: words.cardPlaceholder, max: methodAtMost }}
        name={{ label: words.cardName, placeholder: words.cardNamePlaceholder, max: nameAtMost }}
        missing={words.cardMissing}
        onSave={save}
        onClose={() => setNew(false)}
      />
    );
  }
  const options: readonly Option[] = [
    ...methodsOf(profile, chosen).map(
      ({ label, method }): Option => ({
        id: method,
        cells: [
          { text: methodText(profile, method, cartWords(lang).firstCard), grow: true },
          { text: ` ${method === chosen ? `${words.chosen} ` : ''}${label === method ? '' : method}`, role: 'dim' },
        ],
        run: () => onPick(method),
      }),
    ),
    { id: 'new', cells: [{ text: `+ ${words.newCard}`, grow: true }], run: () => setNew(true) },
  ];
  return <PickSheet title={words.cardTitle} options={options} first={chosen} onClose={onClose} />;
};
