import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ListItem, type ListMove, type ListState, listStart, moveList, settle } from './list-state.ts';

const items = (...ids: readonly string[]): readonly ListItem[] => ids.map((id) => ({ id, selectable: !id.startsWith('#') }));
const many = (count: number) => items(...Array.from({ length: count }, (_, at) => `i${at}`));
const walk = (all: readonly ListItem[], height: number, ...to: readonly ListMove['to'][]): ListState =>
  to.reduce(
    (state, one) => (one === 'item' || one === 'visible' ? state : moveList(state, { items: all, height }, { to: one })),
    settle(listStart, { items: all, height }),
  );

describe('the cursor of a list', () => {
  test('begins on the first item that can be selected', () => {
    expect(settle(listStart, { items: items('#soup', 'a', 'b'), height: 5 }).selected).toBe('a');
  });

  test('steps over headings and what is sold out', () => {
    expect(walk(items('a', '#x', '#y', 'b'), 5, 'down').selected).toBe('b');
    expect(walk(items('a', '#x', '#y', 'b'), 5, 'down', 'up').selected).toBe('a');
  });

  test('stays at the ends', () => {
    expect(walk(items('a', 'b'), 5, 'up').selected).toBe('a');
    expect(walk(items('a', 'b', '#end'), 5, 'end', 'down').selected).toBe('b');
  });

  test('is nowhere in an empty list, and none of the moves breaks it', () => {
    const moves: readonly ListMove[] = [{ to: 'up' }, { to: 'end' }, { to: 'visible', number: 1 }, { to: 'item', id: 'a' }];
    for (const move of moves) expect(moveList(listStart, { items: [], height: 5 }, move)).toEqual(listStart);
    expect(settle(listStart, { items: items('#a', '#b'), height: 5 }).selected).toBeUndefined();
  });

  test('digits choose among what can be seen and selected', () => {
    const all = items('#head', 'a', 'b', '#more', 'c', 'd', 'e');
    const state = walk(all, 4, 'end');
    expect(state.top).toBe(3);
    expect(moveList(state, { items: all, height: 4 }, { to: 'visible', number: 1 }).selected).toBe('c');
    expect(moveList(state, { items: all, height: 4 }, { to: 'visible', number: 9 })).toEqual(state);
  });

  test('a heading comes into view with its first item', () => {
    const all = items('#soup', 'a', 'b', 'c', 'd', 'e');
    expect(walk(all, 3, 'end', 'home').top).toBe(0);
  });
});

describe('the window of a list', () => {
  test('moves no more than it must', () => {
    expect(walk(many(20), 5, 'down', 'down', 'down', 'down').top).toBe(0);
    expect(walk(many(20), 5, 'down', 'down', 'down', 'down', 'down').top).toBe(1);
    expect(walk(many(20), 5, 'end').top).toBe(15);
    expect(walk(many(20), 5, 'end', 'up').top).toBe(15);
  });

  test('pages keep one row in sight', () => {
    expect(walk(many(20), 5, 'pagedown')).toMatchObject({ selected: 'i4', top: 0 });
    expect(walk(many(20), 5, 'pagedown', 'pagedown')).toMatchObject({ selected: 'i8', top: 4 });
    expect(walk(many(20), 5, 'end', 'pageup')).toMatchObject({ selected: 'i15' });
  });

  test('shows all that it can when the terminal grows', () => {
    const all = many(20);
    expect(settle(walk(all, 5, 'end'), { items: all, height: 12 }).top).toBe(8);
  });
});

describe('when the items change under the cursor', () => {
  const view = (all: readonly ListItem[]) => ({ items: all, height: 4 });
  const before = moveList(settle(listStart, view(many(20))), view(many(20)), { to: 'item', id: 'i10' });

  test('it stays on its item, and the item on its row, when others come above', () => {
    const after = settle(before, view([...items('new1', 'new2'), ...many(20)]));
    expect(after.selected).toBe('i10');
    expect(after.index - after.top).toBe(before.index - before.top);
  });

  test('and when others above are gone', () => {
    const after = settle(before, view(many(20).slice(3)));
    expect(after.selected).toBe('i10');
    expect(after.index - after.top).toBe(before.index - before.top);
  });

  test('when its item is gone, it takes the one that came into its place', () => {
    expect(settle(before, view(many(20).filter(({ id }) => id !== 'i10'))).selected).toBe('i11');
    expect(settle(walk(many(3), 4, 'end'), view(many(2))).selected).toBe('i1');
  });

  test('when its item is sold out, it takes the next one', () => {
    expect(settle(walk(items('a', 'b', 'c'), 4, 'down'), view([{ id: 'a' }, { id: 'b', selectable: false }, { id: 'c' }])).selected).toBe(
      'c',
    );
  });

  test('nothing changed is the same value, so nothing is drawn', () => {
    expect(settle(before, view(many(20)))).toBe(before);
  });
});

test('whatever happens, the cursor is on a selectable item within the window, and the window within the list', () => {
  const list = fc.uniqueArray(fc.record({ id: fc.string({ maxLength: 3 }), selectable: fc.boolean() }), {
    selector: ({ id }) => id,
    maxLength: 30,
  });
  const to = fc.constantFrom<ListMove>(
    { to: 'up' },
    { to: 'down' },
    { to: 'pageup' },
    { to: 'pagedown' },
    { to: 'home' },
    { to: 'end' },
    { to: 'visible', number: 3 },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(list, fc.integer({ min: 1, max: 12 }), to), { maxLength: 12 }), (steps) => {
      let state = listStart;
      for (const [all, height, move] of steps) {
        state = moveList(state, { items: all, height }, move);
        if (!all.some(({ selectable }) => selectable)) {
          expect(state.selected).toBeUndefined();
          continue;
        }
        expect(all[state.index]).toMatchObject({ id: state.selected, selectable: true });
        expect(state.top).toBeGreaterThanOrEqual(0);
        expect(state.top).toBeLessThanOrEqual(Math.max(0, all.length - height));
        expect(state.index).toBeGreaterThanOrEqual(state.top);
        expect(state.index).toBeLessThan(state.top + height);
      }
    }),
    { numRuns: 300 },
  );
});
