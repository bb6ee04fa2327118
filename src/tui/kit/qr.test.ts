import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../core/text-width.ts';
import { readQr, squaresOf } from '../testing/read-qr.ts';
import { type Blocks, type DrawnQr, drawQr } from './qr.ts';
import { modulesOf } from './qr-modules.ts';

const order = 'ord_7k3m9x2qzt';
const rowsOf = (drawn: DrawnQr): readonly string[] => {
  if (!drawn.fits) throw new Error(`needs ${drawn.needs.columns}×${drawn.needs.rows}`);
  return drawn.rows;
};
const roomy = { columns: 80, rows: 40 };
const darkOf = (rows: readonly string[], blocks: Blocks) =>
  squaresOf(rows).map((row) => row.map((isBlock) => isBlock === (blocks === 'dark')));

const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];

describe.each([
  ['unicode', 'light', 4, roomy],
  ['unicode', 'dark', 4, roomy],
  ['unicode', 'light', 2, { columns: 25, rows: 13 }],
  ['unicode', 'dark', 2, { columns: 28, rows: 15 }],
  ['ascii', 'light', 4, roomy],
  ['ascii', 'dark', 2, { columns: 50, rows: 25 }],
] as const)('a code in %s signs whose blocks are %s, with a border of %i', (set, blocks, quiet, room) => {
  test('reads as the text that it was made of', async () => {
    const dark = darkOf(rowsOf(drawQr(await modulesOf(order), room, { set, blocks })), blocks);
    expect(readQr((row, column) => dark[row + quiet]?.[column + quiet] ?? false)).toBe(order);
  });

  test('has its three finders in the corners and nothing but light around', async () => {
    const dark = darkOf(rowsOf(drawQr(await modulesOf(order), room, { set, blocks })), blocks);
    const at = (top: number, left: number) =>
      finder.map((_, row) => finder.map((_none, column) => (dark[quiet + top + row]?.[quiet + left + column] ? '#' : '.')).join(''));
    expect([at(0, 0), at(0, 14), at(14, 0)]).toEqual([finder, finder, finder]);
    const isBorder = (at: number) => at < quiet || at >= 21 + quiet;
    const border = dark.flatMap((row, y) => row.filter((_, x) => isBorder(x) || isBorder(y)));
    expect(border.length).toBeGreaterThan(0);
    expect(border).not.toContain(true);
  });

  test('is a rectangle within its room', async () => {
    const rows = rowsOf(drawQr(await modulesOf(order), room, { set, blocks }));
    const side = 21 + 2 * quiet;
    expect(new Set(rows.map(textWidth))).toEqual(new Set([set === 'ascii' ? 2 * side : side]));
    expect(rows).toHaveLength(set === 'ascii' ? side : Math.ceil(side / 2));
  });
});

test('the squares are those of the encoder, one for one, also in a larger code', async () => {
  const text = 'https://example.com/an/address/that/takes/a/larger/code';
  const modules = await modulesOf(text);
  expect(modules.length).toBeGreaterThan(21);
  const dark = darkOf(rowsOf(drawQr(modules, roomy, { set: 'unicode', blocks: 'dark' })), 'dark');
  const inner = dark.slice(4, 4 + modules.length).map((row) => row.slice(4, 4 + modules.length));
  expect(inner).toEqual(encode(text, { border: 0, boostEcc: true }).data);
});

test('where it has no room it says what it would need', async () => {
  const modules = await modulesOf(order);
  expect(drawQr(modules, { columns: 24, rows: 40 }, { set: 'unicode', blocks: 'light' })).toEqual({
    fits: false,
    needs: { columns: 25, rows: 13 },
  });
  expect(drawQr(modules, { columns: 80, rows: 12 }, { set: 'unicode', blocks: 'light' })).toMatchObject({ fits: false });
  expect(drawQr(modules, { columns: 80, rows: 24 }, { set: 'ascii', blocks: 'light' })).toEqual({
    fits: false,
    needs: { columns: 50, rows: 25 },
  });
});
