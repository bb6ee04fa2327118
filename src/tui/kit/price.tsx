import type { ReactNode } from 'react';
import { formatWon, type Won } from '../../core/money.ts';
import { textWidth } from '../../core/text-width.ts';
import type { Lang } from '../../words/lang.ts';
import { Line } from './line.tsx';
import type { Cell } from './rows.ts';
import type { Role } from './theme.ts';
import { useUi } from './ui-context.ts';

/** Won, right-aligned in a column: `wide` is the largest amount that stands in it. */
export const priceCell = (amount: Won, lang: Lang, { role, width }: { readonly role?: Role; readonly width?: number } = {}): Cell => {
  const text = formatWon(amount, lang);
  return { text, align: 'right', width: Math.max(width ?? 0, textWidth(text)), ...(role && { role }) };
};

/** The column that all of these amounts need. */
export const priceWidth = (amounts: readonly Won[], lang: Lang): number =>
  amounts.reduce((widest, amount) => Math.max(widest, textWidth(formatWon(amount, lang))), 0);

type Props = { readonly label: string; readonly amount: Won; readonly width: number; readonly look?: Role };

/** A line of a bill: what, and how much at the right end. */
export const PriceLine = ({ label, amount, width, look = 'text' }: Props): ReactNode => {
  const { lang } = useUi();
  return <Line cells={[{ text: label, role: look, grow: true }, { text: ' ' }, priceCell(amount, lang, { role: look })]} width={width} />;
};
