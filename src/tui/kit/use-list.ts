import { useInsertionEffect, useRef, useState } from 'react';
import type { Binding, Digit, KeyTable } from './keys.ts';
import { type ListItem, type ListMove, type ListState, listStart, moveList, settle } from './list-state.ts';
import { useKitWords } from './ui-context.ts';

export type List<Item extends ListItem> = {
  readonly items: readonly Item[];
  readonly state: ListState;
  readonly selected: Item | undefined;
  /** The items of the window, with their place in the whole. */
  readonly visible: readonly Item[];
  readonly move: (move: ListMove) => void;
  /** The keys that move in it, for the table of the screen. */
  readonly keys: KeyTable;
};

type Options<Item extends ListItem> = {
  readonly items: readonly Item[];
  /** Items that the window has room for. */
  readonly height: number;
  /** Where the cursor is when it has been nowhere yet. */
  readonly first?: string | undefined;
  /** From `useKept`, so that the cursor is found again on return. */
  readonly kept?: readonly [ListState, (next: ListState) => void];
};

const digits: readonly Digit[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

const moveKeys = (label: string, move: (to: ListMove) => void): KeyTable => {
  const binding = (keys: Binding['keys'], to: ListMove, hidden = true): Binding => ({ keys, label, hidden, run: () => move(to) });
  return [
    { ...binding(['up', 'k'], { to: 'up' }, false), show: ['up', 'down'] },
    binding(['down', 'j'], { to: 'down' }),
    binding(['pageup', 'ctrl-b'], { to: 'pageup' }),
    binding(['pagedown', 'ctrl-f'], { to: 'pagedown' }),
    binding(['home', 'g'], { to: 'home' }),
    binding(['end', 'G'], { to: 'end' }),
    { keys: digits, label, hidden: true, run: ({ name }) => move({ to: 'visible', number: Number(name) }) },
  ];
};

/** A list with a cursor: the rules are in list-state.ts, the drawing in list.tsx. */
export const useList = <Item extends ListItem>({ items, height, first, kept }: Options<Item>): List<Item> => {
  const words = useKitWords();
  const own = useState<ListState>({ ...listStart, selected: first });
  const [before, set] = kept ?? own;
  const view = { items, height };
  // Where items came or went, the cursor has settled anew since it was last moved: the next change goes on from there.
  const settled = useRef({ before, state: before });
  const state = settle(settled.current.before === before ? settled.current.state : before, view);
  useInsertionEffect(() => {
    // A list that is still to come says nothing about where the cursor was.
    if (items.length > 0) settled.current = { before, state };
  });
  const move = (to: ListMove) => set(moveList(state, view, to));
  return {
    items,
    state,
    selected: state.selected === undefined ? undefined : items[state.index],
    visible: items.slice(state.top, state.top + Math.max(0, height)),
    move,
    keys: moveKeys(words.move, move),
  };
};
