import type { App } from '../../core/app.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import type { Settings } from '../../core/settings.ts';
import { type Page, when } from '../../words/page.ts';
import type { Call } from '../call.ts';
import { pairs, table } from '../table.ts';
import type { Line, Span } from '../terminal.ts';
import { type Answered, answer } from '../verb.ts';
import { statusJson } from './order-json.ts';
import { linesText, statusSpan } from './status-text.ts';
import { zoneOf } from './zones.ts';

type Boarded = Awaited<ReturnType<App['kitchenBoard']>>;
type Ticket = Extract<Boarded, { readonly ok: true }>['value'][number];
type Which = 'kitchen' | 'rider';

const ticketJson = ({ view, contact }: Ticket) => ({
  ...statusJson(view),
  ticket: view.ticket,
  delivery: view.delivery,
  lines: view.lines,
  note: contact?.note ?? null,
  lineNotes: contact?.lineNotes ?? [],
  riderNote: contact?.riderNote ?? null,
  address: contact?.address ?? null,
  name: contact?.name ?? null,
  phone: contact?.phone ?? null,
});

const deadline = ({ view }: Ticket, page: Page): string => {
  const { label } = page.words;
  if (view.ticket === 'none' || view.ticket === 'awaiting') return `${label.acceptBy} ${when(page, view.acceptBy)}`;
  return view.readyBy === undefined || view.ticket === 'cooked' ? '' : `${label.readyBy} ${when(page, view.readyBy)}`;
};

type Pace = Pick<Settings, 'kitchenSlowMs' | 'kitchenLateMs'>;

/** How long a ticket has been with us, while something is still to be done in the kitchen. */
const ageSpan = ({ view }: Ticket, { now, lang }: Page, { kitchenSlowMs, kitchenLateMs }: Pace): Span => {
  if (!['awaiting', 'accepted', 'cooking'].includes(view.ticket)) return '';
  const ageMs = Math.max(0, now - view.placedAt);
  const minutes = Math.floor(ageMs / 60_000);
  const text = lang === 'ko' ? `  ${minutes}분째` : `  ${minutes} min`;
  if (ageMs < kitchenSlowMs) return { text, tone: 'faint' };
  return { text, tone: ageMs < kitchenLateMs ? 'warn' : 'bad' };
};

const ticketLines = (ticket: Ticket, page: Page, which: Which, pace: Pace): readonly Line[] => {
  const { view, contact } = ticket;
  const { label, state } = page.words;
  const riding = view.delivery === 'none' ? '' : `  ${state[view.delivery]}`;
  const place = which === 'rider' ? `  ${view.shopName}` : '';
  const row = (name: string, text: string | undefined) => (text === undefined ? undefined : ([`  ${name}`, text] as const));
  return [
    [
      { text: view.order, tone: 'strong' },
      '  ',
      statusSpan(view, page),
      `  ${deadline(ticket, page)}${riding}${place}`,
      which === 'kitchen' ? ageSpan(ticket, page, pace) : '',
    ],
    ...table(
      linesText(view.lines, page, '  ', which === 'kitchen' ? contact?.lineNotes : undefined).map((cells) => cells.slice(0, 1)),
      page.width,
    ),
    ...pairs(
      [
        which === 'kitchen' ? row(label.note, contact?.note) : undefined,
        row(label.riderNote, contact?.riderNote),
        row(label.address, contact?.address),
        row(label.phone, contact?.phone),
      ],
      page.width,
    ),
  ];
};

const empty = {
  kitchen: { ko: '지금은 주방에 주문서가 없어요', en: 'There is no ticket in the kitchen now' },
  rider: { ko: '지금은 나를 배달이 없어요', en: 'There is nothing to deliver now' },
} as const;

/** Tickets or rides, the oldest first. */
export const boardAnswer = async (found: Result<readonly Ticket[], Refusal>, app: App, call: Call, which: Which): Promise<Answered> => {
  if (!found.ok) return found;
  const tickets = found.value;
  const first = tickets[0];
  const { settings } = await call.house();
  const zone = first && !call.json ? await zoneOf(app, first.view.shop) : undefined;
  return answer({
    json: tickets.map(ticketJson),
    text: () => tickets.flatMap((ticket, at) => [...(at === 0 ? [] : ['']), ...ticketLines(ticket, call.page(zone), which, settings)]),
    advice: first ? [] : [empty[which][call.lang]],
  });
};
