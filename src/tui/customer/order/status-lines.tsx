import type { ReactNode } from 'react';
import type { Instant } from '../../../core/kinds.ts';
import { BlankLine, Line } from '../../kit/line.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import { StepBar } from '../../kit/step-bar.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useMinute, useTimeLeft } from '../../kit/use-time.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { stepsOf } from './order-model.ts';
import { orderWords } from './order-words.ts';
import { type StatusRow, statusRows } from './status-rows.ts';
import type { Looked } from './use-order.ts';

/** Ticks by itself; the same time stands on the shop's screen. */
const AcceptLine = ({ until, width }: { readonly until: Instant; readonly width: number }): ReactNode => {
  const words = orderWords(useUi().lang);
  const left = useTimeLeft(until);
  return <Line cells={[{ text: `${words.acceptBy} ` }, { text: left, role: 'accent', grow: true }]} width={width} />;
};

/** What there is to say now, and how many rows it takes at this width. */
export const useStatus = (looked: Looked, width: number): { readonly rows: readonly StatusRow[]; readonly height: number } => {
  const { open, daemon } = useShell();
  useMinute();
  const page = usePage();
  const rows = statusRows(looked, { page, words: orderWords(page.lang), open, isAway: daemon.at === 'away' });
  const said = rows.map((row) => (row.kind === 'text' ? linesOf(row.text, width).length : 1));
  return { rows, height: said.reduce((sum, lines) => sum + lines, 2) };
};

type Props = { readonly looked: Looked; readonly rows: readonly StatusRow[]; readonly width: number };

/** Where it is, when it comes, what has become of the money. */
export const StatusLines = ({ looked, rows, width }: Props): ReactNode => {
  const page = usePage();
  return (
    <>
      <StepBar steps={stepsOf(looked.view, page, orderWords(page.lang))} width={width} />
      <BlankLine />
      {rows.map((row, at) =>
        row.kind === 'accept' ? (
          <AcceptLine key="accept" until={row.until} width={width} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no name but their order
          <Paragraph key={at} text={row.text} look={row.look} width={width} />
        ),
      )}
    </>
  );
};
