import { never } from '../../core/result.ts';

/** What the rules of the cursor need to know of an item; headings and sold-out dishes cannot be selected. */
export type ListItem = { readonly id: string; readonly selectable?: boolean };

/** Which item the cursor is on, and how many items are above the window. */
export type ListState = { readonly selected: string | undefined; readonly index: number; readonly top: number };

export const listStart: ListState = { selected: undefined, index: 0, top: 0 };

export type ListMove =
  | { readonly to: 'up' | 'down' | 'pageup' | 'pagedown' | 'home' | 'end' }
  | { readonly to: 'item'; readonly id: string }
  /** The n-th selectable item of the window, from one. */
  | { readonly to: 'visible'; readonly number: number };

type View = { readonly items: readonly ListItem[]; readonly height: number };

const canSelect = (item: ListItem | undefined): item is ListItem => item !== undefined && item.selectable !== false;
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** The nearest selectable item from here in this direction, else in the other one. */
const nearest = (items: readonly ListItem[], from: number, step: 1 | -1): number => {
  for (let at = from; at >= 0 && at < items.length; at += step) if (canSelect(items[at])) return at;
  for (let at = from - step; at >= 0 && at < items.length; at -= step) if (canSelect(items[at])) return at;
  return -1;
};

/** Moves the window as little as needed; a heading right above the first item comes into view with it. */
const scrolled = (items: readonly ListItem[], index: number, top: number, height: number): number => {
  const highest = Math.max(0, items.length - height);
  let first = index;
  while (first > 0 && index - first + 1 < height && !canSelect(items[first - 1])) first -= 1;
  if (first < top) return clamp(first, 0, highest);
  if (index >= top + height) return clamp(index - height + 1, 0, highest);
  return clamp(top, 0, highest);
};

const on = (state: ListState, { items, height }: View, index: number): ListState => {
  const item = items[index];
  if (!item) return { selected: undefined, index: 0, top: 0 };
  const top = scrolled(items, index, state.top, Math.max(1, height));
  if (state.selected === item.id && state.index === index && state.top === top) return state;
  return { selected: item.id, index, top };
};

/**
 * The state for the items as they are now. The cursor stays on its item, and the item on its row, when others come and go above it; when
 * the item itself is gone, the cursor takes the one that came into its place.
 */
export const settle = (state: ListState, view: View): ListState => {
  const { items } = view;
  const at = state.selected === undefined ? -1 : items.findIndex(({ id }) => id === state.selected);
  if (at !== -1 && canSelect(items[at])) {
    const moved = at - state.index;
    return on(moved === 0 ? state : { ...state, top: Math.max(0, state.top + moved) }, view, at);
  }
  return on(state, view, nearest(items, clamp(at === -1 ? state.index : at, 0, Math.max(0, items.length - 1)), 1));
};

const windowOf = (state: ListState, { items, height }: View) => items.slice(state.top, state.top + Math.max(1, height));

const target = (state: ListState, view: View, move: ListMove): number => {
  const { items, height } = view;
  const last = items.length - 1;
  switch (move.to) {
    case 'up':
      return nearest(items, state.index - 1, -1);
    case 'down':
      return nearest(items, state.index + 1, 1);
    case 'pageup':
      return nearest(items, clamp(state.index - Math.max(1, height - 1), 0, last), -1);
    case 'pagedown':
      return nearest(items, clamp(state.index + Math.max(1, height - 1), 0, last), 1);
    case 'home':
      return nearest(items, 0, 1);
    case 'end':
      return nearest(items, last, -1);
    case 'item':
      return items.findIndex((item) => item.id === move.id && canSelect(item));
    case 'visible': {
      const chosen = windowOf(state, view).filter(canSelect)[move.number - 1];
      return chosen ? items.indexOf(chosen) : -1;
    }
    default:
      return never(move);
  }
};

/** Where the cursor is after the move; where there is nothing to move to, it stays. */
export const moveList = (before: ListState, view: View, move: ListMove): ListState => {
  const state = settle(before, view);
  const index = target(state, view, move);
  return index === -1 ? state : on(state, view, index);
};
