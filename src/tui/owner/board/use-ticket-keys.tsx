import { type ReactNode, useState } from 'react';
import { later } from '../../../core/kinds.ts';
import { never } from '../../../core/result.ts';
import type { BoardTicket } from '../../../core/views/board.ts';
import { exactly } from '../../../words/page.ts';
import { useUi } from '../../kit/ui-context.ts';
import type { DeedBinding, DeedTable } from '../deeds.ts';
import { useShell } from '../shell.tsx';
import { shortNumber } from '../short-number.ts';
import { useKeyName } from '../use-key-name.ts';
import { usePage } from '../use-page.ts';
import { usePaper } from '../use-paper.ts';
import type { Gone } from './board-model.ts';
import { boardWords } from './board-words.ts';
import { kitchenWords } from './kitchen-words.ts';
import { AcceptSheet, DelaySheet, RejectSheet } from './sheets.tsx';
import { type Kitchen, useKitchen } from './use-kitchen.ts';

type Sheet = { readonly is: 'accept' | 'reject' | 'delay'; readonly ticket: BoardTicket };

const sheetOf = ({ is, ticket }: Sheet, onClose: () => void): ReactNode => {
  switch (is) {
    case 'accept':
      return <AcceptSheet ticket={ticket} onClose={onClose} />;
    case 'reject':
      return <RejectSheet ticket={ticket} onClose={onClose} />;
    case 'delay':
      return <DelaySheet ticket={ticket} onClose={onClose} />;
    default:
      return never(is);
  }
};

const minuteMs = 60_000;

/** What the next step of a ticket is, and how it is taken. */
const useSteps = ({ act }: Kitchen) => {
  const { app, seat } = useShell();
  const { lang } = useUi();
  const keyName = useKeyName();
  const words = boardWords(lang);
  const told = kitchenWords(lang);
  const usual = Math.round(seat.settings.readyInMs / minuteMs);
  const accept = ({ view }: BoardTicket) =>
    act({ did: 'accept', order: view.order }, () => app.accept(view.order), told.did.accept(shortNumber(view.order)));
  const next = (ticket: BoardTicket) => {
    const { order, ticket: at } = ticket.view;
    const number = shortNumber(order);
    if (at === 'accepted') return act({ did: 'cook', order }, () => app.cook(order), told.did.cook(number));
    if (at === 'cooking')
      return act({ did: 'finish', order, at: seat.now() }, () => app.finish(order), told.finished(number, keyName('undo', 'u')));
    return accept(ticket);
  };
  const recall = ({ view }: BoardTicket) =>
    act({ did: 'recall', order: view.order }, () => app.recall(view.order), told.did.recall(shortNumber(view.order)));
  const label = ({ view }: BoardTicket): string => {
    if (view.ticket === 'accepted') return words.cook;
    if (view.ticket === 'cooking') return words.finish;
    return view.ticket === 'cooked' ? words.atRider : words.accept(usual);
  };
  return { accept, next, recall, label, words, usual };
};

/** The keys of the ticket under the cursor, each disabled with its reason, and the sheet that one of them has opened. */
export const useTicketKeys = (
  ticket: BoardTicket | undefined,
  gone: Gone | undefined,
): { readonly keys: DeedTable; readonly over: ReactNode } => {
  const kitchen = useKitchen();
  const { app, seat } = useShell();
  const page = usePage();
  const paper = usePaper();
  const { accept, next, recall, label, words, usual } = useSteps(kitchen);
  const [sheet, setSheet] = useState<Sheet>();
  const at = ticket?.view.ticket;
  const barred = gone ? words.gone[gone] : (kitchen.barred ?? (ticket ? undefined : words.noTicket));
  const isAwaiting = at === 'awaiting' || at === 'none';
  const onTicket = (binding: Omit<DeedBinding, 'run'>, why: string | undefined, run: (ticket: BoardTicket) => void | Promise<void>) => ({
    ...binding,
    disabled: barred ?? why,
    run: () => ticket && run(ticket),
  });
  const open = (is: Sheet['is']) => (on: BoardTicket) => setSheet({ is, ticket: on });
  const notNew = isAwaiting ? undefined : words.notAwaiting;
  const id = ticket?.view.order ?? '';
  const cli = (verb: string) => (ticket ? { cli: `baedal kitchen ${verb} ${id}` } : {});
  const cooked = at === 'cooked';
  const recallMs = seat.settings.recallMs;
  const recallBy = ticket?.view.cookedAt === undefined ? undefined : later(ticket.view.cookedAt, recallMs);
  // In the words of the refusal: whether the key or the kitchen says no depends on when the screen was drawn last.
  const tooLate = recallBy !== undefined && seat.now() > recallBy ? kitchenWords(page.lang).tooLate(exactly(page, recallBy)) : undefined;
  const notRecalled = cooked ? tooLate : words.notCooked;
  const keys: DeedTable = [
    onTicket(
      { keys: ['space', 'enter'], label: ticket ? label(ticket) : words.next, deed: 'bump' },
      cooked ? words.atRider : undefined,
      next,
    ),
    onTicket({ keys: ['a'], label: words.accept(usual), deed: 'accept', hidden: true, ...cli('accept') }, notNew, accept),
    onTicket({ keys: ['A'], label: words.minutes, hidden: !isAwaiting }, notNew, open('accept')),
    onTicket({ keys: ['r'], label: words.reject, deed: 'reject', hidden: !isAwaiting, ...cli('reject') }, notNew, open('reject')),
    onTicket({ keys: ['R'], label: words.recall, deed: 'recall', hidden: !cooked, ...cli('recall') }, notRecalled, recall),
    onTicket(
      { keys: ['d'], label: words.delay, deed: 'delay', hidden: at !== 'accepted' && at !== 'cooking', ...cli('delay') },
      at === 'accepted' || at === 'cooking' ? undefined : words.notDelayable,
      open('delay'),
    ),
    onTicket(
      { keys: ['P'], label: paper.words.print, deed: 'print', hidden: true, ...cli('print') },
      isAwaiting ? paper.words.notAccepted : paper.barred,
      ({ view }) => paper.ask(shortNumber(view.order), () => app.printTicket(view.order)),
    ),
    { keys: ['u'], label: words.undo, deed: 'undo', disabled: kitchen.barred, run: kitchen.undo },
  ];
  return { keys, over: sheet && sheetOf(sheet, () => setSheet(undefined)) };
};
