import { Readable, Writable } from 'node:stream';
import type { Size, VirtualTerminal } from './virtual-terminal.ts';

/** The two ends of a terminal that a program holds, with a virtual terminal behind them. */
export const openFakeTty = (terminal: VirtualTerminal, size: Size) => {
  let bytes = '';
  let isRaw = false;
  const stdin = Object.assign(new Readable({ read: () => undefined }), {
    isTTY: true,
    setRawMode: (on: boolean) => {
      isRaw = on;
    },
    ref: () => undefined,
    unref: () => undefined,
  });
  const stdout = Object.assign(
    new Writable({
      decodeStrings: false,
      write: (chunk: string | Buffer, _encoding, done) => {
        const text = chunk.toString();
        bytes += text;
        terminal.write(text).then(() => done(), done);
      },
    }),
    { isTTY: true, ...size },
  );
  return {
    stdin,
    stdout,
    send: (chunk: string) => stdin.push(chunk),
    /** All that was written so far. */
    bytes: () => bytes,
    isRaw: () => isRaw,
    resize: (to: Size) => {
      terminal.resize(to);
      Object.assign(stdout, to);
      stdout.emit('resize');
    },
  };
};
