import type { Key as InkKey } from 'ink';
import { describe, expect, test } from 'vitest';
import { splitKeys, splitText } from './split-keys.ts';

const none: InkKey = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};
const names = (input: string, signs: Partial<InkKey> = {}) => splitKeys(input, { ...none, ...signs }).map(({ name }) => name);

describe('what a terminal sends becomes keys', () => {
  test('several letters in one chunk are several keys', () => {
    expect(names('jj')).toEqual(['j', 'j']);
  });

  test('the Enter that ends a composed syllable is a key of its own', () => {
    expect(splitText('녕\r')).toEqual([
      { name: '녕', text: '녕' },
      { name: 'enter', text: '' },
    ]);
  });

  test('a syllable in parts is one composed letter', () => {
    expect(splitText('간'.normalize('NFD'))).toEqual([{ name: '간', text: '간' }]);
  });

  test('a family of emoji is one letter', () => {
    expect(splitText('👨‍👩‍👧‍👦!').map(({ text }) => text)).toEqual(['👨‍👩‍👧‍👦', '!']);
  });

  test('tab, backspace and control letters within a chunk are keys', () => {
    expect(names('a\tb\x7f\x15')).toEqual(['a', 'tab', 'b', 'backspace', 'ctrl-u']);
  });

  test('CR LF is one Enter', () => {
    expect(names('\r\n')).toEqual(['enter']);
  });

  test('named keys carry their modifiers', () => {
    expect(names('', { upArrow: true })).toEqual(['up']);
    expect(names('', { tab: true, shift: true })).toEqual(['shift-tab']);
    expect(names('', { leftArrow: true, ctrl: true })).toEqual(['ctrl-left']);
    expect(names('s', { ctrl: true })).toEqual(['ctrl-s']);
  });

  test('two Escapes in one chunk are two, not one with Alt', () => {
    expect(names('', { escape: true, meta: true })).toEqual(['esc', 'esc']);
  });

  test('Alt with a letter keeps both readings', () => {
    expect(splitKeys('j', { ...none, meta: true })).toEqual([{ name: 'alt-j', text: 'j' }]);
  });

  test('letting a key go is nothing', () => {
    expect(names('a', { eventType: 'release' })).toEqual([]);
  });

  test('bytes that steer a terminal are no keys', () => {
    expect(names('\x00\x1c')).toEqual([]);
  });
});
