import { type ReactNode, useState } from 'react';
import type { Profile } from '../../../core/profile/profile.ts';
import { Confirm } from '../../kit/confirm.tsx';
import { useBody } from '../../kit/frame.tsx';
import { keptSlot } from '../../kit/kept.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { List } from '../../kit/list.tsx';
import { type ListState, listStart } from '../../kit/list-state.ts';
import { answerOf } from '../../kit/live.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useKept } from '../../kit/use-kept.ts';
import { useList } from '../../kit/use-list.ts';
import { useLive } from '../../kit/use-live.ts';
import { AgainModal } from '../again/again-modal.tsx';
import { ScreenFrame } from '../screen-frame.tsx';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { AddressForm, MethodForm, PersonForm, UsualForm } from './profile-forms.tsx';
import { labelWidth, nameOfRow, profileCells, profileRows } from './profile-model.ts';
import { profileWords } from './profile-words.ts';
import { type Over, useProfileKeys, useRemove } from './use-profile-keys.ts';

const cursor = keptSlot<ListState>();

type OverProps = { readonly over: Over; readonly profile: Profile; readonly onClose: () => void };

const Editing = ({ over: { row }, profile, onClose }: OverProps): ReactNode => {
  switch (row.kind) {
    case 'person':
      return <PersonForm profile={profile} onClose={onClose} at={row.id === 'phone' ? 'phone' : 'name'} />;
    case 'address':
      return <AddressForm profile={profile} onClose={onClose} before={row.address} />;
    case 'method':
      return <MethodForm profile={profile} onClose={onClose} before={row.method} />;
    case 'usual':
      return <UsualForm onClose={onClose} before={row.usual} />;
    case 'add': {
      const Form = row.what === 'address' ? AddressForm : MethodForm;
      return <Form profile={profile} onClose={onClose} before={undefined} />;
    }
    default:
      return null;
  }
};

const OverProfile = (props: OverProps): ReactNode => {
  const { over, onClose } = props;
  const words = profileWords(useUi().lang);
  const remove = useRemove();
  if (over.do === 'edit') return <Editing {...props} />;
  if (over.do === 'order') {
    return over.row.kind === 'usual' ? <AgainModal again={{ usual: over.row.usual.name }} onClose={onClose} /> : null;
  }
  return (
    <Confirm
      title={words.removeTitle(nameOfRow(over.row) ?? '')}
      text={words.removeText}
      yes={words.removeYes}
      no={words.keep}
      onYes={async () => {
        onClose();
        await remove(over.row);
      }}
      onNo={onClose}
    />
  );
};

/** What is kept of a customer, so that the next order is quick. */
export const ProfileScreen = (): ReactNode => {
  const { seat } = useShell();
  const { lang, glyphs } = useUi();
  const words = profileWords(lang);
  const page = usePage();
  const body = useBody();
  const [over, setOver] = useState<Over>();
  const { app, subscribe } = seat;
  const live = useLive({ key: 'profile', subscribe, query: () => app.profile() });
  const known = answerOf(live);
  const profile = known?.ok ? known.value : undefined;
  const rows = profile ? profileRows(profile, words) : [];
  const inner = panelInner(body.columns, body.rows);
  const list = useList({ items: rows, height: inner.rows, kept: useKept(cursor, 'profile', () => listStart) });
  const keys: KeyTable = [...list.keys, ...useProfileKeys(list.selected, rows, setOver)];
  const look = { page, words, glyphs, label: labelWidth(rows) };
  return (
    <ScreenFrame
      title={words.title}
      keys={keys}
      over={over && profile ? <OverProfile over={over} profile={profile} onClose={() => setOver(undefined)} /> : undefined}
    >
      <Panel title={words.panel} width={body.columns} height={body.rows} focused>
        <Loaded live={live} width={inner.columns}>
          <List list={list} width={inner.columns} row={(row) => profileCells(row, look)} />
        </Loaded>
      </Panel>
    </ScreenFrame>
  );
};
