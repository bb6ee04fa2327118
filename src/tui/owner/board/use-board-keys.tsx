import { type ReactNode, useState } from 'react';
import type { OrderId } from '../../../core/kinds.ts';
import { ringing } from '../../../core/views/board.ts';
import type { Digit } from '../../kit/keys.ts';
import { useUi } from '../../kit/ui-context.ts';
import type { DeedBinding, DeedTable } from '../deeds.ts';
import { useShell } from '../shell.tsx';
import { usePlaceKeys } from '../use-place-keys.ts';
import { columnIds } from './board-model.ts';
import { boardWords } from './board-words.ts';
import { AllDaySheet } from './sheets.tsx';
import type { Board } from './use-board.ts';
import { useKitchen } from './use-kitchen.ts';
import { useTicketKeys } from './use-ticket-keys.tsx';

const digits: readonly Digit[] = ['1', '2', '3', '4'];

/** Any key on a ticket that rings says that somebody has heard it. */
const useHearing = (order: OrderId | undefined) => {
  const { app, id, lost } = useShell();
  const hear = async () => {
    if (order !== undefined && !lost) await app.acknowledge(id, [order]);
  };
  return (table: DeedTable): DeedTable => {
    if (order === undefined) return table;
    return table.map((binding) => ({
      ...binding,
      run: async (key) => {
        await Promise.all([binding.run(key), hear()]);
      },
    }));
  };
};

const moveKeys = ({ list, wishing }: Board, label: string, columns: string, isOneList: boolean): DeedTable => {
  const { column, toColumn } = wishing;
  const beside = (by: 1 | -1) => columnIds.at((columnIds.indexOf(column) + by) % columnIds.length) ?? column;
  const move = (keys: DeedBinding['keys'], to: 'up' | 'down' | 'pageup' | 'pagedown' | 'home' | 'end'): DeedBinding => ({
    keys,
    label,
    hidden: true,
    run: () => list.move({ to }),
  });
  const across: DeedTable = isOneList
    ? []
    : [
        { keys: ['left', 'h', 'shift-tab'], label: columns, deed: 'left', hidden: true, run: () => toColumn(beside(-1)) },
        { keys: ['right', 'l', 'tab'], label: columns, deed: 'right', hidden: true, run: () => toColumn(beside(1)) },
        { keys: digits, label: columns, show: ['1', '-', '4'], run: ({ name }) => toColumn(columnIds[Number(name) - 1] ?? column) },
      ];
  return [
    { ...move(['up', 'k'], 'up'), deed: 'up', show: ['up', 'down'] },
    { ...move(['down', 'j'], 'down'), deed: 'down' },
    move(['pageup', 'ctrl-b'], 'pageup'),
    move(['pagedown', 'ctrl-f'], 'pagedown'),
    move(['home', 'g'], 'home'),
    move(['end', 'G'], 'end'),
    ...across,
  ];
};

/** Everything that a key can do on the board, and what stands over it meanwhile. */
export const useBoardKeys = (board: Board, isOneList: boolean): { readonly keys: DeedTable; readonly over: ReactNode } => {
  const { go } = useShell();
  const words = boardWords(useUi().lang);
  const kitchen = useKitchen();
  const places = usePlaceKeys();
  const { wishing, selected, tickets } = board;
  const [isAllDay, setAllDay] = useState(false);
  const ticket = useTicketKeys(selected?.ticket, selected?.gone);
  const hearing = useHearing(selected && !selected.gone && selected.ticket.rings ? selected.ticket.view.order : undefined);
  const rings = ringing({ tickets });
  const keys: DeedTable = [
    ...ticket.keys,
    {
      keys: ['b'],
      label: words.silence,
      deed: 'silence',
      hidden: rings.length === 0,
      disabled: kitchen.barred,
      run: () => kitchen.silence(rings),
    },
    ...moveKeys(board, words.move, words.columns, isOneList),
    {
      keys: ['f'],
      label: words.focus,
      deed: 'focus',
      disabled: selected ? undefined : words.noTicket,
      run: () => selected && go({ at: 'ticket', order: selected.ticket.view.order }),
    },
    { keys: ['D'], label: words.allDay, deed: 'all-day', run: () => setAllDay(true), cli: 'baedal kitchen all-day' },
    { keys: ['/'], label: words.filter, run: wishing.begin },
    { keys: ['s'], label: words.sort, deed: 'sort', hidden: true, run: wishing.toggleSort },
    { keys: ['!'], label: words.late, deed: 'late', hidden: true, run: wishing.toggleLate },
    ...places,
  ];
  return { keys: hearing(keys), over: isAllDay ? <AllDaySheet tickets={tickets} onClose={() => setAllDay(false)} /> : ticket.over };
};
