import type { ItemId } from '../kinds.ts';

/** What can come, go and change in a shop. */
export type Thing = 'category' | 'item' | 'group' | 'choice' | 'holiday';
export type Setting = 'name' | 'zone' | 'location' | 'hours' | 'minimum' | 'fees' | 'area' | 'lease';
type Value = string | number | null;

/** One difference between two states of a shop, as public as an event. `in` is where: a category, or the items that offer it. */
export type ShopChange =
  | { readonly change: 'set'; readonly of: Setting; readonly was: Value; readonly now: Value }
  | {
      readonly change: 'added' | 'removed';
      readonly of: Thing;
      readonly id: string;
      readonly name: string;
      readonly price?: number;
      readonly in?: readonly string[];
    }
  | {
      readonly change: 'edited';
      readonly of: Thing;
      readonly id: string;
      readonly name: string;
      readonly field: 'name' | 'price' | 'about' | 'choose' | 'hours';
      readonly was: Value;
      readonly now: Value;
      readonly in?: readonly string[];
    }
  | {
      readonly change: 'moved';
      readonly of: 'item';
      readonly id: ItemId;
      readonly name: string;
      readonly was: string;
      readonly now: string;
    }
  | { readonly change: 'reordered'; readonly of: Thing; readonly in?: readonly string[] };
