import { markAt } from '../epochs.ts';
import type { EventOf, MessageEvent, Recipient, Recorded } from '../events.ts';
import type { Facts } from '../facts.ts';
import type { Work } from '../handle.ts';
import { later, messageStream, type OrderId } from '../kinds.ts';
import type { Perform, Performed, Tools } from '../performers.ts';
import { ok } from '../result.ts';
import { backOff } from '../settings.ts';
import { type Announcement, announceToCustomer, announceToOwner, announceToRider, type Subject } from './announce.ts';
import { type Known, subjectOf } from './subject.ts';
import { render } from './templates.ts';

const recipientOf = (role: Recipient['role'], event: Recorded, known: Known): Recipient | undefined => {
  const rider = 'rider' in event.data ? event.data.rider : undefined;
  const customer = 'customer' in event.data ? event.data.customer : known.customer;
  const id = { customer, owner: known.shop, rider }[role];
  return id === undefined ? undefined : { role, id };
};

type Written = EventOf<'MessageSent' | 'MessageFailed'>;

const isOfMessage = (recorded: Recorded, { event, template, channel }: Pick<Written['data'], 'event' | 'template' | 'channel'>): boolean =>
  (recorded.type === 'MessageSent' || recorded.type === 'MessageFailed') &&
  recorded.data.event === event &&
  recorded.data.template === template &&
  recorded.data.channel === channel;

/** The record of one message; once it is there, the same message is never sent again. */
const recordMessage =
  (order: OrderId, written: Written): Work<void> =>
  async (facts) => {
    const stream = messageStream(order, written.data.recipient.role);
    const past = await facts.past(stream);
    const events: readonly MessageEvent[] = past.some((before) => isOfMessage(before, written.data)) ? [] : [written];
    return ok({ append: [{ stream, order, events }], value: undefined });
  };

type Telling = {
  readonly event: Recorded;
  readonly order: OrderId;
  readonly recipient: Recipient;
  readonly subject: Subject;
  readonly facts: Facts;
};
type Tell = (telling: Telling, announcement: Announcement, attempt: number, tools: Tools) => Promise<Performed>;

const aboutOf = ({ event, recipient, subject }: Telling, { template }: Announcement, { messenger }: Tools) => ({
  event: event.id,
  recipient,
  channel: messenger.channel,
  template: template.code,
  lang: subject.lang,
});

const pastOf = ({ order, recipient, facts }: Telling): Promise<readonly Recorded[]> => facts.past(messageStream(order, recipient.role));
const isRecorded = (past: readonly Recorded[], about: ReturnType<typeof aboutOf>): boolean =>
  past.some((recorded) => isOfMessage(recorded, about));

/** The same at every try; and never that of a message about an event which a restore took away. */
const messageId = ({ id, position }: Recorded, role: Recipient['role'], code: string, { epochs = [] }: Tools): string => {
  const mark = markAt(epochs, position);
  return mark === undefined ? `${id}:${role}:${code}` : `${id}:${role}:${code}:${mark}`;
};

/** Sends one message once, tries again while it is worth knowing, and then lets it go. */
const sendOnce: Tell = async (telling, announcement, attempt, tools) => {
  const { event, order, recipient } = telling;
  const { env, settings, messenger } = tools;
  const { template } = announcement;
  const about = aboutOf(telling, announcement, tools);
  if (isRecorded(await pastOf(telling), about)) return {};

  const now = env.now();
  const failure = (outcome: 'gave-up' | 'expired', cause: string): Performed => ({
    work: recordMessage(order, { type: 'MessageFailed', data: { ...about, outcome, cause, attempts: attempt } }),
  });
  if (now > later(event.at, template.ttlMs)) return failure('expired', 'too late to be of use');

  const { lang } = about;
  const { title, text } = render(template, lang, announcement.variables);
  const id = messageId(event, recipient.role, template.code, tools);
  const result = await messenger.send({ id, recipient, channel: messenger.channel, template: template.code, lang, title, text, at: now });
  if (result.kind === 'sent') return { work: recordMessage(order, { type: 'MessageSent', data: { ...about, attempts: attempt } }) };
  if (result.kind === 'refused') return failure('gave-up', result.cause);
  return { again: { at: later(now, backOff(settings.messageFirstMs, settings.messageMaxMs, attempt)), error: result.cause } };
};

/** Sends nothing any more. An attempt before this one may have been heard, and its answer or its process lost: so the end is recorded. */
const letGo: Tell = async (telling, announcement, attempt, tools) => {
  const about = aboutOf(telling, announcement, tools);
  if (attempt === 1 || isRecorded(await pastOf(telling), about)) return {};
  const data = { ...about, outcome: 'expired', cause: 'no longer of use', attempts: attempt } as const;
  return { work: recordMessage(telling.order, { type: 'MessageFailed', data }) };
};

type Announce = (event: Recorded, subject: Subject) => Announcement | undefined;
const toRole =
  (tell: Tell) =>
  (role: Recipient['role'], announce: Announce): Perform =>
  async (event, attempt, tools, facts) => {
    const { order } = event;
    if (!order) return {};
    const known = await subjectOf(event, order, role, facts);
    const announcement = announce(event, known.subject);
    const recipient = recipientOf(role, event, known);
    if (!announcement || !recipient) return {};
    return tell({ event, order, recipient, subject: known.subject, facts }, announcement, attempt, tools);
  };

/** One message to one role about one event, if there is anything to say to them. */
export const telling = toRole(sendOnce);
/** The end of such a message, when there is nothing to say any more. */
export const lettingGo = toRole(letGo);

export const tellCustomer = telling('customer', announceToCustomer);
export const tellOwner = telling('owner', announceToOwner);
export const tellRider = telling('rider', announceToRider);
