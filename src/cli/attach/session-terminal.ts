import type { Socket } from 'node:net';
import { Readable, Writable } from 'node:stream';
import type { Whom } from '../stop-process.ts';
import { PipeClosed, type Terminal } from '../terminal.ts';
import { type Frame, framed, type Kind } from './frames.ts';
import { readSignal, readSize, type Signal, type Size } from './hello.ts';

/** A terminal that takes nothing in for so long is given up: what it does not read would be kept for it without end. */
const mostWaitingBytes = 4 * 2 ** 20;

type Events = {
  readonly onSignal: (signal: Signal) => void;
  /** The other side said what nobody says. */
  readonly onNonsense: () => void;
};

/** Keys of the other side. A paste that is read slowly waits on the other side of the socket. */
const openInput = (socket: Socket, send: (kind: Kind, payload: string) => void) => {
  const input = new Readable({ read: () => socket.resume() });
  return Object.assign(input, {
    isTTY: true,
    isRaw: false,
    setRawMode: (on: boolean) => {
      send('raw', on ? '1' : '0');
    },
    ref: () => undefined,
    unref: () => undefined,
  });
};

const openOutput = (socket: Socket, send: (kind: Kind, payload: string | Uint8Array) => void, size: Size) => {
  const output = new Writable({
    decodeStrings: false,
    write: (chunk: string | Uint8Array, _encoding, done) => {
      send('output', chunk);
      // At once, so that frames of other kinds come after it and not between.
      done();
      if (socket.writableLength > mostWaitingBytes) socket.destroy();
    },
  });
  return Object.assign(output, { isTTY: true, ...size });
};

/** The terminal on the other side of a socket, as a session has it. */
export const openSessionTerminal = (socket: Socket, size: Size, talksToTerminal: boolean, { onSignal, onNonsense }: Events) => {
  const send = (kind: Kind, payload: string | Uint8Array = ''): void => {
    if (!socket.destroyed) socket.write(framed(kind, payload));
  };
  const stdin = openInput(socket, send);
  const stdout = openOutput(socket, send, size);
  let resume = () => {};
  socket.on('close', () => stdin.push(null));

  const resized = (bytes: Uint8Array) => {
    const next = readSize(bytes);
    if (!next) return onNonsense();
    Object.assign(stdout, next);
    stdout.emit('resize');
  };
  const signalled = (bytes: Uint8Array) => {
    const signal = readSignal(bytes);
    if (signal) onSignal(signal);
    else onNonsense();
  };
  const hear = ({ kind, payload }: Frame): void => {
    if (kind === 'input') {
      if (!stdin.push(payload)) socket.pause();
    } else if (kind === 'size') resized(payload);
    else if (kind === 'signal') signalled(payload);
    else if (kind === 'resumed') resume();
    else onNonsense();
  };
  const terminal: Terminal = {
    ...{ stdin, stdout },
    isTerminal: (stream) => stream !== 2 || talksToTerminal,
    write: (to, bytes) => {
      if (socket.destroyed) throw new PipeClosed();
      send(to === 1 ? 'output' : 'talk', bytes);
    },
    stop: (whom: Whom) => {
      const resumed = new Promise<void>((done) => {
        resume = done;
      });
      send('stop', whom);
      return resumed;
    },
  };
  return { terminal, hear, send };
};
