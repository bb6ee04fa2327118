import type { VirtualTerminal } from './virtual-terminal.ts';

/** Everything that can be seen, cell by cell: a blank cell that nobody wrote is a space. */
export const cellsOf = (terminal: VirtualTerminal): readonly string[] => {
  const { columns, rows } = terminal.size();
  return Array.from({ length: rows * columns }, (_, at) => {
    const cell = terminal.cell({ x: at % columns, y: Math.floor(at / columns) });
    if (!cell) return '';
    const colors = [cell.getFgColor(), cell.getFgColorMode(), cell.getBgColor(), cell.getBgColorMode()];
    const marks = [cell.isBold(), cell.isDim(), cell.isInverse(), cell.isUnderline(), cell.isItalic(), cell.isStrikethrough()];
    return [cell.getWidth() === 0 ? '' : cell.getChars() || ' ', ...colors, ...marks].join();
  });
};
