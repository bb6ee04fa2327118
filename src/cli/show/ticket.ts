import type { Contact, LineNote } from '../../core/ordering/contact.ts';
import type { OrderView } from '../../core/views/order-view.ts';
import { type Page, when } from '../../words/page.ts';
import { pairs, table } from '../table.ts';
import type { Line, Span } from '../terminal.ts';
import { statusJson } from './order-json.ts';
import { linesText } from './status-text.ts';

export type Shown = { readonly view: OrderView; readonly contact: Contact | undefined };

/** What kitchens and riders read of an order. */
export const ticketJson = ({ view, contact }: Shown) => ({
  ...statusJson(view),
  ticket: view.ticket,
  delivery: view.delivery,
  lines: view.lines,
  note: contact?.note ?? null,
  lineNotes: contact?.lineNotes ?? [],
  riderNote: contact?.riderNote ?? null,
  address: contact?.address ?? null,
  name: contact?.name ?? null,
  phone: contact?.phone ?? null,
});

export const deadline = ({ view }: Shown, page: Page): string => {
  const { label } = page.words;
  if (view.ticket === 'none' || view.ticket === 'awaiting') return `${label.acceptBy} ${when(page, view.acceptBy)}`;
  return view.readyBy === undefined || view.ticket === 'cooked' ? '' : `${label.readyBy} ${when(page, view.readyBy)}`;
};

type Head = readonly Span[];
type Body = { readonly head: Head; readonly notes: readonly LineNote[]; readonly note?: string | undefined };

/** A ticket: its head, what is in it, and what its people asked for. */
export const ticketLines = ({ view, contact }: Shown, page: Page, { head, notes, note }: Body): readonly Line[] => {
  const { label } = page.words;
  const row = (name: string, text: string | undefined) => (text === undefined ? undefined : ([`  ${name}`, text] as const));
  return [
    [{ text: view.order, tone: 'strong' }, '  ', ...head],
    ...table(
      linesText(view.lines, page, '  ', notes).map((cells) => cells.slice(0, 1)),
      page.width,
    ),
    ...pairs(
      [
        row(label.note, note),
        row(label.riderNote, contact?.riderNote),
        row(label.address, contact?.address),
        row(label.phone, contact?.phone),
      ],
      page.width,
    ),
  ];
};

export const apart = (blocks: readonly (readonly Line[])[]): readonly Line[] =>
  blocks.flatMap((block, at) => [...(at === 0 ? [] : ['']), ...block]);
