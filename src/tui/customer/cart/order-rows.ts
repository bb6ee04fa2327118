import type { CartLook, LookedLine } from '../../../core/cart/look.ts';
import type { ListItem } from '../../kit/list-state.ts';

export type Field = 'address' | 'card' | 'note' | 'rider';

/** What stands on an order's page, from its first dish to the button. */
export type OrderRow = ListItem &
  (
    | { readonly kind: 'line'; readonly line: LookedLine }
    | { readonly kind: 'detail'; readonly detail: Detail }
    | { readonly kind: 'blank' }
    | { readonly kind: 'field'; readonly field: Field }
    | { readonly kind: 'button' }
  );

/** What is said of a line, below it. */
export type Detail =
  | { readonly is: 'choices'; readonly line: LookedLine }
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'was'; readonly line: LookedLine }
  | { readonly is: 'unmet'; readonly names: readonly string[] }
  | { readonly is: 'missing' };

const detailsOf = (line: LookedLine): readonly Detail[] => {
  const names = line.unmet.flatMap((one) => (one.kind === 'options' ? [one.name] : []));
  return [
    ...(line.choices.length > 0 ? [{ is: 'choices', line } as const] : []),
    ...(line.note === undefined ? [] : [{ is: 'note', text: line.note } as const]),
    ...(line.was === undefined ? [] : [{ is: 'was', line } as const]),
    ...(names.length > 0 ? [{ is: 'unmet', names } as const] : []),
    ...(line.missing ? [{ is: 'missing' } as const] : []),
  ];
};

export const lineRowId = (line: number): string => `line ${line}`;
export const buttonRow = 'button';
const fields: readonly Field[] = ['address', 'card', 'note', 'rider'];
const blank = (id: string): OrderRow => ({ id, kind: 'blank', selectable: false });

/** `spaced`: with blank rows between, which say nothing to who has them read out. */
export const orderRows = ({ lines }: Pick<CartLook, 'lines'>, spaced: boolean): readonly OrderRow[] => [
  ...lines.flatMap((line): readonly OrderRow[] => {
    const id = lineRowId(line.id);
    const details = detailsOf(line).map((detail): OrderRow => ({ id: `${id} ${detail.is}`, kind: 'detail', detail, selectable: false }));
    return [{ id, kind: 'line', line }, ...details];
  }),
  ...(spaced ? [blank('before fields')] : []),
  ...fields.map((field): OrderRow => ({ id: field, kind: 'field', field })),
  ...(spaced ? [blank('before button')] : []),
  { id: buttonRow, kind: 'button' },
];

/** The first dish that cannot be ordered as it is. */
export const firstToMend = ({ lines }: Pick<CartLook, 'lines'>): string | undefined => {
  const bad = lines.find(({ missing, unmet }) => missing || unmet.length > 0);
  return bad && lineRowId(bad.id);
};
