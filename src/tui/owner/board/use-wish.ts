import { useState } from 'react';
import { keptSlot } from '../../kit/kept.ts';
import { type Edit, editOf } from '../../kit/text-edit.ts';
import { useKept } from '../../kit/use-kept.ts';
import type { ColumnId, Wish } from './board-model.ts';

type Setting = Pick<Wish, 'sort' | 'lateOnly'> & { readonly column: ColumnId };
const settings = keptSlot<Setting>();
const finds = keptSlot<Edit>();
const usual: Setting = { sort: 'arrival', lateOnly: false, column: 'new' };

/** How the owner looks at the board of this shop; found again on return. */
export const useWish = (shop: string) => {
  const [setting, set] = useKept(settings, shop, () => usual);
  const [edit, setEdit] = useKept(finds, shop, () => editOf(''));
  const [isWriting, setWriting] = useState(false);
  const wish: Wish = { sort: setting.sort, lateOnly: setting.lateOnly, find: edit.text };
  return {
    wish,
    column: setting.column,
    toColumn: (column: ColumnId) => set({ ...setting, column }),
    toggleSort: () => set({ ...setting, sort: setting.sort === 'arrival' ? 'promise' : 'arrival' }),
    toggleLate: () => set({ ...setting, lateOnly: !setting.lateOnly }),
    edit,
    setEdit,
    isWriting,
    begin: () => setWriting(true),
    stop: () => setWriting(false),
    isNarrowed: wish.lateOnly || wish.find !== '',
    clear: () => {
      set({ ...setting, lateOnly: false });
      setEdit(editOf(''));
    },
  };
};
export type Wishing = ReturnType<typeof useWish>;
