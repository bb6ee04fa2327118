import { connect, type Socket } from 'node:net';
import { type Frame, framed, frameReader, type Kind } from './frames.ts';
import type { Hello } from './hello.ts';
import { type Left, sitDown } from './sit-down.ts';

/** A spare that is well answers within a few milliseconds; whoever waits for one that is not would sooner have screens of their own. */
const patienceMs = 1000;

/** What a session on the other side of a socket is for its client. */
export type Line = {
  readonly send: (kind: Kind, payload?: string | Uint8Array) => void;
  readonly hangUp: () => void;
  /** Until then nothing is read. */
  readonly hear: (onFrame: (frame: Frame) => void, onClose: () => void) => void;
};

const lineOf = (socket: Socket, first: (frame: Frame) => void, closed: () => void): Line => {
  let onFrame = first;
  let onClose = closed;
  socket.on(
    'data',
    frameReader(
      (frame) => onFrame(frame),
      () => socket.destroy(),
    ),
  );
  // How it ends is heard by `close`.
  socket.on('error', () => undefined).on('close', () => onClose());
  return {
    send: (kind, payload) => {
      if (!socket.destroyed) socket.write(framed(kind, payload));
    },
    hangUp: () => socket.destroy(),
    hear: (nextFrame, nextClose) => {
      onFrame = nextFrame;
      onClose = nextClose;
    },
  };
};

/** The session of one spare, or how it ended; undefined when it does not welcome us. */
const attachTo = (path: string, hello: Hello): Promise<Left | undefined> =>
  new Promise((done) => {
    const socket = connect(path);
    const late = setTimeout(() => socket.destroy(), patienceMs);
    const line = lineOf(
      socket,
      ({ kind }) => {
        clearTimeout(late);
        // At once: its first frame may be in the same chunk.
        if (kind === 'welcome') done(sitDown(line));
        else socket.destroy();
      },
      () => {
        clearTimeout(late);
        done(undefined);
      },
    );
    line.send('hello', JSON.stringify(hello));
  });

/** How the session ended that the first spare to welcome us became; undefined when none did. */
export const attach = async (paths: readonly string[], hello: Hello): Promise<Left | undefined> => {
  for (const path of paths) {
    const left = await attachTo(path, hello);
    if (left) return left;
  }
  return undefined;
};
