const side = 21;
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Finders with what is around them, and the two dotted lines: no data there. */
const isReserved = (row: number, column: number): boolean =>
  (row < 9 && (column < 9 || column > 12)) || (row > 12 && column < 9) || row === 6 || column === 6;

/** Two columns at a time from the right, up and down in turn; the dotted column is skipped. */
const path: readonly (readonly [number, number])[] = [20, 18, 16, 14, 12, 10, 8, 5, 3, 1].flatMap((right, turn) =>
  Array.from({ length: side }, (_, step) => (turn % 2 === 0 ? side - 1 - step : step)).flatMap((row) => [
    [row, right] as const,
    [row, right - 1] as const,
  ]),
);

/** What a camera would read in a code of 21 × 21 squares (without mending anything), after ISO 18004 and not after the encoder. */
export const readQr = (isDark: (row: number, column: number) => boolean): string => {
  const format = [2, 3, 4].reduce((bits, column) => bits * 2 + (isDark(8, column) ? 1 : 0), 0);
  const isMasked = masks[format ^ 0b101];
  if (!isMasked) throw new Error(`no such mask: ${format}`);
  const bits = path
    .filter(([row, column]) => !isReserved(row, column))
    .map(([row, column]) => (isDark(row, column) === isMasked(row, column) ? '0' : '1'))
    .join('');
  const take = (from: number, length: number) => Number.parseInt(bits.slice(from, from + length), 2);
  if (take(0, 4) !== 0b0100) throw new Error(`not in bytes: ${bits.slice(0, 4)}`);
  return String.fromCharCode(...Array.from({ length: take(4, 8) }, (_, at) => take(12 + 8 * at, 8)));
};

/** The squares of drawn rows: true where a block stands. */
export const squaresOf = (rows: readonly string[]): readonly (readonly boolean[])[] =>
  rows.some((row) => row.includes('##'))
    ? rows.map((row) => Array.from({ length: row.length / 2 }, (_, at) => row[2 * at] === '#'))
    : rows.flatMap((row) => [[...row].map((cell) => '▀█'.includes(cell)), [...row].map((cell) => '▄█'.includes(cell))]);
