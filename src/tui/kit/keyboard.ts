import { keysOfHangul } from './jamo.ts';
import { type Binding, findBinding, isTyped, type Key, type KeyTable } from './keys.ts';

/** Somebody who listens for keys: a screen, a field, a modal. */
export type Layer = {
  /** The higher one is asked first; of equals, the later one. */
  readonly rank: number;
  readonly table: () => KeyTable;
  /** Takes the key as typed text; answers whether it did. */
  readonly type?: (key: Key) => boolean;
  /** Nothing goes past it. */
  readonly trap: boolean;
};

export type Keyboard = {
  readonly add: (layer: Layer) => () => void;
  /** A table has changed what it shows. */
  readonly changed: () => void;
  /** Delivers one key; answers the keys that it stands for when nobody knows it as it is. */
  readonly press: (key: Key) => readonly Key[];
  readonly subscribe: (onChange: () => void) => () => void;
  /** Whether letters are text now: the topmost listener is a field. */
  readonly isTyping: () => boolean;
  /** What can be pressed now, the top layer first. */
  readonly shown: () => KeyTable;
  /** How that looks in the footer, as a text: it changes when subscribers are called, and only then. */
  readonly looks: () => string;
};

export type KeyboardDeps = {
  readonly say: (reason: string) => void;
  readonly failed: (error: unknown) => void;
  /** What a key began takes long: whoever pressed it must know that it was heard. */
  readonly slow: () => void;
};

/** What takes longer than this waits for somebody. */
const noticedMs = 1000;

const reading = (layers: readonly Layer[]): readonly Layer[] => {
  const trap = layers.findIndex((layer) => layer.trap);
  return trap === -1 ? layers : layers.slice(0, trap + 1);
};

/** What a table has left when others are asked first: a key that is taken above does not come down. */
const leftOf = (table: KeyTable, taken: ReadonlySet<string>): KeyTable =>
  table.flatMap((binding) => {
    const keys = binding.keys.filter((key) => !taken.has(key));
    return keys.length === 0 ? [] : [keys.length === binding.keys.length ? binding : { ...binding, keys }];
  });

/** Beneath a field, a letter is text: only what the field leaves alone can be pressed. */
const pressable = (layers: readonly Layer[]): KeyTable => {
  let typing = false;
  const taken = new Set<string>();
  return layers.flatMap((layer) => {
    const left = leftOf(layer.table(), taken);
    const table = typing ? left.filter(({ keys }) => keys.some((key) => !isTyped(key))) : left;
    typing ||= layer.type !== undefined;
    for (const { keys } of table) for (const key of keys) taken.add(key);
    return table;
  });
};

/** Without the command, which names the ticket under the cursor and is read only when help opens: else each step would draw twice. */
const looksOf = (table: KeyTable): string =>
  JSON.stringify(table.map(({ keys, label, disabled, hidden, show }) => [keys, label, disabled, hidden, show]));

/** What an unknown key may have meant: Esc and a letter that came together, or letters of the Korean layout. */
const meanings = (key: Key): readonly Key[] => {
  if (key.name.startsWith('alt-')) {
    const rest = key.name.slice('alt-'.length);
    // Alt+Enter is a habit in other programs; Esc is the half of it that cannot order anything.
    return rest === 'enter'
      ? [{ name: 'esc', text: '' }]
      : [
          { name: 'esc', text: '' },
          { name: rest, text: key.text },
        ];
  }
  return (key.pasted ? undefined : keysOfHangul(key.text))?.map((name) => ({ name, text: name })) ?? [];
};

export const createKeyboard = ({ say, failed, slow }: KeyboardDeps): Keyboard => {
  let layers: readonly Layer[] = [];
  let shown: KeyTable = [];
  let looks = looksOf(shown);
  const watchers = new Set<() => void>();
  const changed = () => {
    shown = pressable(reading(layers));
    const now = looksOf(shown);
    if (now === looks) return;
    looks = now;
    for (const watch of watchers) watch();
  };
  const run = (binding: Binding, key: Key) => {
    if (binding.disabled !== undefined) return say(binding.disabled);
    // A handler is the edge between a person and a use case: what breaks in it is told, not thrown into Ink.
    try {
      const running = binding.run(key);
      if (!(running instanceof Promise)) return;
      const waiting = setTimeout(slow, noticedMs);
      running.catch(failed).finally(() => clearTimeout(waiting));
    } catch (error) {
      failed(error);
    }
  };
  return {
    add: (layer) => {
      const at = layers.findIndex(({ rank }) => rank <= layer.rank);
      layers = at === -1 ? [...layers, layer] : layers.toSpliced(at, 0, layer);
      changed();
      return () => {
        layers = layers.filter((one) => one !== layer);
        changed();
      };
    },
    changed,
    press: (key) => {
      for (const layer of reading(layers)) {
        if (layer.type?.(key)) return [];
        const binding = key.pasted ? undefined : findBinding(layer.table(), key.name);
        if (!binding) continue;
        run(binding, key);
        return [];
      }
      return meanings(key);
    },
    subscribe: (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    isTyping: () => layers[0]?.type !== undefined,
    shown: () => shown,
    looks: () => looks,
  };
};
