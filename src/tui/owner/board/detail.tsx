import type { ReactNode } from 'react';
import { Countdown } from '../../kit/countdown.tsx';
import { Lines } from '../../kit/line.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { Paragraph } from '../../kit/paragraph.tsx';
import type { Cell } from '../../kit/rows.ts';
import type { Size } from '../../kit/ui-context.ts';
import { riderNote, ticketRows, ticketTitle } from '../ticket/ticket-rows.ts';
import type { TicketRow } from './board-model.ts';
import type { Shown } from './ticket-cells.ts';

type Props = { readonly selected: TicketRow | undefined; readonly size: Size; readonly shown: Shown };

/** The ticket under the cursor, as far as there is room. */
export const Detail = ({ selected, size, shown }: Props): ReactNode => {
  const inner = panelInner(size.columns, size.rows);
  const { words, page, glyphs } = shown;
  if (!selected || selected.gone) {
    const why = selected?.gone ? words.gone[selected.gone] : words.noTicket;
    return (
      <Panel width={size.columns} height={size.rows}>
        <Paragraph text={why} look="dim" width={inner.columns} rows={inner.rows} />
      </Panel>
    );
  }
  const { ticket } = selected;
  const isAwaiting = ticket.view.ticket === 'awaiting';
  const rows = ticketRows(ticket, { ...shown, width: inner.columns });
  const room = inner.rows - (isAwaiting ? 1 : 0);
  const kept = rows.length > room ? rows.slice(0, Math.max(0, room - 1)) : rows;
  const cells = kept.map((row) => row.cells);
  const more: readonly Cell[] = [{ text: `${glyphs.cut} ${words.more(rows.length - kept.length)} (f)`, role: 'dim' }];
  return (
    <Panel title={ticketTitle(ticket, shown)} note={riderNote(ticket, page)} width={size.columns} height={size.rows}>
      {isAwaiting && <Countdown until={ticket.view.acceptBy} width={inner.columns} look="warn" />}
      <Lines rows={kept.length < rows.length ? [...cells, more] : cells} width={inner.columns} />
    </Panel>
  );
};
