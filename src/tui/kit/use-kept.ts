import { createContext, useContext, useState } from 'react';
import type { Kept, KeptSlot } from './kept.ts';

export const KeptContext = createContext<Kept | undefined>(undefined);
/** To start a place anew. */
export const useKeptPlaces = (): Kept => {
  const kept = useContext(KeptContext);
  if (!kept) throw new Error('something is kept outside of <UiRoot>');
  return kept;
};

/** A state that outlives the screen: found again when the person comes back to `place`. */
export const useKept = <T>(slot: KeptSlot<T>, place: string, first: () => T): readonly [T, (next: T) => void] => {
  const kept = useKeptPlaces();
  const [value, setValue] = useState<T>(() => slot.read(kept, place) ?? first());
  const keep = (next: T) => {
    slot.write(kept, place, next);
    setValue(() => next);
  };
  return [value, keep];
};
