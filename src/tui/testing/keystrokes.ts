/** What a keyboard sends. Escape as the kitty protocol writes it: a bare one is told from the start of a sequence by waiting only. */
const sequences = {
  enter: '\r',
  esc: '\u001b[27u',
  tab: '\t',
  'shift-tab': '\u001b[Z',
  backspace: '\u007f',
  delete: '\u001b[3~',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  'page-up': '\u001b[5~',
  'page-down': '\u001b[6~',
  space: ' ',
} as const;
export type KeyName = keyof typeof sequences;

const isName = (key: string): key is KeyName => Object.hasOwn(sequences, key);

/** `enter`, `ctrl-w`, `alt-b`; whatever else is sent as it is, in one chunk: `안녕`, `jj`, `녕\r`. */
export const bytesOf = (key: string): string => {
  if (isName(key)) return sequences[key];
  const [, modifier, letter = ''] = /^(ctrl|alt)-([a-z])$/.exec(key) ?? [];
  if (modifier === 'ctrl') return String.fromCharCode(letter.charCodeAt(0) - 96);
  return modifier === 'alt' ? `\u001b${letter}` : key;
};

/** As a terminal hands over what was pasted. */
export const pasted = (text: string): string => `\u001b[200~${text}\u001b[201~`;
