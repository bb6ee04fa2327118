import { describe, expect, test } from 'vitest';
import type { ItemId, OrderId } from '../kinds.ts';
import { won } from '../money.ts';
import type { QuotedLine } from '../ordering/quote.ts';
import { recorded } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { after, type Fact, minute } from '../testing/story.ts';
import { allDay } from './all-day.ts';
import { type BoardTicket, dispatchOf, ringing, sortTickets } from './board.ts';
import { foldOrder } from './fold-order.ts';
import type { OrderView } from './order-view.ts';

const { stages } = story;
const viewOf = (facts: readonly Fact[], changed: Partial<OrderView> = {}): OrderView => {
  const view = recorded(facts).reduce<OrderView | undefined>(foldOrder, undefined);
  if (!view) throw new Error('nothing to see');
  return { ...view, ...changed };
};
const ticket = (view: OrderView, more: Partial<BoardTicket> = {}): BoardTicket => ({
  ...{ view, contact: undefined, rings: false, done: [] },
  dispatch: dispatchOf(view, after(0), minute),
  ...more,
});
const choice = (id: string) => ({ group: 'taste', id, name: `${id} taste`, price: won(0) });
const line = (item: string, quantity: number, ...choices: readonly string[]) =>
  ({
    item: item as ItemId,
    name: item,
    quantity,
    price: won(1000),
    choices: choices.map(choice),
    total: won(1000),
  }) as unknown as QuotedLine;
const cooking = (...lines: readonly QuotedLine[]) => viewOf(stages.cooking, { lines });

describe('how many of each dish are to be cooked', () => {
  test('adds up over tickets: one row for a dish with the same choices, in whatever order they were chosen', () => {
    const rows = allDay([
      ticket(cooking(line('stew', 2, 'hot', 'tofu'), line('rice', 1))),
      ticket(cooking(line('stew', 1, 'tofu', 'hot'))),
    ]);
    expect(rows.map(({ item, open, choices }) => [item, open, choices.map(({ id }) => id)])).toEqual([
      ['stew', 3, ['hot', 'tofu']],
      ['rice', 1, []],
    ]);
  });

  test('leaves out what is marked as done, and what is cooked', () => {
    const rows = allDay([
      ticket(cooking(line('stew', 2), line('rice', 4)), { done: [1] }),
      ticket(viewOf(stages.cooked, { lines: [line('roll', 1)] })),
    ]);
    expect(rows).toMatchObject([{ item: 'stew', open: 2 }]);
  });

  test('counts what rings by itself: nobody has promised it yet', () => {
    const rows = allDay([ticket(viewOf(stages.awaiting, { lines: [line('stew', 2)] })), ticket(cooking(line('stew', 1)))]);
    expect(rows).toMatchObject([{ item: 'stew', open: 1, awaiting: 2 }]);
  });
});

describe('a board in order', () => {
  const named = (name: string, facts: readonly Fact[], changed: Partial<OrderView>) =>
    ticket(viewOf(facts, { order: `ord_${name}` as OrderId, ...changed }));
  const all = [
    named('c', stages.cooking, { placedAt: after(3), readyBy: after(10 * minute) }),
    named('b', stages.cooking, { placedAt: after(1), readyBy: after(30 * minute) }),
    named('a', stages.awaiting, { placedAt: after(3), acceptBy: after(8 * minute) }),
  ];
  const ids = (tickets: readonly BoardTicket[]) => tickets.map(({ view }) => view.order.slice(4)).join('');

  test('of arrival: the oldest first; of the same moment, by number', () => {
    expect(ids(sortTickets(all, 'arrival'))).toBe('bac');
  });

  test('of promise: what is due first, be it an answer or the food', () => {
    expect(ids(sortTickets(all, 'promise'))).toBe('acb');
  });

  test('is the same however the tickets came', () => {
    expect(ids(sortTickets(all.toReversed(), 'arrival'))).toBe('bac');
  });
});

test('what rings is what no screen has heard', () => {
  const rings = ticket(viewOf(stages.awaiting), { rings: true });
  expect(ringing({ tickets: [rings, ticket(viewOf(stages.cooking))] })).toEqual([story.order]);
});

test('food that was recalled to the pan does not wait for a rider', () => {
  expect(dispatchOf(viewOf([...stages.cooked, story.recalled()]), after(60 * minute), minute)).toMatchObject({ isLate: false });
});
