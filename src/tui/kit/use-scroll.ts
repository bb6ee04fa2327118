import { useState } from 'react';
import type { KeyTable } from './keys.ts';
import { useKitWords } from './ui-context.ts';

export type Scroll = {
  readonly top: number;
  readonly height: number;
  readonly total: number;
  /** How many rows there are, once they have been laid out. */
  readonly measured: (total: number) => void;
  readonly keys: KeyTable;
};

/** The position in something longer than its window; what it holds is drawn by `<ScrollView>`. From the `end`: the newest stays in view while nobody scrolls. */
export const useScroll = (height: number, from: 'start' | 'end' = 'start'): Scroll => {
  const words = useKitWords();
  const [total, measured] = useState(0);
  const [wanted, setTop] = useState(from === 'end' ? Number.POSITIVE_INFINITY : 0);
  const last = Math.max(0, total - height);
  const top = Math.min(wanted, last);
  const to = (row: number) => setTop(from === 'end' && row >= last ? Number.POSITIVE_INFINITY : Math.max(0, Math.min(last, row)));
  const by = (rows: number) => to(top + rows);
  const page = Math.max(1, height - 1);
  return {
    top,
    height,
    total,
    measured,
    keys: [
      { keys: ['down', 'j'], label: words.scroll, show: ['up', 'down'], hidden: last === 0, run: () => by(1) },
      { keys: ['up', 'k'], label: words.scroll, hidden: true, run: () => by(-1) },
      { keys: ['pagedown', 'space', 'ctrl-f'], label: words.scroll, hidden: true, run: () => by(page) },
      { keys: ['pageup', 'ctrl-b'], label: words.scroll, hidden: true, run: () => by(-page) },
      { keys: ['home', 'g'], label: words.scroll, hidden: true, run: () => to(0) },
      { keys: ['end', 'G'], label: words.scroll, hidden: true, run: () => to(last) },
    ],
  };
};
