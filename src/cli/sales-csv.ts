type Cell = string | number | null;

// A sheet takes what begins so for a formula; behind an apostrophe it is text.
const formula = /^[\s]*[=+\-@\t\r|%]/;

const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** RFC 4180, a line for each row; names of people can neither break a row nor calculate. */
export const csvLines = (rows: readonly (readonly Cell[])[]): readonly string[] => rows.map((row) => row.map(cellText).join(','));
