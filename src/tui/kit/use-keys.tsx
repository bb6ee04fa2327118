import { useInput, usePaste } from 'ink';
import { createContext, type ReactNode, useContext, useInsertionEffect, useLayoutEffect, useReducer, useRef } from 'react';
import type { Keyboard } from './keyboard.ts';
import type { Key, KeyTable } from './keys.ts';
import { splitKeys } from './split-keys.ts';

export const KeyboardContext = createContext<Keyboard | undefined>(undefined);
export const useKeyboard = (): Keyboard => {
  const keyboard = useContext(KeyboardContext);
  if (!keyboard) throw new Error('keys are read outside of <UiRoot>');
  return keyboard;
};

/** How many modals are around: what is inside one is asked before everything outside. */
const DepthContext = createContext(0);
export const KeyDepth = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <DepthContext value={useContext(DepthContext) + 1}>{children}</DepthContext>
);

const places = { app: 0, screen: 1, pane: 2, field: 3, cover: 1_000_000 } as const;
type Options = {
  /** `app` is asked last, a focused `field` first; a `cover` hides all of them. */
  readonly at?: keyof typeof places;
  readonly active?: boolean;
  readonly trap?: boolean;
  readonly type?: (key: Key) => boolean;
};

/** Listens with this table for as long as it is drawn; the table of the latest frame counts. */
export const useKeys = (table: KeyTable, { at = 'screen', active = true, trap = false, type }: Options = {}): void => {
  const keyboard = useKeyboard();
  const rank = useContext(DepthContext) * 10 + places[at];
  const latest = useRef({ table, type });
  const types = type !== undefined;
  useInsertionEffect(() => {
    latest.current = { table, type };
  });
  useLayoutEffect(() => {
    if (!active) return;
    return keyboard.add({
      rank,
      trap,
      table: () => latest.current.table,
      ...(types && { type: (key: Key) => latest.current.type?.(key) ?? false }),
    });
  }, [keyboard, active, rank, trap, types]);
  useLayoutEffect(() => keyboard.changed());
};

const isText = (key: Key | undefined): key is Key => key !== undefined && !key.pasted && key.text !== '' && !/^(alt|ctrl)-/.test(key.name);

/** The next key; in a field, letters that came together go in together, as a frame for each would be work for nothing. */
const shiftKey = (queue: Key[], isTyping: boolean): Key | undefined => {
  const key = queue.shift();
  if (!isTyping || !isText(key)) return key;
  const run = queue.findIndex((one) => !isText(one));
  const rest = queue.splice(0, run === -1 ? queue.length : run);
  return rest.length === 0 ? key : { name: '', text: key.text + rest.map(({ text }) => text).join('') };
};

/**
 * The one reader of the terminal's input. Each key waits until what the one before it changed has been drawn, so a handler never works
 * on an old screen: of two Enters in one chunk, the second meets what the first has left.
 */
export const KeyReader = ({ keyboard }: { readonly keyboard: Keyboard }): ReactNode => {
  const queue = useRef<Key[]>([]);
  const waiting = useRef(false);
  const [drawn, draw] = useReducer((count: number) => count + 1, 0);
  const next = useRef(() => {
    waiting.current = false;
    const key = shiftKey(queue.current, keyboard.isTyping());
    if (!key) return;
    queue.current.unshift(...keyboard.press(key));
    // Also when nothing waits yet: Ink hands over what came in one chunk piece by piece, an arrow apart from the letter behind it.
    waiting.current = true;
    draw();
  });
  const take = (keys: readonly Key[]) => {
    queue.current.push(...keys);
    if (!waiting.current) next.current();
  };
  useLayoutEffect(() => {
    // Not within this commit: React takes fifty updates made in commits for an endless loop.
    if (drawn > 0) queueMicrotask(next.current);
  }, [drawn]);
  useInput((input, key) => take(splitKeys(input, key)));
  usePaste((text) => take([{ name: '', text, pasted: true }]));
  return null;
};
