import { operator } from '../../src/cli/actor.ts';
import type { House } from '../../src/cli/wire.ts';
import type { EventType, Recorded } from '../../src/core/events.ts';
import type { Ledger } from '../../src/gateways/payment/open-sandbox.ts';

type Charges = Awaited<ReturnType<Ledger['charges']>>;
type Refunds = Awaited<ReturnType<Ledger['refunds']>>;

/** Our events, and what is true outside: the bank's books and the messages that phones have. */
export type Seen = {
  readonly events: readonly Recorded[];
  readonly charges: readonly (Pick<Charges[number], 'key' | 'order' | 'state'> & { readonly amount: number })[];
  readonly refunds: readonly (Pick<Refunds[number], 'key' | 'chargeKey'> & { readonly amount: number })[];
  readonly delivered: readonly string[];
};
/** What was answered with exit 0: whatever happens later, this happened. */
export type Promised = { readonly placed?: Iterable<string>; readonly canceled?: Iterable<string>; readonly cooked?: Iterable<string> };

type Of<T extends EventType> = Extract<Recorded, { readonly type: T }>;
export const only = <T extends EventType>(events: readonly Recorded[], ...types: readonly T[]): readonly Of<T>[] =>
  events.filter((event): event is Of<T> => types.some((type) => type === event.type));

const twice = (names: readonly string[]): readonly string[] => names.filter((name, n) => names.indexOf(name) !== n);
const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

const unpaidOrders = ({ events, charges }: Seen): readonly string[] => {
  const approved = new Map(only(events, 'PaymentApproved').map(({ data }) => [data.payment, data]));
  const taken = new Map(charges.filter(({ state }) => state === 'approved').map((charge) => [charge.key, charge]));
  return only(events, 'OrderPlaced').flatMap(({ data: { order, payment, total } }) => {
    const paid = approved.get(payment);
    const charge = paid && taken.get(paid.key);
    return total === 0 || (paid?.amount === total && charge?.amount === total && charge.order === order)
      ? []
      : [`${order} stands without a charge of ${total}`];
  });
};

const moneyInTheAir = ({ events, charges, refunds }: Seen): readonly string[] => {
  const placed = new Map<string, string>(only(events, 'OrderPlaced').map(({ data }) => [data.order, data.payment]));
  const keyOf = new Map<string, string>(only(events, 'PaymentApproved').map(({ data }) => [data.key, data.payment]));
  const fallen = new Set<string>(only(events, 'OrderCanceled', 'OrderRejected').map(({ data }) => data.order));
  return charges
    .filter(({ state }) => state === 'approved' || state === 'coming' || state === 'pending')
    .flatMap(({ key, order, amount, state }) => {
      if (state !== 'approved') return [`charge ${key} can still land`];
      const back = sum(refunds.filter(({ chargeKey }) => chargeKey === key).map((refund) => refund.amount));
      const stands = placed.get(order) !== undefined && placed.get(order) === keyOf.get(key) && !fallen.has(order);
      return back === (stands ? 0 : amount) ? [] : [`charge ${key} of ${amount} for ${order}: ${stands ? 'stands' : 'fell'}, back ${back}`];
    });
};

const doubleCharges = ({ charges }: Seen): readonly string[] =>
  twice(charges.filter(({ state }) => state === 'approved').map(({ order }) => order)).map((order) => `${order} was charged twice`);

const atMostOnce: readonly EventType[] = [
  'OrderPlaced',
  'OrderCanceled',
  'OrderRejected',
  'OrderCompleted',
  'TicketOpened',
  'OrderAccepted',
];
const once: readonly EventType[] = [...atMostOnce, 'AcceptanceExpired', 'CookStarted', 'DeliveryRequested', 'RefundRequested', 'Refunded'];
const twiceRecorded = ({ events }: Seen): readonly string[] =>
  twice(events.filter(({ type }) => once.includes(type)).map(({ type, order }) => `${type} of ${order}`)).map((what) => `${what} twice`);

const canceledAndCooked = ({ events }: Seen): readonly string[] => {
  const cooked = new Set(only(events, 'CookStarted').map(({ data }) => data.order));
  return only(events, 'OrderCanceled')
    .filter(({ data }) => data.by === 'customer' && cooked.has(data.order))
    .map(({ data }) => `${data.order} was canceled by its customer and cooked`);
};

const settled: readonly EventType[] = ['PaymentApproved', 'PaymentDeclined', 'PaymentVoided', 'Refunded', 'RefundSettledManually'];
const openPayments = ({ events }: Seen): readonly string[] => {
  const last = new Map(events.filter(({ stream }) => stream.startsWith('payment/')).map(({ stream, type }) => [stream, type]));
  return [...last].filter(([, type]) => !settled.includes(type)).map(([stream, type]) => `${stream} ends with ${type}`);
};

const unrefunded = ({ events }: Seen): readonly string[] => {
  const back = new Set(only(events, 'Refunded').map(({ data }) => data.payment));
  return only(events, 'OrderCanceled', 'OrderRejected')
    .filter(({ data }) => !back.has(data.payment))
    .map(({ data }) => `${data.order} fell and was not refunded`);
};

const messageId = ({ data }: Of<'MessageSent' | 'MessageFailed'>): string => `${data.event}:${data.recipient.role}:${data.template}`;

const messages = ({ events, delivered }: Seen): readonly string[] => {
  const sent = only(events, 'MessageSent').map(messageId);
  // Whose daemon died between sending and noting it down, and which had lost its point when its turn came again.
  const lapsed = new Set(only(events, 'MessageFailed').map(messageId));
  const hasLapsed = (id: string) => lapsed.has(id) || id.endsWith(':payments-back');
  return [
    ...twice(delivered).map((id) => `message ${id} arrived twice`),
    ...twice(sent).map((id) => `message ${id} was recorded twice`),
    ...sent.filter((id) => !delivered.includes(id)).map((id) => `message ${id} is recorded and never arrived`),
    ...delivered.filter((id) => !sent.includes(id) && !hasLapsed(id)).map((id) => `message ${id} arrived and is not recorded`),
  ];
};

const unserved = ({ events }: Seen): readonly string[] => {
  const opened = new Set(only(events, 'TicketOpened').map(({ data }) => data.order));
  const fallen = new Set(only(events, 'OrderCanceled', 'OrderRejected').map(({ data }) => data.order));
  return only(events, 'OrderPlaced')
    .filter(({ data }) => !opened.has(data.order) && !fallen.has(data.order))
    .map(({ data }) => `${data.order} stands and the kitchen never heard of it`);
};

const broken = ({ events }: Seen, promised: Promised): readonly string[] => {
  const lost = (what: string, orders: Iterable<string> | undefined, ...types: readonly EventType[]) => {
    const there = new Set<string | undefined>(events.filter(({ type }) => types.includes(type)).map(({ order }) => order));
    return [...(orders ?? [])].filter((order) => !there.has(order)).map((order) => `${order} was said to be ${what}, and is not`);
  };
  return [
    ...lost('placed', promised.placed, 'OrderPlaced'),
    // A cancel of what the shop has rejected is answered with the rejected order.
    ...lost('canceled', promised.canceled, 'OrderCanceled', 'OrderRejected'),
    ...lost('cooking', promised.cooked, 'CookStarted'),
  ];
};

const rules = [unpaidOrders, moneyInTheAir, doubleCharges, twiceRecorded, canceledAndCooked, openPayments, unrefunded, messages, unserved];

/** Everything that may never be, once nothing is under way any more; empty when all is well. */
export const wrongs = (seen: Seen, promised: Promised = {}): readonly string[] => [
  ...rules.flatMap((rule) => rule(seen)),
  ...broken(seen, promised),
];

export const allEvents = async ({ store }: House): Promise<readonly Recorded[]> => {
  const events: Recorded[] = [];
  for (;;) {
    const page = await store.events({ after: events.at(-1)?.position ?? 0, limit: 1000 });
    if (page.length === 0) return events;
    events.push(...page);
  }
};

/** The same over a house, with its views, its hash chain, its outbox, its books and its message log. */
export const audit = async (house: House, log: readonly string[], promised: Promised = {}): Promise<readonly string[]> => {
  const { ledger, kakao } = house.sandbox();
  const delivered = (await kakao.delivered()).map(({ id }) => id);
  const seen = { events: await allEvents(house), charges: await ledger.charges(), refunds: await ledger.refunds(), delivered };
  const { differences } = await house.store.rebuild('verify');
  const chain = await house.store.verifyChain();
  const { pending } = await house.store.backlog(house.env.now());
  const parked = await house.store.parked(100);
  const books = await house.as(operator).readBooks();
  if (!books.ok) throw new Error(books.error.code);
  const { taken, standing, refunded, owed } = books.value;
  const bank = await ledger.balance();
  const shown = log.map((line) => String(new Map<string, unknown>(Object.entries(JSON.parse(line) as object)).get('id')));
  return [
    ...wrongs(seen, promised),
    ...differences.map((difference) => `view: ${difference}`),
    ...chain.broken.map((link) => `chain: ${JSON.stringify(link)}`),
    ...(pending > 0 ? [`outbox: ${pending} overdue`] : []),
    ...parked.map(({ consumer, partition, error }) => `parked: ${consumer} ${partition} ${error}`),
    ...(taken === standing + refunded && owed === 0 ? [] : [`books: ${JSON.stringify(books.value)}`]),
    ...(bank.taken === taken && bank.refunded === refunded ? [] : [`bank: ${JSON.stringify({ bank, taken, refunded })}`]),
    ...twice(shown).map((id) => `message ${id} was shown twice`),
  ];
};
