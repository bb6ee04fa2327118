import type { OrderId } from '../kinds.ts';

/** What the screens of one kitchen know together beside the events. Of no use once a ticket has left, so it never grows. */
export type KitchenDesk = {
  /** Rings that somebody heard. */
  readonly heard: readonly OrderId[];
  /** Dishes that are done, by order: lines counted from 0, ascending. */
  readonly done: Readonly<Record<string, readonly number[]>>;
};

export const emptyDesk: KitchenDesk = { heard: [], done: {} };

/** Without what is about tickets that have left the board. */
const swept = (desk: KitchenDesk, onBoard: ReadonlySet<string>): KitchenDesk => ({
  heard: desk.heard.filter((order) => onBoard.has(order)),
  done: Object.fromEntries(Object.entries(desk.done).filter(([order]) => onBoard.has(order))),
});

/** The same desk when all of them were heard before, so that nothing is written. */
export const withHeard = (desk: KitchenDesk, orders: readonly OrderId[], onBoard: ReadonlySet<string>): KitchenDesk => {
  const fresh = orders.filter((order) => onBoard.has(order) && !desk.heard.includes(order));
  if (fresh.length === 0) return desk;
  const kept = swept(desk, onBoard);
  return { ...kept, heard: [...kept.heard, ...new Set(fresh)] };
};

export const doneOf = (desk: KitchenDesk, order: OrderId): readonly number[] =>
  Object.hasOwn(desk.done, order) ? (desk.done[order] ?? []) : [];

/** Several lines at once; the same desk when they are marked so already. */
export const withDone = (
  desk: KitchenDesk,
  order: OrderId,
  lines: readonly number[],
  isDone: boolean,
  onBoard: ReadonlySet<string>,
): KitchenDesk => {
  const before = doneOf(desk, order);
  if (lines.every((line) => before.includes(line) === isDone)) return desk;
  const after = isDone ? [...new Set([...before, ...lines])].sort((a, b) => a - b) : before.filter((line) => !lines.includes(line));
  const kept = swept(desk, new Set([...onBoard, order]));
  const { [order]: _before, ...others } = kept.done;
  return { ...kept, done: after.length === 0 ? others : { ...others, [order]: after } };
};
