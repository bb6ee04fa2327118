import { fstatSync, writeSync } from 'node:fs';
import { lazyPattern } from '../core/lazy-pattern.ts';
import { isOrdinary } from '../core/ordinary-text.ts';
import { safeLine } from '../core/safe-text.ts';
import type { Display, Keyboard } from '../tui/app/tty.ts';
import { stopProcess, type Whom } from './stop-process.ts';

/** Whoever read our output has enough of it: the program ends quietly. */
export class PipeClosed extends Error {
  override readonly name = 'PipeClosed';
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
const never = new Int32Array(new SharedArrayBuffer(4));

/** A terminal that somebody sits at. */
export type Terminal = {
  readonly stdin: Keyboard;
  readonly stdout: Display;
  readonly isTerminal: (stream: 0 | 1 | 2) => boolean;
  /** To stdout or stderr, whole; throws PipeClosed when nobody reads it any more. */
  readonly write: (to: 1 | 2, bytes: Uint8Array) => void;
  /** Resolves when whoever sits there lets it go on. */
  readonly stop: (whom: Whom) => Promise<void>;
};

let lent: Terminal | undefined;
/** From here on this process sits at the terminal of another one; undefined: at its own again. */
export const sitAt = (terminal: Terminal | undefined): void => {
  lent = terminal;
};

/** To a stream of this process, whole, however slow its reader is. */
export const writeOwn = (to: 1 | 2, bytes: Uint8Array): void => {
  let rest = bytes;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(to === 1 ? writeSync(1, rest) : writeSync(2, rest));
    } catch (error) {
      // A pipe that somebody else made non-blocking is full: its reader is slower than we are.
      if (codeOf(error) === 'EAGAIN') Atomics.wait(never, 0, 0, 2);
      else if (codeOf(error) === 'EPIPE' || codeOf(error) === 'EIO') throw new PipeClosed();
      else throw error;
    }
  }
};
const writeAll = (to: 1 | 2, text: string): void => {
  terminal().write(to, Buffer.from(text, 'utf8'));
};

const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

// The same as safeText looks for: in JSON it is told as an escape, so that no data is lost.
const harmful = lazyPattern('[\\p{C}\\p{Zl}\\p{Zp}\\u115f\\u1160\\u3164\\uffa0]', 'gu');
const withEscapes = (text: string): string => text.replace(harmful(), escaped);

/** One JSON value on one line, which no terminal takes for a command. */
export const jsonLine = (value: unknown): string => {
  const text = JSON.stringify(value);
  return isOrdinary(text) ? text : withEscapes(text);
};

export type Tone = 'strong' | 'faint' | 'good' | 'bad' | 'warn';
/** A piece of a line; only we give it a tone, its text may be anybody's. */
export type Span = string | { readonly text: string; readonly tone: Tone };
export type Line = Span | readonly Span[];
export type Paint = (text: string, tone: Tone) => string;
export const noPaint: Paint = (text) => text;

/** What a person reads of a line, without its colours. */
export const textOf = (line: Line): string => {
  if (typeof line === 'string') return line;
  return 'text' in line ? line.text : line.map(textOf).join('');
};

// Made safe piece by piece, then coloured: no colour of a stranger gets through.
const drawn = (line: Line, paint: Paint): string => {
  if (typeof line === 'string') return safeLine(line);
  return 'text' in line ? paint(safeLine(line.text), line.tone) : line.map((span) => drawn(span, paint)).join('');
};
const block = (lines: readonly Line[], paint: Paint): string => lines.map((line) => `${drawn(line, paint)}\n`).join('');

/** Data for programs, to stdout. */
export const writeJson = (value: unknown): void => writeAll(1, `${jsonLine(value)}\n`);

/** Data for people, to stdout. */
export const writeLines = (lines: readonly Line[], paint: Paint = noPaint): void => writeAll(1, block(lines, paint));

/** In place of the lines that were written last, on a terminal. */
export const rewriteLines = (lines: readonly Line[], before: number, paint: Paint): void =>
  writeAll(1, `${before > 0 ? `\u001b[${before}A\u001b[J` : ''}${block(lines, paint)}`);

/** A drawing of our own that has been made safe, colours and all, by whoever drew it. */
export const writeDrawing = (drawing: string): void => writeAll(1, drawing);

/** Talk, to stderr; nobody need listen. */
export const say = (lines: readonly Line[], paint: Paint = noPaint): void => {
  try {
    writeAll(2, block(lines, paint));
  } catch (error) {
    if (!(error instanceof PipeClosed)) throw error;
  }
};

// A pipe or a file is none, which costs nothing to know.
const mayBeTerminal = (stream: 0 | 1 | 2): boolean => {
  try {
    return fstatSync(stream).isCharacterDevice();
  } catch {
    // A stream that is closed, for one: left to the module that knows.
    return true;
  }
};

// Asked for by name when it is wanted: the module brings the network with it.
const isOwnTerminal = (stream: 0 | 1 | 2): boolean => mayBeTerminal(stream) && process.getBuiltinModule('node:tty').isatty(stream);
export const isTerminal = (stream: 0 | 1 | 2): boolean => terminal().isTerminal(stream);

const ownTerminal: Terminal = {
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  isTerminal: isOwnTerminal,
  write: writeOwn,
  stop: stopProcess,
};
/** The one that this process sits at. */
export const terminal = (): Terminal => lent ?? ownTerminal;

/** Between 60 and 120; what is not a terminal gets 80. */
export const columns = (): number => Math.max(60, Math.min(120, isTerminal(1) ? (terminal().stdout.columns ?? 80) : 80));
