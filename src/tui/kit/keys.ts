type Letter =
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'g'
  | 'h'
  | 'i'
  | 'j'
  | 'k'
  | 'l'
  | 'm'
  | 'n'
  | 'o'
  | 'p'
  | 'q'
  | 'r'
  | 's'
  | 't'
  | 'u'
  | 'v'
  | 'w'
  | 'x'
  | 'y'
  | 'z';
export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Sign = '!' | '?' | '/' | ':' | '+' | '-' | '=' | '.' | ',' | '[' | ']' | '<' | '>' | '*' | '#' | '_';
type Arrow = 'up' | 'down' | 'left' | 'right';
type Named = Arrow | 'enter' | 'esc' | 'tab' | 'space' | 'backspace' | 'delete' | 'home' | 'end' | 'pageup' | 'pagedown';

/** What a key table may speak of. Alt with a letter is not there: over a slow line Esc and a letter look the same. */
export type KeyName = Letter | Uppercase<Letter> | Digit | Sign | Named | 'shift-tab' | `shift-${Arrow}` | `ctrl-${Letter | Arrow}`;

/** One key as it came: `name` says which, `text` what it types into a field; a paste is one key without a name. */
export type Key = { readonly name: string; readonly text: string; readonly pasted?: true };

/** A line of a screen's key table: it drives the handler, the footer and the help. */
export type Binding = {
  readonly keys: readonly KeyName[];
  readonly label: string;
  readonly run: (key: Key) => void | Promise<void>;
  /** Why it cannot be used now; pressing it says so. */
  readonly disabled?: string | undefined;
  /** Works, but is left out of the footer; the help shows it. */
  readonly hidden?: boolean;
  /** What the footer shows instead of the first key: `↑↓` for two bindings that belong together. */
  readonly show?: readonly KeyName[];
  /** The same thing as a command, for the help. */
  readonly cli?: string;
};
export type KeyTable = readonly Binding[];

const editing: readonly string[] = ['space', 'backspace', 'delete', 'left', 'right', 'home', 'end'];
/** Whether a text field would take the key for itself. */
export const isTyped = (name: string): boolean => editing.includes(name) || [...name].length === 1;

export const findBinding = (table: KeyTable, name: string): Binding | undefined =>
  table.find(({ keys }) => keys.some((key) => key === name));
