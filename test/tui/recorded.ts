import { Writable } from 'node:stream';
import chalk from 'chalk';
import { render } from 'ink';
import type { ReactNode } from 'react';

/** Draws with Ink as the screens do, and keeps what it writes: each write a string. */
export const recorded = (element: ReactNode) => {
  const writes: string[] = [];
  chalk.level = 1;
  const out = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      writes.push(String(chunk));
      done();
    },
  });
  const stdout = Object.assign(out, { isTTY: true, columns: 80, rows: 24 });
  const options = { stdout, interactive: true, alternateScreen: true, incrementalRendering: true, patchConsole: false, maxFps: 60 };
  const ink = render(element, options);
  return { ink, stdout, writes };
};
