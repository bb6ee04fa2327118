import { type ReactNode, useState } from 'react';
import type { ChoiceId, ItemId } from '../../../core/kinds.ts';
import { type ShopReason, shopReasons } from '../../../core/reasons.ts';
import { nextMidnight } from '../../../core/time.ts';
import { allDay } from '../../../core/views/all-day.ts';
import type { BoardTicket } from '../../../core/views/board.ts';
import { usualZone } from '../../../words/page.ts';
import { shopReasonText } from '../../../words/reason-text.ts';
import { List } from '../../kit/list.tsx';
import { Modal } from '../../kit/modal.tsx';
import { Paragraph } from '../../kit/paragraph.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useList } from '../../kit/use-list.ts';
import { onBumpBar } from '../deeds.ts';
import { useShell } from '../shell.tsx';
import { shortNumber } from '../short-number.ts';
import { kitchenWords } from './kitchen-words.ts';
import { PickSheet } from './pick-sheet.tsx';
import { sheetWords } from './sheet-words.ts';
import { useKitchen } from './use-kitchen.ts';

type Props = { readonly ticket: BoardTicket; readonly onClose: () => void };

const readyChoices = [10, 15, 20, 30, 45, 60] as const;
const delayChoices = [5, 10, 15, 20, 30] as const;

export const AcceptSheet = ({ ticket, onClose }: Props): ReactNode => {
  const { lang } = useUi();
  const { app, seat } = useShell();
  const { act } = useKitchen();
  const [words, told] = [sheetWords(lang), kitchenWords(lang)];
  const { order } = ticket.view;
  const number = shortNumber(order);
  const usual = Math.round(seat.settings.readyInMs / 60_000);
  return (
    <PickSheet
      title={words.acceptTitle(number)}
      about={words.acceptAbout}
      items={readyChoices.map((minutes) => ({
        id: String(minutes),
        minutes,
        name: words.minutes(minutes),
        ...(minutes === usual && { note: words.usual }),
      }))}
      first={String(usual)}
      yes={words.acceptYes}
      leave={words.leave}
      onPick={async ({ minutes }) => {
        onClose();
        await act({ did: 'accept', order }, () => app.accept(order, minutes), told.did.accept(number));
      }}
      onLeave={onClose}
    />
  );
};

export const DelaySheet = ({ ticket, onClose }: Props): ReactNode => {
  const { lang } = useUi();
  const { app } = useShell();
  const { act } = useKitchen();
  const [words, told] = [sheetWords(lang), kitchenWords(lang)];
  const { order } = ticket.view;
  const number = shortNumber(order);
  return (
    <PickSheet
      title={words.delayTitle(number)}
      about={words.delayAbout}
      items={delayChoices.map((minutes) => ({ id: String(minutes), minutes, name: words.moreMinutes(minutes) }))}
      yes={words.delayYes}
      leave={words.leave}
      onPick={async ({ minutes }) => {
        onClose();
        await act({ did: 'delay', order }, () => app.delay(order, minutes), told.did.delay(number));
      }}
      onLeave={onClose}
    />
  );
};

/** What of this ticket can have run out: its dishes, and what was chosen with them. */
const thingsOf = ({ view }: BoardTicket): readonly { readonly id: ItemId | ChoiceId; readonly name: string }[] => {
  const things = view.lines.flatMap(({ item, name, choices }) => [
    { id: item, name },
    ...choices.map((choice) => ({ id: choice.id, name: `+ ${choice.name}` })),
  ]);
  return [...new Map<string, (typeof things)[number]>(things.map((thing) => [thing.id, thing])).values()];
};

const useReject = ({ ticket, onClose }: Props) => {
  const { lang, now } = useUi();
  const { app, shop } = useShell();
  const { act } = useKitchen();
  const { order } = ticket.view;
  return async (reason: ShopReason, items: readonly (ItemId | ChoiceId)[]) => {
    onClose();
    const until = nextMidnight(now(), shop?.zone ?? usualZone);
    const soldOut = items.length === 0 ? undefined : { items, until };
    await act({ did: 'reject', order }, () => app.reject(order, reason, soldOut), kitchenWords(lang).did.reject(shortNumber(order)));
  };
};

/** Why not; and where something ran out, what: it is marked in the menu in the same breath. */
export const RejectSheet = (props: Props): ReactNode => {
  const { ticket, onClose } = props;
  const { lang } = useUi();
  const words = sheetWords(lang);
  const reject = useReject(props);
  const [isSoldOut, setSoldOut] = useState(false);
  const [ticked, setTicked] = useState<readonly (ItemId | ChoiceId)[]>([]);
  if (!isSoldOut)
    return (
      <PickSheet
        title={words.rejectTitle(shortNumber(ticket.view.order))}
        about={words.rejectAbout}
        tone="warn"
        items={shopReasons.map((reason) => ({ id: reason, reason, name: shopReasonText(reason, lang) }))}
        yes={words.rejectYes}
        leave={words.leave}
        onPick={({ reason }) => (reason === 'ITEM_SOLD_OUT' ? setSoldOut(true) : reject(reason, []))}
        onLeave={onClose}
      />
    );
  const toggle = (id: ItemId | ChoiceId) => setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
  return (
    <PickSheet
      title={words.soldOutTitle}
      about={words.soldOutAbout}
      tone="warn"
      items={thingsOf(ticket).map((thing) => ({ ...thing, isTicked: ticked.includes(thing.id) }))}
      yes={words.soldOutYes}
      leave={words.leave}
      tick={{ label: words.tick, run: ({ id }) => toggle(id) }}
      onPick={() => reject('ITEM_SOLD_OUT', ticked)}
      onLeave={onClose}
    />
  );
};

/** How many of each dish are to be made, over all tickets. */
export const AllDaySheet = ({
  tickets,
  onClose,
}: {
  readonly tickets: readonly BoardTicket[];
  readonly onClose: () => void;
}): ReactNode => {
  const { lang, size, glyphs } = useUi();
  const { seat } = useShell();
  const words = sheetWords(lang);
  const rows = allDay(tickets).map((one, at) => ({ ...one, id: String(at) }));
  const columns = Math.min(56, size.columns - 4);
  const height = Math.max(1, Math.min(rows.length, size.rows - 9));
  const list = useList({ items: rows, height });
  const keys = onBumpBar(
    [
      ...list.keys,
      { keys: ['esc', 'q'], label: words.close, run: onClose },
      { keys: ['enter'], label: words.close, hidden: true, run: onClose },
      { keys: ['D'], label: words.close, deed: 'all-day', hidden: true, run: onClose },
    ],
    seat.bumpBar,
  );
  return (
    <Modal title={words.allDayTitle} keys={keys} columns={columns} rows={height}>
      {(inner) =>
        rows.length === 0 ? (
          <Paragraph text={words.allDayNone} look="dim" width={inner.columns} />
        ) : (
          <List
            list={list}
            width={inner.columns}
            row={({ name, choices, open, awaiting }) => [
              { text: `${glyphs.times}${open} `, width: 5, align: 'right', role: open > 0 ? 'accent' : 'dim' },
              { text: [name, ...choices.map((choice) => choice.name)].join(' + '), grow: true },
              { text: awaiting > 0 ? ` ${words.awaiting(awaiting)}` : '', role: 'dim' },
            ]}
          />
        )
      }
    </Modal>
  );
};
