import { Fragment, type ReactNode } from 'react';
import type { Contact } from '../../../core/ordering/contact.ts';
import type { Message } from '../../../core/use-cases/messages.ts';
import { moneyOf, type OrderView } from '../../../core/views/order-view.ts';
import { type Page, when, wonText } from '../../../words/page.ts';
import { BlankLine, Line, TextLine } from '../../kit/line.tsx';
import { Paragraph } from '../../kit/paragraph.tsx';
import { PriceLine } from '../../kit/price.tsx';
import type { Role } from '../../kit/theme.ts';
import { useUi } from '../../kit/ui-context.ts';
import { usePage } from '../use-page.ts';
import { type OrderWords, orderWords } from './order-words.ts';

export const moneyLook = (view: OrderView): Role =>
  (({ paid: 'good', 'refund-pending': 'warn', refunded: 'good', 'refund-failed': 'bad' }) as const)[moneyOf(view)];

/** What has become of the money. */
export const moneyText = (view: OrderView, page: Page, words: OrderWords): string => {
  const said = {
    paid: words.paid,
    'refund-pending': words.refundPending,
    refunded: words.refunded,
    'refund-failed': words.refundFailed,
  } as const;
  return said[moneyOf(view)](wonText(page, view.total));
};

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
  return rows.map(([label, text]) =>
    text === undefined ? null : (
      <Line
        key={label}
        cells={[
          { text: `${label}  `, role: 'dim' },
          { text, grow: true },
        ]}
        width={width}
      />
    ),
  );
};

/** What was told, oldest first, as it was told. */
export const Messages = ({ messages, width }: Width & { readonly messages: readonly Message[] }): ReactNode => {
  const page = usePage();
  const words = orderWords(useUi().lang);
  if (messages.length === 0) return <TextLine text={words.noMessages} look="dim" width={width} />;
  return messages.map(({ id, at, text, status }) => {
    const [title = '', ...rest] = text.split('\n');
    const unsent = status === 'sent' ? '' : ` (${page.words.message[status]})`;
    return (
      <Fragment key={id}>
        <Line
          cells={[
            { text: `${when(page, at)}  `, role: 'dim' },
            { text: title + unsent, role: 'title', grow: true },
          ]}
          width={width}
        />
        <Paragraph text={rest.join('\n')} look="dim" width={width} rows={6} />
        <BlankLine />
      </Fragment>
    );
  });
};
