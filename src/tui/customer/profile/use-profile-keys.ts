import type { Profile } from '../../../core/profile/profile.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Result } from '../../../core/result.ts';
import type { Page } from '../../../words/page.ts';
import { refusalText } from '../../../words/problem.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { useSay } from '../../kit/message-line.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { nameOfRow, type ProfileRow } from './profile-model.ts';
import { type ProfileWords, profileWords } from './profile-words.ts';

/** What stands over the list: a form, a question, an order. */
export type Over = { readonly do: 'edit' | 'remove' | 'order'; readonly row: ProfileRow };

/** The command line says of a busy house to run the command again; here it is a key. */
const troubleText = (error: Refusal, page: Page, words: ProfileWords): string =>
  error.code === 'BUSY' ? words.notNow : refusalText(error, page);

const enterLabel = (row: ProfileRow | undefined, words: ProfileWords): string => {
  if (row?.kind === 'add') return words.add;
  if (row?.kind === 'usual') return words.order;
  return row?.kind === 'language' ? words.change : words.edit;
};

/** What can be done with the row under the cursor. */
export const useProfileKeys = (row: ProfileRow | undefined, rows: readonly ProfileRow[], ask: (over: Over) => void): KeyTable => {
  const { seat } = useShell();
  const { lang } = useUi();
  const page = usePage();
  const words = profileWords(lang);
  const say = useSay();
  const told = (done: Result<Profile, Refusal>, text: string) => (done.ok ? say(text, 'good') : say(refusalText(done.error, page), 'warn'));
  const name = nameOfRow(row);
  const enter = async () => {
    if (!row) return;
    if (row.kind === 'language') {
      const next = lang === 'ko' ? 'en' : 'ko';
      seat.setLang(next);
      // Messages speak as the screens do.
      await seat.app.setPerson({ lang: next });
      return;
    }
    ask({ do: row.kind === 'usual' ? 'order' : 'edit', row });
  };
  const toDefault = async () => {
    if (row?.kind === 'address') told(await seat.app.defaultAddress(row.address.label), words.madeDefault(row.address.label));
    if (row?.kind === 'method') told(await seat.app.defaultMethod(row.method.label), words.madeDefault(row.method.label));
  };
  const whyNoDefault = (): string | undefined => {
    if (row?.kind !== 'address' && row?.kind !== 'method') return words.notThis;
    return row.isDefault ? words.already : undefined;
  };
  const isCard = row?.kind === 'method' || (row?.kind === 'add' && row.what === 'method');
  const addRow = rows.find((one) => one.kind === 'add' && one.what === (isCard ? 'method' : 'address'));
  return [
    { keys: ['enter'], label: enterLabel(row, words), run: enter },
    { keys: ['a', '+'], label: words.add, hidden: row?.kind === 'add', run: () => addRow && ask({ do: 'edit', row: addRow }) },
    ...(row?.kind === 'usual' ? [{ keys: ['e'], label: words.rename, run: () => ask({ do: 'edit', row }) } as const] : []),
    { keys: ['d'], label: words.makeDefault, disabled: whyNoDefault(), run: toDefault },
    {
      keys: ['x', 'delete'],
      label: words.remove,
      disabled: name === undefined ? words.notThis : undefined,
      run: () => row && ask({ do: 'remove', row }),
    },
  ];
};

/** Takes one away, and says so. */
export const useRemove = () => {
  const { seat } = useShell();
  const page = usePage();
  const words = profileWords(useUi().lang);
  const say = useSay();
  return async (row: ProfileRow): Promise<void> => {
    const name = nameOfRow(row);
    if (name === undefined) return;
    const { app } = seat;
    const remove = () => {
      if (row.kind === 'address') return app.removeAddress(name);
      return row.kind === 'method' ? app.removeMethod(name) : app.removeUsual(name);
    };
    const removed = await remove();
    if (removed.ok) say(words.removed(name), 'good');
    else say(troubleText(removed.error, page, words), 'warn');
  };
};
