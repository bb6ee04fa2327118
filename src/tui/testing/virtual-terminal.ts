import { format } from 'node:util';
import type { IBufferCell } from '@xterm/headless';
import xterm from '@xterm/headless';

export type Size = { readonly columns: number; readonly rows: number };
/** Counted from 0 in cells, as a terminal does. */
export type Cell = { readonly x: number; readonly y: number };

/** A terminal without a window: what a person would see of the bytes that were written to it. */
export type VirtualTerminal = {
  /** Resolves when the bytes have been drawn; fails on a sequence that is none, of which a real terminal would show rubbish. */
  readonly write: (bytes: string) => Promise<void>;
  readonly resize: (size: Size) => void;
  readonly size: () => Size;
  /** The rows that are on the screen, without the blanks behind them. */
  readonly lines: () => readonly string[];
  readonly cell: (at: Cell) => IBufferCell | undefined;
  /** Where the cursor blinks; undefined while it is hidden. */
  readonly cursor: () => Cell | undefined;
  readonly isAlternate: () => boolean;
  /** Whether a private mode is on: 2004 for bracketed paste, 1049 for the alternate screen. */
  readonly isSet: (mode: number) => boolean;
  readonly bells: () => number;
  readonly title: () => string;
  /** What the terminal itself answers: where its cursor is, what it can. */
  readonly onAnswer: (hear: (bytes: string) => void) => void;
};

export const openVirtualTerminal = ({ columns, rows }: Size): VirtualTerminal => {
  let trouble: string | undefined;
  const pass = () => undefined;
  const error = (...said: readonly unknown[]) => {
    trouble ??= format(...said);
  };
  const logger = { trace: pass, debug: pass, info: pass, warn: pass, error };
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true, scrollback: 200, logger });
  const modes = new Map([[25, true]]);
  const note = (isOn: boolean) => (numbers: readonly (number | number[])[]) => {
    for (const number of numbers.flat()) modes.set(number, isOn);
    // Not the last to hear of it: the terminal itself acts on it.
    return false;
  };
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, note(true));
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, note(false));
  let [bells, title] = [0, ''];
  terminal.onBell(() => {
    bells += 1;
  });
  terminal.onTitleChange((text) => {
    title = text;
  });
  const row = (y: number) => terminal.buffer.active.getLine(terminal.buffer.active.baseY + y);
  return {
    write: (bytes) =>
      new Promise((done, fail) =>
        terminal.write(bytes, () => (trouble === undefined ? done() : fail(new Error(`${trouble} in ${JSON.stringify(bytes)}`)))),
      ),
    resize: (size) => terminal.resize(size.columns, size.rows),
    size: () => ({ columns: terminal.cols, rows: terminal.rows }),
    lines: () => Array.from({ length: terminal.rows }, (_, y) => row(y)?.translateToString(true) ?? ''),
    cell: ({ x, y }) => row(y)?.getCell(x),
    cursor: () => (modes.get(25) ? { x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY } : undefined),
    isAlternate: () => terminal.buffer.active.type === 'alternate',
    isSet: (mode) => modes.get(mode) === true,
    bells: () => bells,
    title: () => title,
    onAnswer: (hear) => {
      terminal.onData(hear);
    },
  };
};
