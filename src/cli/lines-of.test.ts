import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './lines-of.ts';

const read = async (text: string, size: number): Promise<readonly string[]> => {
  const bytes = Buffer.from(text);
  const pieces = (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  })();
  const lines: string[] = [];
  for await (const line of linesOf(pieces)) lines.push(line);
  return lines;
};

test('lines end at a line feed alone, however the bytes come in', async () => {
  expect(await read('가\u2028나\r\n다\n', 1)).toEqual(['가\u2028나\r', '다']);
  expect(await read('', 1)).toEqual([]);
  expect(await read('no end', 3)).toEqual(['no end']);
  const unit = fc.constantFrom('a', '\n', '배', '🍲', '\u2028', '\r');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit, maxLength: 30 }), fc.integer({ min: 1, max: 7 }), async (text, size) => {
      const whole = text.split('\n');
      expect(await read(text, size)).toEqual(whole.at(-1) === '' ? whole.slice(0, -1) : whole);
    }),
  );
});
