import { sum } from '../../../core/money.ts';
import type { Profile, SavedAddress, SavedMethod, Usual } from '../../../core/profile/profile.ts';
import { never } from '../../../core/result.ts';
import { textWidth } from '../../../core/text-width.ts';
import { type Page, wonText } from '../../../words/page.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { ListItem } from '../../kit/list-state.ts';
import type { Cell } from '../../kit/rows.ts';
import type { ProfileWords } from './profile-words.ts';

export type ProfileRow = ListItem &
  (
    | { readonly kind: 'heading' | 'hint'; readonly text: string }
    | { readonly kind: 'person'; readonly label: string; readonly text: string | undefined }
    | { readonly kind: 'language'; readonly label: string; readonly text: string }
    | { readonly kind: 'address'; readonly address: SavedAddress; readonly isDefault: boolean }
    | { readonly kind: 'method'; readonly method: SavedMethod; readonly isDefault: boolean }
    | { readonly kind: 'add'; readonly what: 'address' | 'method'; readonly text: string }
    | { readonly kind: 'usual'; readonly usual: Usual }
  );

const heading = (id: string, text: string): ProfileRow => ({ id, kind: 'heading', text, selectable: false });

/** All that is kept of a customer, each part with the way to add to it. */
export const profileRows = (profile: Profile, words: ProfileWords): readonly ProfileRow[] => [
  heading('person', words.person),
  { id: 'name', kind: 'person', label: words.name, text: profile.name },
  { id: 'phone', kind: 'person', label: words.phone, text: profile.phone },
  { id: 'language', kind: 'language', label: words.language, text: words.languageIs },
  heading('addresses', words.addresses),
  ...profile.addresses.map(
    (address): ProfileRow => ({
      id: `address ${address.label}`,
      kind: 'address',
      address,
      isDefault: address.label === profile.defaultAddress,
    }),
  ),
  { id: 'add address', kind: 'add', what: 'address', text: words.addAddress },
  heading('methods', words.methods),
  ...profile.methods.map(
    (method): ProfileRow => ({
      id: `method ${method.label}`,
      kind: 'method',
      method,
      isDefault: method.label === profile.defaultMethod,
    }),
  ),
  { id: 'add method', kind: 'add', what: 'method', text: words.addMethod },
  heading('usuals', words.usuals),
  ...profile.usuals.map((usual): ProfileRow => ({ id: `usual ${usual.name}`, kind: 'usual', usual })),
  ...(profile.usuals.length === 0 ? [{ id: 'no usual', kind: 'hint', text: words.noUsual, selectable: false } as const] : []),
];

/** What a row is called when it is spoken of. */
export const nameOfRow = (row: ProfileRow | undefined): string | undefined => {
  if (row?.kind === 'address') return row.address.label;
  if (row?.kind === 'method') return row.method.label;
  return row?.kind === 'usual' ? row.usual.name : undefined;
};

const labelAtMost = 20;
export const labelWidth = (rows: readonly ProfileRow[]): number =>
  Math.min(
    labelAtMost,
    rows.reduce((widest, row) => {
      const label = row.kind === 'person' || row.kind === 'language' ? row.label : (nameOfRow(row) ?? '');
      return Math.max(widest, textWidth(label));
    }, 0),
  );

const usualText = ({ shopName, lines }: Usual, glyphs: Glyphs): string =>
  `${shopName} ${glyphs.dot} ${lines.map(({ name, quantity }) => `${name} ${glyphs.times}${quantity}`).join(', ')}`;

type Look = { readonly page: Page; readonly words: ProfileWords; readonly glyphs: Glyphs; readonly label: number };

const labelled = (label: string, text: string, width: number, dim = false): readonly Cell[] => [
  { text: '  ' },
  { text: label, width },
  { text: '  ' },
  { text, role: dim ? 'dim' : 'text', grow: true },
];

export const profileCells = (row: ProfileRow, { page, words, glyphs, label }: Look): readonly Cell[] => {
  const mark = (isDefault: boolean): readonly Cell[] => (isDefault ? [{ text: ` ${glyphs.done} ${words.isDefault}`, role: 'good' }] : []);
  switch (row.kind) {
    case 'heading':
      return [{ text: row.text, role: 'title', grow: true }];
    case 'hint':
      return [{ text: `  ${row.text}`, role: 'dim', grow: true }];
    case 'person':
      return labelled(row.label, row.text ?? words.notSaid, label, row.text === undefined);
    case 'language':
      return labelled(row.label, row.text, label);
    case 'address':
      return [...labelled(row.address.label, row.address.text, label), ...mark(row.isDefault)];
    case 'method':
      return [...labelled(row.method.label, row.method.method, label), ...mark(row.isDefault)];
    case 'add':
      return [{ text: `  + ${row.text}`, role: 'accent', grow: true }];
    case 'usual':
      return [
        ...labelled(row.usual.name, usualText(row.usual, glyphs), label),
        { text: ` ${wonText(page, sum(row.usual.lines.map(({ total }) => total)))}`, role: 'dim' },
      ];
    default:
      return never(row);
  }
};
