import type { Glyphs } from './glyphs.ts';
import type { Binding } from './keys.ts';

const named: Readonly<Record<string, string>> = {
  enter: 'Enter',
  esc: 'Esc',
  tab: 'Tab',
  'shift-tab': 'Shift+Tab',
  space: 'Space',
  backspace: 'Backspace',
  delete: 'Del',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

const asciiArrows: Readonly<Record<string, string>> = { up: 'Up', down: 'Down', left: 'Left', right: 'Right' };

/** How a key is called on the keyboards of people. */
export const keyName = (name: string, glyphs: Glyphs): string => {
  if (name.startsWith('ctrl-')) return `Ctrl+${keyName(name.slice('ctrl-'.length), glyphs).toUpperCase()}`;
  if (name.startsWith('shift-') && name !== 'shift-tab') return `Shift+${keyName(name.slice('shift-'.length), glyphs)}`;
  if (name === 'up' || name === 'down' || name === 'left' || name === 'right') {
    return glyphs.set === 'ascii' ? (asciiArrows[name] ?? name) : glyphs[name];
  }
  return named[name] ?? name;
};

/** `↑↓`, `Enter`, `1-9`: what the footer shows before the label. */
export const bindingKeys = ({ keys, show }: Binding, glyphs: Glyphs): string => {
  const names = (show ?? keys.slice(0, 1)).map((name) => keyName(name, glyphs));
  return names.every((name) => name.length === 1) ? names.join('') : names.join('/');
};

/** Each key by name: for the help, which has the room. */
export const allKeys = ({ keys }: Binding, glyphs: Glyphs): string => keys.map((name) => keyName(name, glyphs)).join(' ');
