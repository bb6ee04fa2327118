import type { Contact } from '../../../core/ordering/contact.ts';
import type { OrderView } from '../../../core/views/order-view.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { Cell } from '../../kit/rows.ts';
import type { Role } from '../../kit/theme.ts';
import { noteRows } from './note-rows.ts';

export type DishRow = { readonly id: string; readonly cells: readonly Cell[] };

type How = {
  readonly glyphs: Glyphs;
  readonly width: number;
  readonly notes: boolean;
  /** Lines that are done. */
  readonly done?: readonly number[];
  /** The line that the cursor is on. */
  readonly at?: number;
  /** Numbered, as their keys are. */
  readonly numbered?: boolean;
};

const dishRow = (view: OrderView, line: number, how: How): DishRow | undefined => {
  const { glyphs, done = [], at, numbered = false } = how;
  const dish = view.lines[line];
  if (!dish) return undefined;
  const isDone = done.includes(line);
  const role: Role = isDone ? 'dim' : at === line ? 'selected' : 'text';
  const number = numbered ? `${line + 1} ` : '';
  return {
    id: `dish ${line}`,
    cells: [
      ...(numbered ? [{ text: at === line ? glyphs.focus : ' ', role: 'accent' as const }] : []),
      {
        text: `${number}${isDone ? glyphs.done : numbered ? glyphs.coming : ''}${numbered || isDone ? ' ' : ''}`,
        role: isDone ? 'good' : 'dim',
      },
      { text: `${glyphs.times}${dish.quantity} `, role: isDone ? 'dim' : dish.quantity > 1 ? 'accent' : 'text' },
      { text: dish.name, role, grow: true },
    ],
  };
};

/** What is to be cooked: each dish with its number spelled out, its options indented, what was asked of it below. */
export const dishRows = (view: OrderView, contact: Contact | undefined, how: How): readonly DishRow[] => {
  const indent = how.numbered ? 6 : 3;
  return view.lines.flatMap((dish, line) => {
    const first = dishRow(view, line, how);
    const isDone = how.done?.includes(line) ?? false;
    const options = dish.choices.map(
      (choice): DishRow => ({
        id: `choice ${line} ${choice.id}`,
        cells: [{ text: `${' '.repeat(indent)}+ ${choice.name}`, role: isDone ? 'dim' : 'text', grow: true }],
      }),
    );
    const notes = how.notes ? (contact?.lineNotes ?? []).filter((one) => one.line === line) : [];
    return [...(first ? [first] : []), ...options, ...notes.flatMap(({ note }, at) => noteRows(`note ${line} ${at}`, note, how, indent))];
  });
};
