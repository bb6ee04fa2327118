import type { IBufferCell } from '@xterm/headless';
import { updateLine } from '../app/update-line.ts';
import type { VirtualTerminal } from './virtual-terminal.ts';

const esc = '\u001b[';

const inkOf = (cell: IBufferCell): readonly number[] => {
  const color = cell.getFgColor();
  if (!cell.isFgPalette() || color > 15) return [];
  return [color < 8 ? 30 + color : 82 + color];
};

const styleOf = (cell: IBufferCell): string => {
  const marks = [cell.isBold() ? 1 : 0, cell.isDim() ? 2 : 0, cell.isUnderline() ? 4 : 0, cell.isInverse() ? 7 : 0].filter(
    (code) => code > 0,
  );
  return [...marks, ...inkOf(cell)].join(';');
};

/** A row as it would be written: its letters in the sixteen colours. */
const rowOf = (terminal: VirtualTerminal, y: number): string => {
  let [row, style] = ['', ''];
  for (let x = 0; x < terminal.size().columns; x += 1) {
    const cell = terminal.cell({ x, y });
    if (cell === undefined || cell.getWidth() === 0) continue;
    const next = styleOf(cell);
    if (next !== style) row += `${esc}0${next === '' ? '' : `;${next}`}m`;
    row += cell.getChars() || ' ';
    style = next;
  }
  return style === '' ? row : `${row}${esc}0m`;
};

/**
 * Films a terminal that is looked at now and then: from what stands there, not from what was written meanwhile, which depends on the
 * machine. Each look gives the bytes that turn the picture before into this one.
 */
export const openFilm = (terminal: VirtualTerminal): (() => string) => {
  const { columns, rows } = terminal.size();
  let before: readonly string[] = [];
  return () => {
    const now = Array.from({ length: rows }, (_, y) => rowOf(terminal, y));
    const changes = now.map((row, y) => {
      const change = before[y] === undefined ? `${esc}1G${row}` : updateLine(before[y] ?? '', row, columns);
      return change === '' ? '' : `${esc}${y + 1}H${change}`;
    });
    const cursor = terminal.cursor();
    before = now;
    return `${esc}?25l${changes.join('')}${cursor ? `${esc}${cursor.y + 1};${cursor.x + 1}H${esc}?25h` : ''}`;
  };
};
