import { createServer, type Server, type Socket } from 'node:net';

export type FakePrinter = {
  readonly port: number;
  /** What came out, one entry a connection; questions about its state are no paper. */
  readonly pages: readonly Buffer[];
  /** Pages as a person would read them. */
  readonly texts: () => readonly string[];
  readonly asked: () => number;
  readonly close: () => Promise<void>;
};
type Manner = {
  /** What it answers when it is asked how it is. */
  readonly status?: Uint8Array;
  /** Takes nothing in. */
  readonly stalls?: boolean;
  /** Hangs up hard as soon as a page begins. */
  readonly drops?: boolean;
  /** Takes everything and never hangs up. */
  readonly lingers?: boolean;
  readonly port?: number;
};

/** Takes our own commands away and reads the rest as CP949's common part does. */
export const readPage = (page: Uint8Array): string => {
  const bytes = [...page];
  const text: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const [byte = 0, next = 0] = bytes.slice(at, at + 2);
    if (byte === 0x1b) at += next === 0x40 ? 1 : 2;
    else if (byte === 0x1c) at += 1;
    else if (byte === 0x1d) at += next === 0x56 ? 3 : 2;
    else text.push(byte);
  }
  return new TextDecoder('euc-kr').decode(Uint8Array.from(text));
};

const isQuestion = (bytes: Buffer): boolean => bytes.length === 3 && bytes[0] === 0x10;

/** A receipt printer in the network that remembers what it was sent. */
export const openFakePrinter = async ({ status, stalls, drops, lingers, port = 0 }: Manner = {}): Promise<FakePrinter> => {
  const pages: Buffer[] = [];
  const sockets = new Set<Socket>();
  let asked = 0;
  const serve = (socket: Socket): void => {
    const got: Buffer[] = [];
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (stalls) return void socket.pause();
    socket.on('data', (bytes) => {
      if (isQuestion(bytes)) {
        asked++;
        if (status) socket.write(status);
      } else if (drops) socket.resetAndDestroy();
      else got.push(bytes);
    });
    socket.on('end', () => {
      if (got.length > 0) pages.push(Buffer.concat(got));
      if (!lingers) socket.end();
    });
  };
  const server: Server = createServer({ allowHalfOpen: true }, serve);
  await new Promise<void>((done) => {
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`no port: ${address}`);
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => {
      server.close(done);
    });
  };
  return { port: address.port, pages, texts: () => pages.map(readPage), asked: () => asked, close };
};
