import type { ReactNode } from 'react';
import type { Profile, SavedAddress, SavedMethod, Usual } from '../../../core/profile/profile.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Result } from '../../../core/result.ts';
import { fieldText } from '../../../words/problem.ts';
import { type Complaint, type FormField, FormModal } from '../../kit/form-modal.tsx';
import { useSay } from '../../kit/message-line.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { profileWords } from './profile-words.ts';

type Form = { readonly profile: Profile; readonly onClose: () => void };
const labelAtMost = 20;
const textAtMost = 200;
const nameAtMost = 40;
const usualAtMost = 30;
const methodAtMost = 64;
const phoneAtMost = 20;

/** Closes the form and says what was saved, or hands the complaint to the field that it is about. */
const useDone = (onClose: () => void) => {
  const page = usePage();
  const words = profileWords(useUi().lang);
  const say = useSay();
  return <Id extends string>(done: Result<Profile, Refusal>, what: string, fieldOf: (field: string) => Id): Complaint<Id> | undefined => {
    if (!done.ok) {
      const field = done.error.code === 'INVALID_INPUT' ? done.error.field : '';
      const text = done.error.code === 'BUSY' ? words.notNow : fieldText(done.error, page);
      return { field: fieldOf(field), text };
    }
    say(words.saved(what), 'good');
    onClose();
    return undefined;
  };
};

export const PersonForm = ({ profile, onClose, at }: Form & { readonly at: 'name' | 'phone' }): ReactNode => {
  const { seat } = useShell();
  const words = profileWords(useUi().lang);
  const done = useDone(onClose);
  const isForeign = profile.phone?.startsWith('+') === true;
  const fields: Readonly<Record<typeof at, FormField<typeof at>>> = {
    name: { id: 'name', label: words.name, first: profile.name ?? '', placeholder: words.nameHint, max: nameAtMost },
    // A number from abroad keeps its plus sign.
    phone: {
      ...{ id: 'phone', label: words.phone, first: profile.phone ?? '', placeholder: words.phoneHint, max: phoneAtMost },
      ...(isForeign ? {} : { mask: 'phone' }),
    },
  };
  return (
    <FormModal<'name' | 'phone'>
      place={`profile ${at}`}
      title={words.personTitle}
      about={words.personAbout}
      fields={[fields[at]]}
      words={words}
      onSave={async (textIn) => {
        const text = textIn(at).trim();
        return done(await seat.app.setPerson({ [at]: text }), text === '' ? words.notSaid : text, () => at);
      }}
      onLeave={onClose}
    />
  );
};

export const AddressForm = ({ profile, onClose, before }: Form & { readonly before: SavedAddress | undefined }): ReactNode => {
  const { seat } = useShell();
  const words = profileWords(useUi().lang);
  const done = useDone(onClose);
  const save = async (label: string, text: string, note: string) => {
    const isTaken = label !== before?.label && profile.addresses.some((one) => one.label === label);
    if (isTaken) return { field: 'label', text: words.labelTaken } as const;
    // Where it lies is known of the old text only.
    const location = before?.text === text ? before.location : undefined;
    const makeDefault = before !== undefined && profile.defaultAddress === before.label;
    const saved = await seat.app.saveAddress({ label, text, note, ...(location && { location }) }, { makeDefault });
    const isRenamed = saved.ok && before !== undefined && before.label !== label;
    const last = isRenamed ? await seat.app.removeAddress(before.label) : saved;
    return done(last, label, (field) => (field === 'address' ? 'address' : 'label'));
  };
  return (
    <FormModal<'label' | 'address' | 'note'>
      place={`address ${before?.label ?? ''}`}
      title={words.addressTitle}
      fields={[
        { id: 'label', label: words.label, first: before?.label ?? '', placeholder: words.labelHint, max: labelAtMost },
        { id: 'address', label: words.address, first: before?.text ?? '', placeholder: words.addressHint, max: textAtMost },
        { id: 'note', label: words.riderNote, first: before?.note ?? '', placeholder: words.riderNoteHint, max: textAtMost },
      ]}
      words={words}
      onSave={(textIn) => save(textIn('label').trim(), textIn('address').trim(), textIn('note').trim())}
      onLeave={onClose}
    />
  );
};

export const MethodForm = ({ profile, onClose, before }: Form & { readonly before: SavedMethod | undefined }): ReactNode => {
  const { seat } = useShell();
  const words = profileWords(useUi().lang);
  const done = useDone(onClose);
  const save = async (label: string, method: string) => {
    const isTaken = label !== before?.label && profile.methods.some((one) => one.label === label);
    if (isTaken) return { field: 'label', text: words.labelTaken } as const;
    const makeDefault = before !== undefined && profile.defaultMethod === before.label;
    const saved = await seat.app.saveMethod({ label, method }, { makeDefault });
    const isRenamed = saved.ok && before !== undefined && before.label !== label;
    const last = isRenamed ? await seat.app.removeMethod(before.label) : saved;
    return done(last, label, (field) => (field === 'method' ? 'method' : 'label'));
  };
  return (
    <FormModal<'label' | 'method'>
      place={`method ${before?.label ?? ''}`}
      title={words.methodTitle}
      about={words.cardAbout}
      fields={[
        { id: 'label', label: words.label, first: before?.label ?? '', placeholder: words.cardLabelHint, max: labelAtMost },
        { id: 'method', label: words.card, first: before?.method ?? '', placeholder: words.cardHint, max: methodAtMost },
      ]}
      words={words}
      onSave={(textIn) => save(textIn('label').trim(), textIn('method').trim())}
      onLeave={onClose}
    />
  );
};

export const UsualForm = ({ onClose, before }: { readonly onClose: () => void; readonly before: Usual }): ReactNode => {
  const { seat } = useShell();
  const words = profileWords(useUi().lang);
  const done = useDone(onClose);
  return (
    <FormModal<'name'>
      place={`usual name ${before.name}`}
      title={words.renameTitle}
      fields={[{ id: 'name', label: words.name, first: before.name, max: usualAtMost }]}
      words={words}
      onSave={async (textIn) => done(await seat.app.renameUsual(before.name, textIn('name')), textIn('name').trim(), () => 'name')}
      onLeave={onClose}
    />
  );
};
