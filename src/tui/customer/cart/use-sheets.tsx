import { type ReactNode, useState } from 'react';
import type { SavedAddress } from '../../../core/profile/profile.ts';
import { never } from '../../../core/result.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useShell } from '../shell.tsx';
import { AddressSheet } from './address-sheet.tsx';
import { CardSheet } from './card-sheet.tsx';
import { isSamePlace } from './delivery.ts';
import { NoteSheet } from './note-sheet.tsx';
import type { Field } from './order-rows.ts';
import { sheetWords } from './sheet-words.ts';
import type { CartDesk } from './use-cart-desk.ts';

type Then = {
  /** After another address was chosen. */
  readonly onAddress?: (address: SavedAddress) => void | Promise<void>;
  /** Left without an answer. */
  readonly onLeave?: () => void;
};

/** What is filled in over the screen: where to, what with, what to say. */
export const useSheets = ({ view, profile, delivery, notes, set }: CartDesk, { onAddress, onLeave }: Then = {}) => {
  const { seat } = useShell();
  const words = sheetWords(useUi().lang);
  const [open, setOpen] = useState<Field>();
  const close = () => setOpen(undefined);
  const leave = () => {
    close();
    onLeave?.();
  };
  const { cart } = view;
  const pickAddress = async (address: SavedAddress) => {
    set({ address });
    close();
    if (!isSamePlace(cart.to, address.location)) await seat.app.sendCartTo(cart.shop, address.location);
    await onAddress?.(address);
  };
  const pickCard = (method: string) => {
    set({ method });
    close();
  };
  const sheetOf = (field: Field): ReactNode => {
    switch (field) {
      case 'address':
        return <AddressSheet profile={profile} chosen={delivery.address} onPick={pickAddress} onClose={leave} />;
      case 'card':
        return <CardSheet profile={profile} chosen={delivery.method} onPick={pickCard} onClose={leave} />;
      case 'note':
        return (
          <NoteSheet
            title={words.noteTitle}
            placeholder={words.notePlaceholder}
            edit={notes.note}
            onEdit={(note) => set({ note })}
            onClose={leave}
          />
        );
      case 'rider':
        return (
          <NoteSheet
            title={words.riderTitle}
            placeholder={delivery.address?.note ?? words.riderPlaceholder}
            edit={notes.riderNote}
            onEdit={(riderNote) => set({ riderNote })}
            onClose={leave}
          />
        );
      default:
        return never(field);
    }
  };
  return { open: setOpen, over: open && sheetOf(open) };
};
