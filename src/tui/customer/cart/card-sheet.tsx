import type { ReactNode } from 'react';
import type { Profile } from '../../../core/profile/profile.ts';
import { useUi } from '../../kit/ui-context.ts';
import { stopText } from '../checkout/stop-words.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { cartWords } from './cart-words.ts';
import { methodsOf, methodText } from './delivery.ts';
import { NamedSheet } from './named-sheet.tsx';
import { sheetWords } from './sheet-words.ts';

type Props = {
  readonly profile: Profile;
  readonly chosen: string;
  readonly onPick: (method: string) => void;
  readonly onClose: () => void;
};

const methodAtMost = 64;
const nameAtMost = 20;
// As the gateways take it: what looks like a card number never leaves this field.
const methodName = /^(?![0-9-]{12,}$)[A-Za-z0-9_-]{1,64}$/;

/** What with: one of the kept cards, or another one by its name at the payment company. */
export const CardSheet = ({ profile, chosen, onPick, onClose }: Props): ReactNode => {
  const { app } = useShell().seat;
  const page = usePage();
  const { lang } = useUi();
  const words = sheetWords(lang);
  const save = async (method: string, label: string): Promise<string | undefined> => {
    if (!methodName.test(method)) return words.cardMissing;
    const saved = label === '' ? undefined : await app.saveMethod({ label, method });
    if (saved && !saved.ok) return stopText(saved.error, page);
    onPick(method);
    return undefined;
  };
  return (
    <NamedSheet
      title={words.cardTitle}
      known={methodsOf(profile, chosen).map(({ label, method }) => ({
        id: method,
        text: methodText(profile, method, cartWords(lang).firstCard),
        note: label === method ? '' : method,
        run: () => onPick(method),
      }))}
      chosen={chosen}
      anew={{
        label: words.newCard,
        about: words.cardAbout,
        what: { label: words.cardField, placeholder: words.cardPlaceholder, max: methodAtMost },
        name: { label: words.cardName, placeholder: words.cardNamePlaceholder, max: nameAtMost },
      }}
      onSave={save}
      onClose={onClose}
    />
  );
};
