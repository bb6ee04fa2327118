import type { DaySales } from '../../../core/use-cases/sales.ts';
import { dayClose } from '../../../words/day-close.ts';
import type { Page } from '../../../words/page.ts';
import { type Glyphs, inGlyphs } from '../../kit/glyphs.ts';

/** As on the widest paper; it fits into a mail that is quoted, too. */
const pageColumns = 48;

/** The day's close as text: to be kept or mailed. */
export const dayPage = (sales: DaySales, { lang, now }: Page, glyphs: Glyphs): string =>
  dayClose(sales, now, { columns: pageColumns, lang, bar: glyphs.full })
    .map(({ text }) => `${inGlyphs(text, glyphs)}\n`)
    .join('');
