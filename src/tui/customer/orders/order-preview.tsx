import type { ReactNode } from 'react';
import { when, wonText } from '../../../words/page.ts';
import { reasonText } from '../../../words/reason-text.ts';
import { BlankLine, Line, TextLine } from '../../kit/line.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { Paragraph } from '../../kit/paragraph.tsx';
import { PriceLine } from '../../kit/price.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { usePage } from '../use-page.ts';
import { standRole, standText } from './order-cells.ts';
import { type OrderRow, orderOf, paymentText } from './orders-model.ts';
import { ordersWords } from './orders-words.ts';

type Props = { readonly row: OrderRow | undefined; readonly width: number; readonly height: number };

/** What it was, beside the list. */
export const OrderPreview = ({ row, width, height }: Props): ReactNode => {
  const page = usePage();
  const { lang, glyphs } = useUi();
  const words = ordersWords(lang);
  const inner = panelInner(width, height).columns;
  const view = orderOf(row);
  const payment = row?.kind === 'payment' ? row.payment : undefined;
  if (!view) {
    return (
      <Panel width={width} height={height}>
        {payment && <TextLine text={wonText(page, payment.amount)} look="title" width={inner} />}
        {payment && <Paragraph text={paymentText(payment, page, words)} look="warn" width={inner} />}
      </Panel>
    );
  }
  const reason = reasonText(view, page);
  return (
    <Panel title={view.shopName} note={when(page, view.placedAt)} width={width} height={height}>
      <TextLine text={standText(view, page)} look={standRole(view)} width={inner} />
      {reason !== undefined && <TextLine text={reason} look="dim" width={inner} />}
      {payment && <Paragraph text={paymentText(payment, page, words)} look="warn" width={inner} />}
      <BlankLine />
      {view.lines.map(({ item, name, quantity, choices, total }, at) => (
        <PreviewLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of an order has no name but its number, and never moves
          key={`${item} ${at}`}
          label={`${name} ${glyphs.times}${quantity}`}
          options={choices.map((choice) => choice.name).join(', ')}
          total={total}
          width={inner}
        />
      ))}
      <Line
        cells={[
          { text: words.fee, role: 'dim', grow: true },
          { text: view.fee === 0 ? words.free : wonText(page, view.fee), role: 'dim' },
        ]}
        width={inner}
      />
      <PriceLine label={words.total} amount={view.total} width={inner} look="title" />
      <BlankLine />
      <TextLine text={view.order} look="dim" width={inner} />
    </Panel>
  );
};

type LineProps = {
  readonly label: string;
  readonly options: string;
  readonly total: Parameters<typeof PriceLine>[0]['amount'];
  readonly width: number;
};

const PreviewLine = ({ label, options, total, width }: LineProps): ReactNode => (
  <>
    <PriceLine label={label} amount={total} width={width} />
    {options !== '' && <TextLine text={`  ${options}`} look="dim" width={width} />}
  </>
);
