import { authorize } from '../authorize.ts';
import type { Channel, EventOf, Recipient, Recorded } from '../events.ts';
import { gatherFacts } from '../facts.ts';
import type { EventId, Instant, OrderId, StreamId } from '../kinds.ts';
import {
  type Announcement,
  announcePaymentsBack,
  announceToCustomer,
  announceToOwner,
  announceToRider,
  type Subject,
} from '../notification/announce.ts';
import { subjectOf } from '../notification/subject.ts';
import { render } from '../notification/templates.ts';
import type { Pending } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import { ok, type Result } from '../result.ts';
import { openOrder } from './current-order.ts';
import type { Session } from './deps.ts';

/** One message to one recipient about one event. queued: its turn comes; failed: it is tried again. */
export type Message = {
  readonly id: string;
  readonly order: OrderId;
  readonly event: EventId;
  readonly recipient: Recipient['role'];
  readonly channel: Channel;
  readonly template: string;
  readonly status: 'queued' | 'failed' | 'sent' | 'gave-up' | 'expired';
  readonly attempts: number;
  readonly at: Instant;
  readonly text: string;
  readonly cause?: string;
};

type Announce = (event: Recorded, subject: Subject) => Announcement | undefined;
const tellers: readonly { readonly consumer: string; readonly role: Recipient['role']; readonly announce: Announce }[] = [
  { consumer: 'notify.customer', role: 'customer', announce: announceToCustomer },
  { consumer: 'notify.owner', role: 'owner', announce: announceToOwner },
  { consumer: 'notify.rider', role: 'rider', announce: announceToRider },
  { consumer: 'notify.payments-back', role: 'customer', announce: announcePaymentsBack },
];

const eventOf = async (id: EventId, { store }: Session): Promise<Recorded | undefined> => {
  const at = id.lastIndexOf('@');
  return (await store.load(id.slice(0, at) as StreamId))[Number(id.slice(at + 1)) - 1];
};

type Composed = { readonly template: string; readonly text: string };

const compose = async (event: Recorded, role: Recipient['role'], announce: Announce, session: Session): Promise<Composed | undefined> => {
  if (!event.order) return undefined;
  const { subject } = await subjectOf(event, event.order, role, gatherFacts(session.store));
  const announcement = announce(event, subject);
  if (!announcement) return undefined;
  const { title, text } = render(announcement.template, subject.lang, announcement.variables);
  return { template: announcement.template.code, text: `${title}\n${text}` };
};

type Told = Recorded<EventOf<'MessageSent' | 'MessageFailed'>>;
const isTold = (event: Recorded): event is Told => event.type === 'MessageSent' || event.type === 'MessageFailed';

const told = async (event: Told, session: Session): Promise<Message> => {
  const { data } = event;
  const about = await eventOf(data.event, session);
  const fits = tellers.filter(({ role }) => role === data.recipient.role);
  const composed = about && (await Promise.all(fits.map(({ role, announce }) => compose(about, role, announce, session))));
  return {
    id: event.id,
    order: event.order as OrderId,
    event: data.event,
    recipient: data.recipient.role,
    channel: data.channel,
    template: data.template,
    status: event.type === 'MessageSent' ? 'sent' : event.data.outcome,
    attempts: data.attempts,
    at: event.at,
    text: composed?.find((candidate) => candidate?.template === data.template)?.text ?? '',
    ...(event.type === 'MessageFailed' && { cause: event.data.cause }),
  };
};

const waiting = async (
  { event, attempt, dueAt, error }: Pending,
  { role, announce, consumer }: (typeof tellers)[number],
  session: Session,
) => {
  const composed = await compose(event, role, announce, session);
  if (!composed || !event.order) return undefined;
  const message: Message = {
    id: `${event.id}:${consumer}`,
    order: event.order,
    event: event.id,
    recipient: role,
    channel: 'kakao',
    template: composed.template,
    status: attempt === 0 ? 'queued' : 'failed',
    attempts: attempt,
    at: dueAt,
    text: composed.text,
    ...(error !== undefined && { cause: error }),
  };
  return message;
};

/** What was told about an order, and what is still to be told: to oneself, or for the operator to anybody. */
export const messagesOf = async (session: Session, order: OrderId): Promise<Result<readonly Message[], Refusal>> => {
  const open = await openOrder(session, order, 'see-order');
  if (!open.ok) return open;
  const events = await session.reads.events({ after: 0, order, messages: true, limit: 1000 });
  const sent = await Promise.all(events.filter(isTold).map((event) => told(event, session)));
  const queued = await Promise.all(
    tellers.map(async (teller) => {
      const rows = await session.outbox.waiting(teller.consumer, [order]);
      return Promise.all(rows.map((row) => waiting(row, teller, session)));
    }),
  );
  const { role } = session.actor;
  const all = [...sent, ...queued.flat().filter((message) => message !== undefined)];
  return ok(all.filter(({ recipient }) => role === 'operator' || recipient === role));
};

/** The latest of all that was told, for the operator. */
export const allMessages = async (session: Session, limit: number): Promise<Result<readonly Message[], Refusal>> => {
  const allowed = authorize(session.actor, 'operate');
  if (!allowed.ok) return allowed;
  const events = await session.reads.events({ after: 0, messages: true, limit, latest: true });
  return ok(await Promise.all(events.filter(isTold).map((event) => told(event, session))));
};
