import type { Shop } from '../catalog/shop.ts';
import type { EventOf, MessageEvent, Recipient, Recorded } from '../events.ts';
import { gatherFacts } from '../facts.ts';
import type { Work } from '../handle.ts';
import { contactDocument, later, messageStream, type OrderId, type ShopId, shopDocument } from '../kinds.ts';
import { won } from '../money.ts';
import type { Contact } from '../ordering/contact.ts';
import type { Perform, Performed, Tools } from '../performers.ts';
import { ok } from '../result.ts';
import { backOff } from '../settings.ts';
import { type Announcement, announceToCustomer, announceToOwner, announceToRider, type Subject } from './announce.ts';
import { render } from './templates.ts';

const defaultZone = 'Asia/Seoul';

/** Read, not relied on: what a message says is of the time it is sent. */
const subjectOf = async (order: OrderId, shopId: ShopId | undefined, role: Recipient['role'], { store }: Tools) => {
  const facts = gatherFacts(store);
  const placed = await facts.order(order);
  const agreed = placed.status === 'none' ? undefined : placed.agreed;
  const shopKey = agreed?.shop ?? shopId;
  const shop = shopKey && ((await facts.document(shopDocument(shopKey))) as Shop | undefined);
  const contact = (await facts.document(contactDocument(order))) as Contact | undefined;
  const subject: Subject = {
    // A shop and a rider of a Korean street read Korean; a customer said what they read.
    lang: role === 'customer' ? (contact?.lang ?? 'ko') : 'ko',
    zone: shop?.zone ?? defaultZone,
    shopName: agreed?.shopName ?? shop?.name ?? String(shopKey ?? ''),
    lines: agreed?.lines ?? [],
    total: agreed?.total ?? won(0),
  };
  return { subject, customer: agreed?.customer ?? contact?.customer, shop: shopKey };
};

const recipientOf = (role: Recipient['role'], event: Recorded, known: Awaited<ReturnType<typeof subjectOf>>): Recipient | undefined => {
  const rider = 'rider' in event.data ? event.data.rider : undefined;
  const customer = 'customer' in event.data ? event.data.customer : known.customer;
  const id = { customer, owner: known.shop, rider }[role];
  return id === undefined ? undefined : { role, id };
};

type Written = EventOf<'MessageSent' | 'MessageFailed'>;

/** The record of one message; once it is there, the same message is never sent again. */
const recordMessage =
  (order: OrderId, written: Written): Work<void> =>
  async (facts) => {
    const stream = messageStream(order, written.data.recipient.role);
    const past = await facts.past(stream);
    if (past.some((before) => isOfMessage(before, written.data))) return ok({ append: [], value: undefined });
    const events: readonly MessageEvent[] = [written];
    return ok({ append: [{ stream, order, events }], value: undefined });
  };

const isOfMessage = (recorded: Recorded, { event, template, channel }: Pick<Written['data'], 'event' | 'template' | 'channel'>): boolean =>
  (recorded.type === 'MessageSent' || recorded.type === 'MessageFailed') &&
  recorded.data.event === event &&
  recorded.data.template === template &&
  recorded.data.channel === channel;

/** Sends one message once, tries again while it is worth knowing, and then lets it go. */
const sendOnce = async (
  event: Recorded,
  order: OrderId,
  recipient: Recipient,
  announcement: Announcement,
  subject: Subject,
  attempt: number,
  tools: Tools,
): Promise<Performed> => {
  const { store, env, settings, messenger } = tools;
  const { template } = announcement;
  const about = { event: event.id, recipient, channel: messenger.channel, template: template.code };
  const past = await store.load(messageStream(order, recipient.role));
  if (past.some((recorded) => isOfMessage(recorded, about))) return {};

  const now = env.now();
  const failure = (outcome: 'gave-up' | 'expired', cause: string): Performed => ({
    work: recordMessage(order, { type: 'MessageFailed', data: { ...about, outcome, cause, attempts: attempt } }),
  });
  if (now > later(event.at, template.ttlMs)) return failure('expired', 'too late to be of use');

  const { title, text } = render(template, subject.lang, announcement.variables);
  const id = `${event.id}:${recipient.role}:${template.code}`;
  const result = await messenger.send({
    id,
    recipient,
    channel: messenger.channel,
    template: template.code,
    lang: subject.lang,
    title,
    text,
    at: now,
  });
  if (result.kind === 'sent') {
    return { work: recordMessage(order, { type: 'MessageSent', data: { ...about, text: `${title}\n${text}`, attempts: attempt } }) };
  }
  if (result.kind === 'refused') return failure('gave-up', result.cause);
  return { again: { at: later(now, backOff(settings.messageFirstMs, settings.messageMaxMs, attempt)), error: result.cause } };
};

/** One message to one role about one event, if there is anything to say to them. */
export const telling =
  (role: Recipient['role'], announce: (event: Recorded, subject: Subject) => Announcement | undefined): Perform =>
  async (event, attempt, tools) => {
    const { order } = event;
    if (!order) return {};
    const known = await subjectOf(order, 'shop' in event.data ? event.data.shop : undefined, role, tools);
    const announcement = announce(event, known.subject);
    const recipient = recipientOf(role, event, known);
    if (!announcement || !recipient) return {};
    return sendOnce(event, order, recipient, announcement, known.subject, attempt, tools);
  };

export const tellCustomer = telling('customer', announceToCustomer);
export const tellOwner = telling('owner', announceToOwner);
export const tellRider = telling('rider', announceToRider);
