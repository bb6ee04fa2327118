import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { beginSync, endSync } from './escape-sequences.ts';
import { through } from './through.ts';
import { wholeFrames } from './whole-frames.ts';

/** A terminal that keeps each write apart. */
const openStream = () => {
  const writes: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      writes.push(String(chunk));
      done();
    },
  });
  return {
    writes,
    stdout: through(
      stream as unknown as NodeJS.WriteStream,
      wholeFrames((text) => text.toUpperCase()),
    ),
  };
};

test('a frame is one write, and what is no frame goes at once', () => {
  const { stdout, writes } = openStream();
  stdout.write('before');
  for (const chunk of [beginSync, 'row one', 'row two', endSync]) stdout.write(chunk);
  stdout.write('behind');
  expect(writes).toEqual(['BEFORE', `${beginSync}row onerow two${endSync}`.toUpperCase(), 'BEHIND']);
});

test('whoever waits for a write hears of it, also when nothing was left of it', async () => {
  const { stdout, writes } = openStream();
  stdout.write(beginSync);
  await new Promise<void>((done) => stdout.write('', () => done()));
  stdout.write(endSync);
  expect(writes.join('')).toBe((beginSync + endSync).toUpperCase());
});
