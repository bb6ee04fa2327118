import type { Key as InkKey } from 'ink';
import { graphemes } from '../../core/text-width.ts';
import type { Key } from './keys.ts';

type Signs = Pick<InkKey, 'ctrl' | 'shift' | 'meta'>;

const namedBy: readonly (readonly [keyof InkKey, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'esc'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

const withSigns = (name: string, { ctrl, shift, meta }: Signs) =>
  `${meta ? 'alt-' : ''}${ctrl ? 'ctrl-' : ''}${shift ? 'shift-' : ''}${name}`;

const ofControl = (character: string): Key | undefined => {
  const code = character.charCodeAt(0);
  if (character === '\r' || character === '\n' || character === '\r\n') return { name: 'enter', text: '' };
  if (character === '\t') return { name: 'tab', text: '' };
  if (character === '\x7f' || character === '\b') return { name: 'backspace', text: '' };
  if (character === '\x1b') return { name: 'esc', text: '' };
  if (code >= 1 && code <= 26) return { name: `ctrl-${String.fromCharCode(code + 96)}`, text: '' };
  if (code === 31) return { name: 'ctrl-_', text: '' };
  return undefined;
};

const ofGrapheme = (grapheme: string): readonly Key[] => {
  const control = ofControl(grapheme);
  if (control) return [control];
  if (grapheme < ' ') return [];
  return [{ name: grapheme === ' ' ? 'space' : grapheme, text: grapheme }];
};

/** Several keys come in one chunk over a slow line, and `녕\r` from an input method: each grapheme is a key of its own. */
export const splitText = (text: string): readonly Key[] => graphemes(text.normalize('NFC')).flatMap(ofGrapheme);

/** What Ink made of the bytes, as our keys. */
export const splitKeys = (input: string, key: InkKey): readonly Key[] => {
  if (key.eventType === 'release') return [];
  const named = namedBy.find(([flag]) => key[flag] === true)?.[1];
  if (named === 'esc') return key.meta ? [alone, alone] : [alone];
  if (named) return [{ name: withSigns(named, key), text: '' }];
  if (input === '') return [];
  if (key.meta) return splitText(input).map((one) => ({ name: `alt-${one.name}`, text: one.text }));
  if (key.ctrl) return [{ name: `ctrl-${input}`, text: '' }];
  return splitText(input);
};
const alone: Key = { name: 'esc', text: '' };
