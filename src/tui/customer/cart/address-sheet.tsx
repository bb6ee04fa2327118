import type { ReactNode } from 'react';
import type { Profile, SavedAddress } from '../../../core/profile/profile.ts';
import { useUi } from '../../kit/ui-context.ts';
import { stopText } from '../checkout/stop-words.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { addressesOf } from './delivery.ts';
import { NamedSheet } from './named-sheet.tsx';
import { sheetWords } from './sheet-words.ts';

type Props = {
  readonly profile: Profile;
  readonly chosen: SavedAddress | undefined;
  readonly onPick: (address: SavedAddress) => void | Promise<void>;
  readonly onClose: () => void;
};

const addressAtMost = 200;
const nameAtMost = 20;

/** Where to: one of the kept addresses, or a new one, which is all there is at the first order. */
export const AddressSheet = ({ profile, chosen, onPick, onClose }: Props): ReactNode => {
  const { app } = useShell().seat;
  const page = usePage();
  const words = sheetWords(useUi().lang);
  const addresses = addressesOf(profile);
  const save = async (text: string, label: string): Promise<string | undefined> => {
    if (text === '') return words.addressMissing;
    const saved = label === '' ? undefined : await app.saveAddress({ label, text });
    if (saved && !saved.ok) return stopText(saved.error, page);
    await onPick(saved?.value.addresses.find((one) => one.text === text) ?? { label, text });
    return undefined;
  };
  return (
    <NamedSheet
      title={words.addressTitle}
      known={addresses.map((one) => ({ id: one.text, text: one.text, note: one.label, run: () => onPick(one) }))}
      chosen={chosen?.text}
      anew={{
        label: words.newAddress,
        about: words.kept,
        what: { label: words.addressField, placeholder: words.addressPlaceholder, max: addressAtMost },
        name: {
          label: words.addressName,
          placeholder: words.addressNamePlaceholder,
          max: nameAtMost,
          ...(addresses.length === 0 && { first: words.home }),
        },
      }}
      onSave={save}
      onClose={onClose}
    />
  );
};
