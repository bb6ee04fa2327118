import type { ReactNode } from 'react';
import { useState } from 'react';
import { useBody } from '../../kit/frame.tsx';
import type { Digit } from '../../kit/keys.ts';
import { Line } from '../../kit/line.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { Paragraph } from '../../kit/paragraph.tsx';
import { ScrollView } from '../../kit/scroll-view.tsx';
import { useKitWords, useUi } from '../../kit/ui-context.ts';
import { useScroll } from '../../kit/use-scroll.ts';
import { boardWords } from '../board/board-words.ts';
import { kitchenWords } from '../board/kitchen-words.ts';
import { useKitchen } from '../board/use-kitchen.ts';
import { useTicketKeys } from '../board/use-ticket-keys.tsx';
import type { DeedTable } from '../deeds.ts';
import { OwnerFrame } from '../owner-frame.tsx';
import type { Place } from '../place.ts';
import { useShell } from '../shell.tsx';
import { shortNumber } from '../short-number.ts';
import { usePage } from '../use-page.ts';
import { ticketRows, ticketTitle } from './ticket-rows.ts';
import { ticketWords } from './ticket-words.ts';

const digits: readonly Digit[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** One ticket with the whole screen to itself; its dishes are marked one by one. */
export const TicketScreen = ({ place }: { readonly place: Extract<Place, { readonly at: 'ticket' }> }): ReactNode => {
  const { here, app, seat } = useShell();
  const { lang, glyphs } = useUi();
  const page = usePage();
  const kit = useKitWords();
  const { columns, rows } = useBody();
  const [words, board] = [ticketWords(lang), boardWords(lang)];
  const ticket = here?.board?.tickets.find(({ view }) => view.order === place.order);
  const lines = ticket?.view.lines.length ?? 0;
  const [cursor, setCursor] = useState(0);
  const at = Math.max(0, Math.min(cursor, lines - 1));
  const inner = panelInner(columns, rows);
  const scroll = useScroll(inner.rows);
  const { act, barred } = useKitchen();
  const { keys: ticketKeys, over } = useTicketKeys(ticket, undefined);
  const mark = async (line: number) => {
    if (!ticket || line >= lines) return;
    const { order } = ticket.view;
    const isDone = !ticket.done.includes(line);
    const said = kitchenWords(lang).did[isDone ? 'mark' : 'unmark'](shortNumber(order));
    await act({ did: 'mark', order, line, isDone }, () => app.markLine(order, line, isDone), said);
  };
  const why = barred ?? (ticket && ticket.view.ticket !== 'awaiting' ? undefined : words.notMarked);
  const keys: DeedTable = [
    { keys: digits, label: words.mark, show: ['1', '-', '9'], disabled: why, run: ({ name }) => mark(Number(name) - 1) },
    { keys: ['x'], label: words.markHere, deed: 'mark', disabled: why, run: () => mark(at) },
    ...ticketKeys,
    { keys: ['up', 'k'], label: board.move, deed: 'up', hidden: true, run: () => setCursor(Math.max(0, at - 1)) },
    { keys: ['down', 'j'], label: board.move, deed: 'down', hidden: true, run: () => setCursor(Math.min(lines - 1, at + 1)) },
    ...scroll.keys.filter(({ keys: [key] }) => key === 'pagedown' || key === 'pageup'),
  ];
  const shown = { page, words: board, kit, glyphs, limits: seat.settings };
  return (
    <OwnerFrame title={shortNumber(place.order)} keys={keys} over={over}>
      <Panel title={ticket ? ticketTitle(ticket, shown) : ''} width={columns} height={rows} focused>
        {ticket ? (
          <ScrollView scroll={scroll} width={inner.columns}>
            {ticketRows(ticket, { ...shown, width: inner.columns - 1, at, numbered: true }).map(({ id, cells }) => (
              <Line key={id} cells={cells} width={inner.columns - 1} />
            ))}
          </ScrollView>
        ) : (
          <Paragraph text={words.left} look="dim" width={inner.columns} />
        )}
      </Panel>
    </OwnerFrame>
  );
};
