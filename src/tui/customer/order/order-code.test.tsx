import { beforeAll, expect, test } from 'vitest';
import { goesToViews } from '../../../core/route.ts';
import { order, stages } from '../../../core/testing/story.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { modulesOf } from '../../kit/qr-modules.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';
import { readQr, squaresOf } from '../../testing/read-qr.ts';

// The encoder is loaded when it is first asked for; how long that takes is the disk's affair, not the screen's.
beforeAll(() => modulesOf('load'));

const sit = (options: DeskOptions) =>
  openDesk(createMemoryStore({ routesToViews: goesToViews }), {
    first: { at: 'order', order },
    before: (world) => world.tell(...stages.delivering),
    ...options,
  });

/** What a camera before the whole screen would find, once it has passed the drawn border. */
const scan = (lines: readonly string[], blocks: 'light' | 'dark', quiet: number): string => {
  const rows = lines.flatMap((line) => /^.*│ +([▀▄█ ]{21,}?) +│.*$/.exec(line)?.[1] ?? []).filter((row) => /\S/.test(row));
  const left = Math.min(...rows.map((row) => row.search(/\S/)));
  const dark = squaresOf(rows).map((row) => row.map((isBlock) => isBlock === (blocks === 'dark')));
  return readQr((row, column) => dark[row + quiet]?.[column + quiet + left] ?? false);
};

test.each([
  ['ko', 80, 24, 4],
  ['en', 80, 24, 4],
  ['ko', 60, 20, 2],
  ['en', 60, 20, 2],
] as const)('Q shows the number as a code that reads as the number, %s at %i×%i', async (lang, columns, rows, quiet) => {
  const desk = await sit({ lang, columns, rows });
  await desk.press('Q');
  expect(desk.lines()).toHaveLength(rows);
  expect(desk.screen()).toContain(order);
  expect(desk.screen()).toContain(lang === 'ko' ? '보여 주세요.' : 'to the shop or the rider.');
  expect(scan(desk.lines(), 'light', quiet)).toBe(order);
  expect(desk.screen()).toMatchSnapshot();
  await desk.press('esc');
  expect(desk.screen()).not.toContain('█▀▀');
});

test('the footer of the order has no room for it, the help names it', async () => {
  const desk = await sit({ rows: 40 });
  expect(desk.lines().at(-1)).not.toContain('QR');
  await desk.press('?');
  expect(desk.screen()).toMatch(/Q +번호를 QR로 보여 주기/);
});

test('on a light background the blocks are the dark squares; i swaps them where that was guessed wrong', async () => {
  const desk = await sit({ env: { BAEDAL_THEME: 'light' } });
  await desk.press('Q');
  const light = desk.screen();
  expect(scan(desk.lines(), 'dark', 0)).toBe(order);
  await desk.press('i');
  expect(desk.screen()).not.toBe(light);
  expect(scan(desk.lines(), 'light', 4)).toBe(order);
  await desk.press('i');
  expect(desk.screen()).toBe(light);
});

test.each([
  ['ko', 'QR 코드를 그리려면 창이 54x32 이상이어야 해요.'],
  ['en', 'A QR code needs a window of 54x32 or larger.'],
] as const)('in plain signs it takes a higher window, and says so beside the number: %s', async (lang, said) => {
  const small = await sit({ lang, env: { BAEDAL_ASCII: '1' } });
  await small.press('Q');
  expect(small.screen()).toContain(said);
  expect(small.screen()).toContain(order);
  expect(small.screen()).not.toContain('##');
  const high = await sit({ lang, env: { BAEDAL_ASCII: '1' }, columns: 54, rows: 32 });
  await high.press('Q');
  const rows = high.lines().flatMap((line) => /\| ([# ]{50}) \|/.exec(line)?.[1] ?? []);
  const squares = squaresOf(rows);
  expect(readQr((row, column) => squares[row + 2]?.[column + 2] === false)).toBe(order);
  expect(high.screen()).not.toMatch(/[▀▄█]/);
});

test.each(['ko', 'en'] as const)('a window of the size that it asks for shows it, one row less does not: %s', async (lang) => {
  const desk = await sit({ lang, columns: 40, rows: 12 });
  await desk.press('Q');
  expect(desk.screen()).toContain('40×21');
  await desk.resize({ columns: 40, rows: 20 });
  expect(desk.screen()).toContain('40×21');
  await desk.resize({ columns: 40, rows: 21 });
  expect(scan(desk.lines(), 'light', 2)).toBe(order);
});

test('read aloud it is the number alone', async () => {
  const desk = await sit({ screenReader: true });
  await desk.press('Q');
  expect(desk.screen()).toContain(`주문 번호\n${order}`);
  expect(desk.screen()).not.toMatch(/[▀▄█]|##/);
});
