import type { Key } from './keys.ts';
import type { EditAction } from './text-edit.ts';

const actions: Readonly<Record<string, EditAction['do']>> = {
  backspace: 'backspace',
  delete: 'delete',
  'ctrl-d': 'delete',
  left: 'left',
  right: 'right',
  'alt-b': 'word-left',
  'ctrl-left': 'word-left',
  'alt-left': 'word-left',
  'alt-f': 'word-right',
  'ctrl-right': 'word-right',
  'alt-right': 'word-right',
  home: 'home',
  'ctrl-a': 'home',
  end: 'end',
  'ctrl-e': 'end',
  'ctrl-w': 'kill-word',
  'alt-backspace': 'kill-word',
  'ctrl-u': 'kill-before',
  'ctrl-k': 'kill-after',
  'ctrl-_': 'undo',
};

/** What a key does in a line of text; undefined when it is none of the field's: Enter, Esc, Tab, up and down stay with the screen. */
export const editAction = (key: Key): EditAction | undefined => {
  if (key.pasted) return { do: 'insert', text: key.text };
  const known = actions[key.name];
  if (known !== undefined && known !== 'insert') return { do: known };
  return key.text === '' || key.name.startsWith('alt-') || key.name.startsWith('ctrl-') ? undefined : { do: 'insert', text: key.text };
};
