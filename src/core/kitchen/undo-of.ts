import { type ChoiceId, type Instant, type ItemId, later, type OrderId, type ShopId } from '../kinds.ts';
import { never } from '../result.ts';

/** What a key on a kitchen's screen can have done. */
export type Pressed =
  | { readonly did: 'accept' | 'reject' | 'cook' | 'cancel' | 'bump'; readonly order: OrderId }
  | { readonly did: 'finish'; readonly order: OrderId; readonly at: Instant }
  | { readonly did: 'recall'; readonly order: OrderId }
  | { readonly did: 'delay'; readonly order: OrderId }
  | { readonly did: 'mark'; readonly order: OrderId; readonly line: number; readonly isDone: boolean }
  | { readonly did: 'acknowledge'; readonly orders: readonly OrderId[] }
  | { readonly did: 'sold-out'; readonly shop: ShopId; readonly item: ItemId | ChoiceId }
  | { readonly did: 'restore'; readonly shop: ShopId; readonly item: ItemId | ChoiceId; readonly until: Instant };

/** What takes it back. `until`: the last moment at which it can be. */
export type Undo =
  | { readonly by: 'recall' | 'finish'; readonly order: OrderId; readonly until?: Instant }
  | { readonly by: 'mark'; readonly order: OrderId; readonly line: number; readonly isDone: boolean }
  | { readonly by: 'restore'; readonly shop: ShopId; readonly item: ItemId | ChoiceId }
  | { readonly by: 'sold-out'; readonly shop: ShopId; readonly item: ItemId | ChoiceId; readonly until: Instant };

/** Why it stays: the customer was told, their right to cancel hung on it, money is on its way back, or it was only seen. */
export type Final = 'told' | 'cancel-right' | 'refund' | 'seen';

/** What can be done instead, if anything. */
export type Instead = 'cancel' | 'delay';

export type Undoing = { readonly undo: Undo } | { readonly final: Final; readonly instead?: Instead };

/** How the last key is taken back. What was promised to a customer is corrected, never unsaid. */
export const undoOf = (pressed: Pressed, recallMs: number): Undoing => {
  switch (pressed.did) {
    case 'accept':
      return { final: 'told', instead: 'cancel' };
    case 'cook':
      return { final: 'cancel-right', instead: 'cancel' };
    case 'delay':
      return { final: 'told', instead: 'delay' };
    case 'reject':
    case 'cancel':
      return { final: 'refund' };
    case 'bump':
    case 'acknowledge':
      return { final: 'seen' };
    case 'finish':
      return { undo: { by: 'recall', order: pressed.order, until: later(pressed.at, recallMs) } };
    case 'recall':
      return { undo: { by: 'finish', order: pressed.order } };
    case 'mark':
      return { undo: { by: 'mark', order: pressed.order, line: pressed.line, isDone: !pressed.isDone } };
    case 'sold-out':
      return { undo: { by: 'restore', shop: pressed.shop, item: pressed.item } };
    case 'restore':
      return { undo: { by: 'sold-out', shop: pressed.shop, item: pressed.item, until: pressed.until } };
    default:
      return never(pressed);
  }
};
