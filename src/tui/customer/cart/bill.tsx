import type { ReactNode } from 'react';
import type { Won } from '../../../core/money.ts';
import { wonText } from '../../../words/page.ts';
import { BlankLine, Line } from '../../kit/line.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import { PriceLine } from '../../kit/price.tsx';
import type { Cell } from '../../kit/rows.ts';
import type { Role } from '../../kit/theme.ts';
import { useUi } from '../../kit/ui-context.ts';
import { usePage } from '../use-page.ts';
import { cartWords } from './cart-words.ts';

export type Sums = { readonly subtotal: Won; readonly fee: Won; readonly total: Won };
export type Remark = { readonly text: string; readonly role: Role };

type Props = {
  readonly sums: Sums;
  readonly remarks: readonly Remark[];
  readonly width: number;
  readonly height: number;
  /** In the last row of the panel: until when it holds. */
  readonly foot?: ReactNode;
};

const mostRows = 6;

/** What it comes to, and what there is to say about it. */
export const Bill = ({ sums, remarks, width, height, foot }: Props): ReactNode => {
  const { lang, glyphs, screenReader } = useUi();
  const page = usePage();
  const { label } = page.words;
  const inner = panelInner(width, height);
  const { subtotal, fee, total } = sums;
  const free: readonly Cell[] = [{ text: label.fee, grow: true }, { text: label.free }];
  return (
    <Panel title={cartWords(lang).bill} width={width} height={height}>
      <PriceLine label={label.subtotal} amount={subtotal} width={inner.columns} />
      {fee === 0 ? <Line cells={free} width={inner.columns} /> : <PriceLine label={label.fee} amount={fee} width={inner.columns} />}
      {!screenReader && <Line cells={[{ text: glyphs.line.repeat(inner.columns), role: 'border' }]} width={inner.columns} />}
      <PriceLine label={label.total} amount={total} look="title" width={inner.columns} />
      {foot}
      {remarks.map(({ text, role }) => (
        <Remarked key={text} text={text} role={role} width={inner.columns} />
      ))}
    </Panel>
  );
};

const Remarked = ({ text, role, width }: Remark & { readonly width: number }): ReactNode => (
  <>
    <BlankLine />
    <Paragraph text={text} look={role} width={width} rows={Math.min(mostRows, linesOf(text, width).length)} />
  </>
);

/** The same in three rows, where there is no room beside. */
export const BillLine = ({ sums, remarks, width, foot }: Omit<Props, 'height'>): ReactNode => {
  const page = usePage();
  const { label } = page.words;
  const { subtotal, fee, total } = sums;
  const fees = fee === 0 ? label.free : wonText(page, fee);
  const [first] = remarks;
  return (
    <>
      <Line
        cells={[
          { text: ` ${label.subtotal} ${wonText(page, subtotal)} · ${label.fee} ${fees}`, role: 'dim', grow: true },
          { text: `${label.total} ${wonText(page, total)} `, role: 'title' },
        ]}
        width={width}
      />
      {foot ?? <BlankLine />}
      <Line cells={first ? [{ text: ` ${first.text}`, role: first.role, grow: true }] : []} width={width} />
    </>
  );
};
