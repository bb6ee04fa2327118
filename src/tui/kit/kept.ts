/** What a person left behind in the places of one terminal. Text of a field, a cursor: going back must lose none of it. */
export type Kept = {
  /** How often the place was started anew. */
  readonly age: (place: string) => number;
  /** The place starts anew, as when an order has been placed. */
  readonly forget: (place: string) => void;
};

export const createKept = (): Kept => {
  const ages = new Map<string, number>();
  const age = (place: string) => ages.get(place) ?? 0;
  return { age, forget: (place) => void ages.set(place, age(place) + 1) };
};

/** One kept thing of one kind, declared beside the screen that keeps it: `const note = keptSlot<Edit>()`. */
export type KeptSlot<T> = {
  readonly read: (kept: Kept, place: string) => T | undefined;
  readonly write: (kept: Kept, place: string, value: T) => void;
};

export const keptSlot = <T>(): KeptSlot<T> => {
  // By terminal: one process may serve many people, and what one typed is nobody else's.
  const terminals = new WeakMap<Kept, Map<string, { readonly age: number; readonly value: T }>>();
  return {
    read: (kept, place) => {
      const found = terminals.get(kept)?.get(place);
      return found?.age === kept.age(place) ? found.value : undefined;
    },
    write: (kept, place, value) => {
      const places = terminals.get(kept) ?? new Map<string, { readonly age: number; readonly value: T }>();
      terminals.set(kept, places.set(place, { age: kept.age(place), value }));
    },
  };
};
