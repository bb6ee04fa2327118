import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Hello, readHello, readSignal, readSize } from './hello.ts';

const hello: Hello = {
  build: '1 v24',
  args: ['owner', '--lang', 'ko'],
  env: { LC_ALL: 'ko_KR.UTF-8', 이름: '값' },
  cwd: '/home/민수',
  size: { columns: 120, rows: 40 },
  talksToTerminal: true,
};
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

test('a hello is heard as it was said', () => {
  expect(readHello(bytes(hello))).toEqual(hello);
});

test.each([
  ['without a build', { build: undefined }],
  ['with a word that is none', { args: ['owner', 7] }],
  ['with an end of text in a word', { args: ['a\0b'] }],
  ['with surroundings that are a list', { env: ['PATH'] }],
  ['with a number in its surroundings', { env: { PATH: 7 } }],
  ['without a folder', { cwd: null }],
  ['with no columns', { size: { columns: 0, rows: 40 } }],
  ['with half a row', { size: { columns: 80, rows: 1.5 } }],
  ['with a screen as large as a field', { size: { columns: 1e9, rows: 1e9 } }],
  ['that does not know where its talk goes', { talksToTerminal: 'yes' }],
] as const)('a hello %s is none', (_what, change) => {
  expect(readHello(bytes({ ...hello, ...change }))).toBeUndefined();
});

test('whatever else comes is no hello, no size and no signal, and breaks nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json().map(Buffer.from), fc.uint8Array().map(Buffer.from)), (anything) => {
      expect([readHello(anything), readSize(anything), readSignal(anything)]).toEqual([undefined, undefined, undefined]);
    }),
  );
});

test('of signals only those of a terminal are passed on', () => {
  expect(['SIGTERM', 'SIGTSTP', 'SIGKILL', 'SIGUSR1', 'exit'].map((name) => readSignal(Buffer.from(name)))).toEqual([
    'SIGTERM',
    'SIGTSTP',
    undefined,
    undefined,
    undefined,
  ]);
});
