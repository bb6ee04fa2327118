import { Readable, Writable } from 'node:stream';
import { runLine } from '../run-line.ts';
import { sitAt, type Terminal } from '../terminal.ts';

const ctrlC = '\u0003';
/** After the first frame there is another one, when what was asked for has come. */
const lookMs = 80;
/** So often V8 has to see it before it is as quick as it gets; more is hardly better. */
const rounds = 6;
/** Nobody has this id, so nobody's profile is made or read. */
const nobody = 'customer:cus_nobody';

/** A terminal that nobody sees. */
const blankTerminal = (onDrawn: () => void): Terminal & { readonly press: (key: string) => void } => {
  const stdin = Object.assign(new Readable({ read: () => undefined }), {
    ...{ isTTY: true, isRaw: false },
    ...{ setRawMode: () => undefined, ref: () => undefined, unref: () => undefined },
  });
  const stdout = Object.assign(
    new Writable({
      write: (_chunk, _encoding, done) => {
        onDrawn();
        done();
      },
    }),
    { isTTY: true, columns: 120, rows: 40 },
  );
  return {
    ...{ stdin, stdout },
    isTerminal: () => true,
    write: () => undefined,
    stop: async () => undefined,
    press: (key) => stdin.push(key),
  };
};

const drawOnce = async (database: string): Promise<void> => {
  let leaving: NodeJS.Timeout | undefined;
  const terminal = blankTerminal(() => {
    leaving ??= setTimeout(() => terminal.press(ctrlC), lookMs);
  });
  sitAt(terminal);
  await runLine(['--db', database, '--as', nobody], { ...process.env, TERM: 'xterm-256color' });
  clearTimeout(leaving);
  sitAt(undefined);
};

/** Draws the first screen a few times for nobody: the next time it takes a third of the time of the first. */
export const warmUp = async (database: string): Promise<void> => {
  for (let round = 0; round < rounds; round++) await drawOnce(database);
};
