import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { squeeze } from '../../src/tui/app/squeeze.ts';
import { cellsOf } from '../../src/tui/testing/cells-of.ts';
import { openVirtualTerminal } from '../../src/tui/testing/virtual-terminal.ts';

type How = { readonly isQuick: boolean; readonly isThrifty: boolean };
type Bundle = (of: How & { readonly entry: string; readonly outfile: string }) => Promise<void>;
const script = pathToFileURL(join(import.meta.dirname, '../../scripts/build.mjs')).href;
const { bundleScreens } = (await import(script)) as { readonly bundleScreens: Bundle };

const folder = mkdtempSync(join(tmpdir(), 'baedal-same-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What one program writes, drawn with this bundle of Ink. */
const written = async (child: string, how: How, ...args: readonly string[]): Promise<readonly string[]> => {
  const outfile = join(folder, `${child}-${how.isQuick}-${how.isThrifty}.cjs`);
  await bundleScreens({ entry: join(import.meta.dirname, `${child}.child.tsx`), outfile, ...how });
  const { stdout, status } = spawnSync(process.execPath, [outfile, ...args], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  expect(status).toBe(0);
  const writes: unknown = JSON.parse(stdout);
  return Array.isArray(writes) ? writes.map(String) : [];
};
const painted = (how: How, dish: string) => written('painted', how, dish);
const endOfFrame = '\u001b[?2026l';
/** What a terminal shows after each frame. */
const frames = async (writes: readonly string[]): Promise<readonly (readonly string[])[]> => {
  const terminal = openVirtualTerminal({ columns: 80, rows: 24 });
  const shown: (readonly string[])[] = [];
  for (const frame of writes.join('').split(endOfFrame)) {
    await terminal.write(frame);
    shown.push(cellsOf(terminal));
  }
  return shown;
};
const size = (writes: readonly string[]) => Buffer.byteLength(writes.join(''));

test('what makes Ink quick changes no byte of what it paints', async () => {
  const plain = await painted({ isQuick: false, isThrifty: false }, '🍗 치킨');
  expect(plain.length).toBeGreaterThan(30);
  expect(plain.join('')).toContain('제육볶음');
  expect(await painted({ isQuick: true, isThrifty: false }, '🍗 치킨')).toEqual(plain);
});

test('what makes frames small changes no cell of any of them', async () => {
  // No emoji: this terminal gives it one column and Ink two, so Ink's own frames are torn there.
  const plain = await painted({ isQuick: false, isThrifty: false }, '치킨');
  const thrifty = await painted({ isQuick: true, isThrifty: true }, '치킨');
  const short = thrifty.map(squeeze);
  const [ours, theirs] = [await frames(short), await frames(plain)];
  expect(ours).toHaveLength(theirs.length);
  const wrong = ours.flatMap((cells, frame) =>
    cells.flatMap((cell, at) =>
      cell === theirs[frame]?.[at] ? [] : [{ frame, x: at % 80, y: Math.floor(at / 80), cell, not: theirs[frame]?.[at] }],
    ),
  );
  expect(wrong).toEqual([]);
  expect(size(short)).toBeLessThan(size(plain));
});

test('what changes in one turn of the event loop is one frame, and what is asked for at once is in the first', async () => {
  const [first = '', second = '', last = ''] = await written('turn', { isQuick: true, isThrifty: true });
  expect(first).not.toContain('nothing yet');
  expect(first).toContain('김치찌개');
  expect(second).not.toContain('제육볶음');
  expect(second.split(endOfFrame)).toHaveLength(2);
  // Left in the same turn: nothing that was drawn is lost.
  expect(last).toContain('물냉면');
});
