import type { App } from '../../core/app.ts';
import { partyWords, reasonWords } from '../../core/notification/message-words.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import type { Settings } from '../../core/settings.ts';
import type { Alarm, BoardAlarm, BoardTicket, KitchenBoard } from '../../core/views/board.ts';
import { warnsOfAllergy } from '../../core/views/highlight-note.ts';
import { type Page, when } from '../../words/page.ts';
import { printingTrouble } from '../../words/printing-words.ts';
import type { Call } from '../call.ts';
import { iso, isoOrNull } from '../iso.ts';
import type { Line, Span } from '../terminal.ts';
import { type Answered, answer } from '../verb.ts';
import { statusSpan } from './status-text.ts';
import { apart, deadline, ticketJson, ticketLines } from './ticket.ts';
import { zoneOf } from './zones.ts';

const isAllergic = ({ contact }: Pick<BoardTicket, 'contact'>): boolean =>
  warnsOfAllergy([contact?.note, ...(contact?.lineNotes ?? []).map(({ note }) => note)]);

const alarmJson = (alarm: Alarm) => ({
  kind: alarm.kind,
  since: iso(alarm.since),
  by: alarm.kind === 'stop-cooking' ? alarm.by : null,
  reason: alarm.kind === 'stop-cooking' ? alarm.reason : (alarm.failure ?? null),
  stoppedAt: alarm.stoppedAt,
});

const shared = (ticket: Pick<BoardTicket, 'view' | 'contact' | 'done'>) => ({
  ...ticketJson(ticket),
  done: ticket.done,
  allergy: isAllergic(ticket),
});
const ticketRow = (ticket: BoardTicket) => ({
  ...shared(ticket),
  rings: ticket.rings,
  cookedSince: isoOrNull(ticket.dispatch.cookedSince),
  late: ticket.dispatch.isLate,
  alarm: null,
});
const alarmRow = (ticket: BoardAlarm) => ({
  ...shared(ticket),
  rings: false,
  cookedSince: null,
  late: false,
  alarm: alarmJson(ticket.alarm),
});

/** What must not be overlooked, in words: colours alone tell nobody who cannot see them. */
const marksOf = (ticket: Pick<BoardTicket, 'contact' | 'view' | 'done'>, page: Page): readonly Span[] => {
  const { label } = page.words;
  const { done, view } = ticket;
  return [
    ...(isAllergic(ticket) ? [{ text: `  ${label.allergy}`, tone: 'bad' } as const] : []),
    ...(done.length === 0 ? [] : [`  ${label.done} ${done.length}/${view.lines.length}`]),
  ];
};

type Pace = Pick<Settings, 'kitchenSlowMs' | 'kitchenLateMs'>;

/** How long a ticket has been with us, while something is still to be done in the kitchen. */
const ageSpan = ({ view }: BoardTicket, { now, lang }: Page, { kitchenSlowMs, kitchenLateMs }: Pace): Span => {
  if (!['awaiting', 'accepted', 'cooking'].includes(view.ticket)) return '';
  const ageMs = Math.max(0, now - view.placedAt);
  const minutes = Math.floor(ageMs / 60_000);
  const text = lang === 'ko' ? `  ${minutes}분째` : `  ${minutes} min`;
  if (ageMs < kitchenSlowMs) return { text, tone: 'faint' };
  return { text, tone: ageMs < kitchenLateMs ? 'warn' : 'bad' };
};

const ticketText = (ticket: BoardTicket, page: Page, pace: Pace): readonly Line[] => {
  const { label, state } = page.words;
  const { view, contact, dispatch, rings } = ticket;
  const riding = view.delivery === 'none' ? '' : `  ${state[view.delivery]}`;
  const late = dispatch.isLate && dispatch.cookedSince !== undefined ? `  ${label.waitsSince} ${when(page, dispatch.cookedSince)}` : '';
  const head: readonly Span[] = [
    ...(rings ? [{ text: `${label.rings}  `, tone: 'warn' } as const] : []),
    statusSpan(view, page),
    `  ${deadline(ticket, page)}${riding}`,
    ...(late === '' ? [] : [{ text: late, tone: 'warn' } as const]),
    ...marksOf(ticket, page),
    ageSpan(ticket, page, pace),
  ];
  return ticketLines(ticket, page, { head, notes: contact?.lineNotes ?? [], note: contact?.note });
};

const whyOf = (alarm: Alarm, page: Page): string => {
  const { lang } = page;
  if (alarm.kind === 'stop-cooking') return `${reasonWords(alarm.reason, lang)} (${partyWords(alarm.by, lang)})`;
  return alarm.failure === undefined ? '' : reasonWords(alarm.failure, lang);
};

const alarmText = (ticket: BoardAlarm, page: Page): readonly Line[] => {
  const { alarm, contact } = ticket;
  const { words } = page;
  const head: readonly Span[] = [
    { text: words.alarm[alarm.kind], tone: 'bad' },
    `  ${when(page, alarm.since)}  ${whyOf(alarm, page)}  ${words.label.stoppedAt}: ${words.ticket[alarm.stoppedAt]}`,
    ...marksOf(ticket, page),
  ];
  return ticketLines(ticket, page, { head, notes: contact?.lineNotes ?? [], note: contact?.note });
};

const empty = { ko: '지금은 주방에 주문서가 없어요', en: 'There is no ticket in the kitchen now' } as const;
const bumping = (order: string) => ({
  ko: `경고를 봤으면: baedal kitchen bump ${order}`,
  en: `When you have seen the alarm: baedal kitchen bump ${order}`,
});

/** Alarms first, then the tickets, the oldest first. */
export const kitchenBoardAnswer = async (found: Result<KitchenBoard, Refusal>, app: App, call: Call): Promise<Answered> => {
  if (!found.ok) return found;
  const { alarms, tickets, shop } = found.value;
  const isEmpty = alarms.length + tickets.length === 0;
  const page = call.page(isEmpty || call.json ? undefined : await zoneOf(app, shop));
  const [alarm] = alarms;
  const { settings } = await call.house();
  const printing = await app.shopPrinting(shop);
  const trouble = printing.ok ? printingTrouble(printing.value, call.lang) : [];
  return answer({
    json: [...alarms.map(alarmRow), ...tickets.map(ticketRow)],
    text: () => apart([...alarms.map((one) => alarmText(one, page)), ...tickets.map((one) => ticketText(one, page, settings))]),
    advice: [...(isEmpty ? [empty[call.lang]] : []), ...(alarm ? [bumping(alarm.view.order)[call.lang]] : []), ...trouble],
  });
};
