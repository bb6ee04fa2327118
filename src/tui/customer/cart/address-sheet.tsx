import { type ReactNode, useState } from 'react';
import type { Profile, SavedAddress } from '../../../core/profile/profile.ts';
import { refusalText } from '../../../words/problem.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { addressesOf } from './delivery.ts';
import { FormSheet } from './form-sheet.tsx';
import { type Option, PickSheet } from './pick-sheet.tsx';
import { sheetWords } from './sheet-words.ts';

type Props = {
  readonly profile: Profile;
  readonly chosen: SavedAddress | undefined;
  readonly onPick: (address: SavedAddress) => void;
  readonly onClose: () => void;
};

const addressAtMost = 200;
const nameAtMost = 20;

/** Where to: one of the kept addresses, or a new one, which is all there is at the first order. */
export const AddressSheet = ({ profile, chosen, onPick, onClose }: Props): ReactNode => {
  const { seat } = useShell();
  const page = usePage();
  const words = sheetWords(useUi().lang);
  const addresses = addressesOf(profile);
  const [isNew, setNew] = useState(addresses.length === 0);
  const save = async (text: string, label: string): Promise<string | undefined> => {
    if (label === '') {
      onPick({ label: '', text });
      return undefined;
    }
    const saved = await seat.app.saveAddress({ label, text });
    if (!saved.ok) return refusalText(saved.error, page);
    onPick(saved.value.addresses.find((one) => one.text === text) ?? { label, text });
    return undefined;
  };
  if (isNew) {
    return (
      <FormSheet
        title={words.addressTitle}
        place="new address"
        what={{ label: words.addressField, placeholder: words.addressPlaceholder, max: addressAtMost }}
        name={{ label: words.addressName, placeholder: words.addressNamePlaceholder, max: nameAtMost }}
        missing={words.addressMissing}
        onSave={save}
        onClose={addresses.length === 0 ? onClose : () => setNew(false)}
      />
    );
  }
  const options: readonly Option[] = [
    ...addresses.map(
      (address): Option => ({
        id: address.text,
        cells: [
          { text: address.text, grow: true },
          { text: ` ${address.text === chosen?.text ? `${words.chosen} ` : ''}${address.label}`, role: 'dim' },
        ],
        run: () => onPick(address),
      }),
    ),
    { id: 'new', cells: [{ text: `+ ${words.newAddress}`, grow: true }], run: () => setNew(true) },
  ];
  return <PickSheet title={words.addressTitle} options={options} {...(chosen && { first: chosen.text })} onClose={onClose} />;
};
