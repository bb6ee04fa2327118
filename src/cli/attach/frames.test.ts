import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Frame, framed, frameReader, type Kind, mostBytes } from './frames.ts';

const kind = fc.constantFrom<Kind>('hello', 'input', 'size', 'signal', 'resumed', 'welcome', 'output', 'talk', 'raw', 'stop', 'exit');
const said = fc.record({ kind, payload: fc.uint8Array({ maxLength: 300 }) });

const reading = () => {
  const [frames, nonsense]: [Frame[], number[]] = [[], []];
  const read = frameReader(
    (frame) => frames.push(frame),
    () => nonsense.push(1),
  );
  return { read, frames, nonsense };
};
/** Cut anywhere: a socket gives no frame as it was written. */
const cut = (bytes: Buffer, places: readonly number[]): readonly Buffer[] => {
  const at = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return at.map((end, index) => bytes.subarray(at[index - 1] ?? 0, end));
};

test('what was said is heard, in its order, however the socket cuts it', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 12 }), (all, places) => {
      const { read, frames, nonsense } = reading();
      for (const chunk of cut(Buffer.concat(all.map((one) => framed(one.kind, one.payload))), places)) read(chunk);
      expect(frames.map((frame) => ({ kind: frame.kind, payload: new Uint8Array(frame.payload) }))).toEqual(all);
      expect(nonsense).toEqual([]);
    }),
  );
});

test('text keeps its letters, and what is longer than a frame comes in several', () => {
  const { read, frames } = reading();
  const long = '주문'.repeat(mostBytes / 4);
  read(framed('output', long));
  expect(frames.length).toBeGreaterThan(1);
  expect(Buffer.concat(frames.map(({ payload }) => payload)).toString()).toBe(long);
});

test('whatever comes is a frame or nonsense, is told as such once, and keeps no memory that was merely announced', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 }), (chunks) => {
      const { read, nonsense } = reading();
      for (const chunk of chunks) read(Buffer.from(chunk));
      expect(nonsense.length).toBeLessThanOrEqual(1);
    }),
  );
  const { read, frames, nonsense } = reading();
  read(Buffer.from([1, 0xff, 0xff, 0xff, 0xff]));
  read(framed('input', 'x'));
  expect({ frames, nonsense }).toEqual({ frames: [], nonsense: [1] });
});
