import { Readable, Writable } from 'node:stream';
import { runLine } from '../run-line.ts';
import { sitAt, type Terminal } from '../terminal.ts';

const ctrlC = '\u0003';
/** After the first frame there are some more, when what was asked for has come. */
const lookMs = 250;
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

/** Draws the first screen once, for nobody: what is drawn a second time takes a tenth of the time. */
export const warmUp = async (database: string): Promise<void> => {
  let leaving: NodeJS.Timeout | undefined;
  const terminal = blankTerminal(() => {
    leaving ??= setTimeout(() => terminal.press(ctrlC), lookMs);
  });
  sitAt(terminal);
  await runLine(['--db', database, '--as', nobody], process.env);
  clearTimeout(leaving);
  sitAt(undefined);
};
