import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What a screen whose hours pass quickly is told. */
export type ToScreen =
  | { readonly ask: 'pass'; readonly until: number }
  | { readonly ask: 'weigh' }
  | { readonly ask: 'snapshot'; readonly file: string };
/** `timers` are the waits of a second and more, `handles` all that keeps Node's loop busy. */
export type Weight = { readonly heapBytes: number; readonly timers: number; readonly handles: number };

export type Hours = {
  /** What a program is started with, for its clock to be this one. */
  readonly options: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly passTo: (until: number) => Promise<void>;
  readonly weigh: () => Promise<Weight>;
  /** All that it holds, for the tools of a browser. */
  readonly snapshot: (file: string) => Promise<void>;
  readonly close: () => void;
};

/** The clock of one other program, beginning at `startMs`. */
export const openHours = async (folder: string, startMs: number): Promise<Hours> => {
  const path = join(folder, 'hours.sock');
  const server = createServer();
  const connected = once(server, 'connection') as Promise<[Socket]>;
  server.listen(path);
  await once(server, 'listening');
  const answers: ((text: string) => void)[] = [];
  const speaking = connected.then(([socket]) => {
    createInterface({ input: socket }).on('line', (text) => answers.shift()?.(text));
    return socket;
  });
  const tell = async (what: ToScreen): Promise<string> => {
    const socket = await speaking;
    return new Promise((done) => {
      answers.push(done);
      socket.write(`${JSON.stringify(what)}\n`);
    });
  };
  return {
    options: ['--import', fileURLToPath(new URL('./hours.child.ts', import.meta.url))],
    env: { BENCH_HOURS: path, BENCH_START_MS: String(startMs) },
    passTo: async (until) => void (await tell({ ask: 'pass', until })),
    weigh: async () => JSON.parse(await tell({ ask: 'weigh' })),
    snapshot: async (file) => void (await tell({ ask: 'snapshot', file })),
    close: () => server.close(),
  };
};
