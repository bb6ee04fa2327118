import type { ChoiceId, ItemId } from '../kinds.ts';
import type { BoardTicket } from './board.ts';

/** How many of one dish, cooked one way, the kitchen has before it. */
export type AllDay = {
  readonly item: ItemId;
  readonly name: string;
  readonly choices: readonly { readonly id: ChoiceId; readonly name: string }[];
  /** To be cooked: accepted, and not marked as done. */
  readonly open: number;
  /** Coming, if the orders that still ring are accepted. */
  readonly awaiting: number;
};

type Counting = Pick<BoardTicket, 'view' | 'done'>;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same dish with the same choices is one row, whatever order they were chosen in; the largest open number first. */
export const allDay = (tickets: readonly Counting[]): readonly AllDay[] => {
  const rows = new Map<string, AllDay>();
  for (const { view, done } of tickets) {
    const isAwaiting = view.ticket === 'awaiting';
    if (!isAwaiting && view.ticket !== 'accepted' && view.ticket !== 'cooking') continue;
    for (const [at, { item, name, quantity, choices }] of view.lines.entries()) {
      if (done.includes(at)) continue;
      const sorted = choices.map((choice) => ({ id: choice.id, name: choice.name })).toSorted((a, b) => compare(a.id, b.id));
      const key = [item, ...sorted.map(({ id }) => id)].join(' ');
      const row = rows.get(key) ?? { item, name, choices: sorted, open: 0, awaiting: 0 };
      const counted = isAwaiting ? { awaiting: row.awaiting + quantity } : { open: row.open + quantity };
      rows.set(key, { ...row, ...counted });
    }
  }
  return [...rows.entries()]
    .toSorted(([a, x], [b, y]) => y.open - x.open || y.awaiting - x.awaiting || compare(a, b))
    .map(([, row]) => row);
};
