import { connect, type Socket } from 'node:net';
import type { Printed, PrintTrouble } from '../../core/kitchen/printer.ts';
import { askStatus, troubleIn } from './esc-pos.ts';

export type Patience = {
  /** For the connection, and again for the page. */
  readonly pageMs: number;
  /** For the answer to how it is; many printers give none. */
  readonly statusMs: number;
};
type Ended = 'closed' | 'error' | 'late';

const failed = (trouble: PrintTrouble, mayBeOut = false): Printed => ({ kind: 'failed', trouble, mayBeOut });

/** What comes first of these, or the end of patience. */
const first = <T>(ms: number, late: T, listen: (done: (value: T) => void) => void): Promise<T> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late), ms);
    listen((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });

const opened = (socket: Socket, ms: number): Promise<'open' | 'refused' | 'late'> =>
  first<'open' | 'refused' | 'late'>(ms, 'late', (done) => {
    socket.once('connect', () => done('open')).once('error', () => done('refused'));
  });

const statusOf = (socket: Socket, ms: number): Promise<Uint8Array> =>
  first<Uint8Array>(ms, new Uint8Array(), (done) => {
    socket.once('data', done).once('close', () => done(new Uint8Array()));
    socket.write(askStatus);
  });

/** Until the printer has taken everything and hung up; one that never hangs up has taken it all the same. */
const sent = (socket: Socket, page: Uint8Array, ms: number): Promise<Ended> =>
  first<Ended>(ms, 'late', (done) => {
    socket.once('error', () => done('error')).once('close', (hadError) => done(hadError ? 'error' : 'closed'));
    socket.end(page);
  });

const talk = async (socket: Socket, page: Uint8Array, { pageMs, statusMs }: Patience): Promise<Printed> => {
  const reached = await opened(socket, pageMs);
  if (reached !== 'open') return failed('off');
  const trouble = troubleIn(await statusOf(socket, statusMs));
  if (trouble) return failed(trouble);
  if (socket.destroyed || !socket.writable) return failed('broken');
  // Whatever it babbles meanwhile is let go, or it would stop listening.
  socket.resume();
  const ended = await sent(socket, page, pageMs);
  if (ended === 'error') return failed('broken', true);
  return socket.writableFinished ? { kind: 'printed' } : failed('slow', true);
};

/** A connection a page: a printer that was off, or that somebody moved, is found again by the next one. */
export const printOverTcp = async (host: string, port: number, page: Uint8Array, patience: Patience): Promise<Printed> => {
  const socket = connect({ host, port, noDelay: true });
  // Later errors of a connection that is over tell nobody anything.
  socket.on('error', () => undefined);
  try {
    return await talk(socket, page, patience);
  } finally {
    socket.destroy();
  }
};
