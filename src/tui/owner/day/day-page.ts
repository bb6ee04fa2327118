import { safeLine } from '../../../core/safe-text.ts';
import { localDay } from '../../../core/time.ts';
import { when } from '../../../words/page.ts';
import { inGlyphs } from '../../kit/glyphs.ts';
import { plainRow } from '../../kit/rows.ts';
import {
  averageRows,
  type DayRow,
  type DaySales,
  hourRows,
  hoursIn,
  itemRows,
  itemsIn,
  type Shown,
  totalRows,
  undoneRows,
} from './day-rows.ts';
import { dayWords } from './day-words.ts';

/** Fits on paper, and in a mail that is quoted. */
const pageWidth = 64;

/** The day's close as text: to be kept, mailed or printed. */
export const dayPage = (sales: DaySales, shown: Shown): string => {
  const { page, glyphs } = shown;
  const words = dayWords(page.lang);
  const { name, from, total } = sales.byHour;
  const rows: readonly DayRow[] = [
    ...totalRows(total, page),
    ...averageRows(total, page),
    ...hourRows(hoursIn(sales), shown, pageWidth),
    ...itemRows(itemsIn(sales), shown),
    ...undoneRows(sales.byHour, page),
  ];
  const lines = [
    `${safeLine(name)} · ${words.close} ${from}`,
    words.asOf(`${localDay(page.now, page.zone)} ${when(page, page.now)}`),
    ...(total.underway === 0 ? [] : [words.notOver(total.underway)]),
    '',
    ...rows.map(({ cells }) => plainRow(cells, pageWidth).trimEnd()),
  ];
  return `${lines.map((line) => inGlyphs(line, glyphs)).join('\n')}\n`;
};
