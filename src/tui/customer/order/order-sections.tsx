import { Fragment, type ReactNode } from 'react';
import type { Contact } from '../../../core/ordering/contact.ts';
import { textWidth } from '../../../core/text-width.ts';
import type { OrderView } from '../../../core/views/order-view.ts';
import { wonText } from '../../../words/page.ts';
import { Line, TextLine } from '../../kit/line.tsx';
import { PriceLine } from '../../kit/price.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { usePage } from '../use-page.ts';
import { orderWords } from './order-words.ts';

type Width = { readonly width: number };

/** What was ordered, with its options and notes, and what it came to. */
export const Bill = ({ view, contact, width }: Width & { readonly view: OrderView; readonly contact: Contact | undefined }): ReactNode => {
  const { lang, glyphs } = useUi();
  const page = usePage();
  const words = orderWords(lang);
  const noteOf = (at: number) => contact?.lineNotes?.find(({ line }) => line === at)?.note;
  return (
    <>
      {view.lines.map(({ item, name, quantity, choices, total }, at) => {
        const note = noteOf(at);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of an order has no name but its number, and never moves
          <Fragment key={`${item} ${at}`}>
            <PriceLine label={`${name} ${glyphs.times}${quantity}`} amount={total} width={width} />
            {choices.length > 0 && <TextLine text={`  ${choices.map((choice) => choice.name).join(', ')}`} look="dim" width={width} />}
            {note !== undefined && <TextLine text={`  “${note}”`} look="warn" width={width} />}
          </Fragment>
        );
      })}
      <Line
        cells={[
          { text: words.fee, role: 'dim', grow: true },
          { text: view.fee === 0 ? words.free : wonText(page, view.fee), role: 'dim' },
        ]}
        width={width}
      />
      <PriceLine label={words.total} amount={view.total} width={width} look="title" />
    </>
  );
};

/** Where it goes, and what was asked for. */
export const Where = ({ contact, width }: Width & { readonly contact: Contact }): ReactNode => {
  const words = orderWords(useUi().lang);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.to, contact.address],
    [words.toShop, contact.note],
    [words.toRider, contact.riderNote],
  ];
  const labelWidth = rows.reduce((widest, [label]) => Math.max(widest, textWidth(label)), 0) + 2;
  return rows.map(([label, text]) =>
    text === undefined ? null : (
      <Line
        key={label}
        cells={[
          { text: label, role: 'dim', width: labelWidth },
          { text, grow: true },
        ]}
        width={width}
      />
    ),
  );
};
