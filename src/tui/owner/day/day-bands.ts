import type { DaySales } from '../../../core/use-cases/sales.ts';
import { averageRows, type DayRow, hourRows, hoursIn, itemRows, itemsIn, type Shown, totalRows, undoneRows } from './day-rows.ts';

type Column = { readonly id: string; readonly width: number; readonly rows: readonly DayRow[] };
/** Columns side by side; bands stand one below the other. */
export type Band = readonly Column[];

export const gapColumns = 4;
const roomForTwo = 104;
const roomForHead = 70;

/** The gap above a heading is for between two of them. */
const fromTop = (rows: readonly DayRow[]): readonly DayRow[] => rows.slice(1);

/** The day as wide as there is room: in two columns, with two columns at its head, or one below the other. */
export const dayBands = (sales: DaySales, shown: Shown, width: number): readonly Band[] => {
  const { page } = shown;
  const { total } = sales.byHour;
  const half = Math.floor((width - gapColumns) / 2);
  const [totals, averages] = [totalRows(total, page), averageRows(total, page)];
  const sold = [...itemRows(itemsIn(sales), shown), ...undoneRows(sales.byHour, page)];
  if (width >= roomForTwo) {
    const left = [...totals, ...averages, ...hourRows(hoursIn(sales), shown, half)];
    return [
      [
        { id: 'left', width: half, rows: left },
        { id: 'right', width: half, rows: fromTop(sold) },
      ],
    ];
  }
  const rest = [...hourRows(hoursIn(sales), shown, width), ...sold];
  if (width < roomForHead) return [[{ id: 'all', width, rows: [...totals, ...averages, ...rest] }]];
  return [
    [
      { id: 'totals', width: half, rows: totals },
      { id: 'averages', width: half, rows: fromTop(averages) },
    ],
    [{ id: 'rest', width, rows: rest }],
  ];
};
