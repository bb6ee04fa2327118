import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as command from './commands.ts';
import type { Recorded } from './events.ts';
import { type Facts, gatherFacts } from './facts.ts';
import type { Work } from './handle.ts';
import { invariants } from './invariants/invariants.ts';
import { eventId, type Instant, type StreamId } from './kinds.ts';
import { won } from './money.ts';
import { defaultSettings as settings } from './settings.ts';
import { recorded } from './testing/given.ts';
import { after, heldUntil, minute, order, otherRider, payment, quoted, remindAt, requested, rider, second } from './testing/story.ts';

/** All that one order can be, in as few words as there are. */
type Model = {
  readonly now: number;
  readonly pay: 'requested' | 'unknown' | 'deferred' | 'voiding' | 'voided' | 'declined' | 'approved';
  readonly refund: 'none' | 'requested' | 'failed' | 'needs-attention' | 'refunded' | 'settled-manually';
  readonly order: 'none' | 'placed' | 'completed' | 'canceled' | 'rejected';
  readonly ticket: 'none' | 'awaiting' | 'accepted' | 'cooking' | 'cooked' | 'rejected' | 'canceled' | 'expired';
  readonly ride: 'none' | 'waiting' | 'claimed' | 'picked' | 'delivered' | 'failed' | 'canceled';
  readonly rider?: string;
  readonly acceptBy: number;
  readonly cookedAt: number;
};
/** What becomes of it: something else, the same, or a no. */
type Next = Partial<Model> | 'same' | 'no';
type Move = { readonly name: string; readonly work: Work<unknown>; readonly next: (m: Model) => Next };

const isOf = <T extends string>(one: T, ...some: readonly T[]): boolean => some.includes(one);
const hasFallen = (m: Model) => isOf(m.order, 'canceled', 'rejected');
const isOnTheRoad = (m: Model) => isOf(m.ride, 'picked', 'delivered', 'failed');
const isOver = (m: Model) => m.now > m.acceptBy + settings.acceptGraceMs;
const isOpen = (m: Model) => isOf(m.refund, 'requested', 'failed', 'needs-attention');
const standing =
  (next: (m: Model) => Next) =>
  (m: Model): Next =>
    m.order === 'placed' ? next(m) : 'no';
const when = (holds: boolean, then: Next, otherwise: Next): Next => (holds ? then : otherwise);

const ordering: readonly Move[] = [
  {
    name: 'customer cancels',
    work: command.cancelByCustomer(order, 'CHANGED_MIND'),
    next: (m) => (hasFallen(m) ? 'same' : when(m.order === 'placed' && !isOf(m.ticket, 'cooking', 'cooked'), { order: 'canceled' }, 'no')),
  },
  {
    name: 'shop cancels',
    work: command.cancelByShop(order, 'TOO_BUSY'),
    next: (m) => (hasFallen(m) ? 'same' : when(m.order === 'placed' && !isOnTheRoad(m), { order: 'canceled' }, 'no')),
  },
  {
    name: 'system cancels',
    work: command.cancelBySystem(order, 'SYSTEM_ISSUE'),
    next: (m) => when(m.order === 'placed', { order: 'canceled' }, 'same'),
  },
  {
    name: 'reject order',
    work: command.rejectOrder(order, 'TOO_BUSY'),
    next: (m) => when(m.order === 'placed', { order: 'rejected' }, 'same'),
  },
  {
    name: 'complete',
    work: command.completeOrder(order),
    next: (m) => when(m.ride === 'delivered' && m.order === 'placed', { order: 'completed' }, 'same'),
  },
];

const kitchen: readonly Move[] = [
  {
    name: 'open ticket',
    work: command.openTicket(order),
    next: (m) => when(m.ticket === 'none' && m.order === 'placed', { ticket: isOver(m) ? 'expired' : 'awaiting' }, 'same'),
  },
  {
    name: 'accept',
    work: command.acceptOrder(order, undefined),
    next: standing((m) => {
      if (isOf(m.ticket, 'accepted', 'cooking', 'cooked')) return 'same';
      return when(m.ticket === 'awaiting' && m.now <= m.acceptBy, { ticket: 'accepted' }, 'no');
    }),
  },
  {
    name: 'reject ticket',
    work: command.rejectTicket(order, 'TOO_BUSY'),
    next: (m) => (m.ticket === 'rejected' ? 'same' : standing(() => when(m.ticket === 'awaiting', { ticket: 'rejected' }, 'no'))(m)),
  },
  {
    name: 'cook',
    work: command.startCooking(order),
    next: standing((m) => (isOf(m.ticket, 'cooking', 'cooked') ? 'same' : when(m.ticket === 'accepted', { ticket: 'cooking' }, 'no'))),
  },
  {
    name: 'finish',
    work: command.finishCooking(order),
    next: standing((m) => (m.ticket === 'cooked' ? 'same' : when(m.ticket === 'cooking', { ticket: 'cooked', cookedAt: m.now }, 'no'))),
  },
  {
    name: 'recall',
    work: command.recallTicket(order),
    next: standing((m) => {
      if (m.ticket === 'cooking') return 'same';
      const isInTime = m.now <= m.cookedAt + settings.recallMs;
      return when(m.ticket === 'cooked' && !isOnTheRoad(m) && isInTime, { ticket: 'cooking' }, 'no');
    }),
  },
  { name: 'delay', work: command.delayOrder(order, 10), next: standing((m) => when(isOf(m.ticket, 'accepted', 'cooking'), 'same', 'no')) },
  {
    name: 'cancel ticket',
    work: command.cancelTicket(order, 'customer', 'CHANGED_MIND'),
    next: (m) => when(isOf(m.ticket, 'awaiting', 'accepted', 'cooking', 'cooked'), { ticket: 'canceled' }, 'same'),
  },
  { name: 'remind', work: command.remindAcceptance(order, remindAt), next: () => 'same' },
  {
    name: 'expire',
    work: command.expireAcceptance(order),
    next: (m) => {
      if (m.ticket === 'none' && m.order === 'placed' && isOver(m)) return { order: 'canceled' };
      return when(m.ticket === 'awaiting' && isOver(m), { ticket: 'expired' }, 'same');
    },
  },
];

const holds = (m: Model, by: string, ...rides: readonly Model['ride'][]) => rides.includes(m.ride) && m.rider === by;
const riding = (by: typeof rider): readonly Move[] => [
  {
    name: `${by} claims`,
    work: command.claimDelivery(order, by),
    next: (m) => {
      if (holds(m, by, 'claimed', 'picked', 'delivered')) return 'same';
      return when(m.order === 'placed' && m.ride === 'waiting', { ride: 'claimed', rider: by }, 'no');
    },
  },
  {
    name: `${by} releases`,
    work: command.releaseDelivery(order, by),
    next: (m) => (m.ride === 'waiting' ? 'same' : when(holds(m, by, 'claimed'), { ride: 'waiting' }, 'no')),
  },
  {
    name: `${by} picks`,
    work: command.pickUp(order, by),
    next: (m) => {
      if (holds(m, by, 'picked', 'delivered')) return 'same';
      return when(m.order === 'placed' && holds(m, by, 'claimed') && m.ticket === 'cooked', { ride: 'picked' }, 'no');
    },
  },
  {
    name: `${by} delivers`,
    work: command.deliver(order, by),
    next: (m) => (holds(m, by, 'delivered') ? 'same' : when(holds(m, by, 'picked'), { ride: 'delivered' }, 'no')),
  },
  {
    name: `${by} fails`,
    work: command.failDelivery(order, by, 'CUSTOMER_ABSENT'),
    next: (m) => (holds(m, by, 'failed') ? 'same' : when(holds(m, by, 'picked'), { ride: 'failed' }, 'no')),
  },
];
const delivering: readonly Move[] = [
  {
    name: 'request ride',
    work: command.requestDelivery(order),
    next: (m) =>
      when(m.ride === 'none' && m.order === 'placed' && isOf(m.ticket, 'accepted', 'cooking', 'cooked'), { ride: 'waiting' }, 'same'),
  },
  {
    name: 'cancel ride',
    work: command.cancelDelivery(order, 'CHANGED_MIND'),
    next: (m) => when(isOf(m.ride, 'waiting', 'claimed'), { ride: 'canceled' }, 'same'),
  },
];

const paying: readonly Move[] = [
  {
    name: 'approve',
    work: command.approvePayment(payment, { reference: 'ref-1', amount: won(20_000) }),
    next: (m) =>
      when(
        isOf(m.pay, 'requested', 'unknown') && m.order === 'none',
        { pay: 'approved', order: 'placed', acceptBy: m.now + settings.acceptLeaseMs },
        'no',
      ),
  },
  {
    name: 'decline',
    work: command.declinePayment(payment, order, 'insufficient-funds'),
    next: (m) => (m.pay === 'declined' ? 'same' : when(isOf(m.pay, 'requested', 'unknown', 'deferred'), { pay: 'declined' }, 'no')),
  },
  {
    name: 'doubt',
    work: command.doubtPayment(payment, order, 'time-out'),
    next: (m) => when(m.pay === 'requested', { pay: 'unknown' }, 'same'),
  },
  {
    name: 'watch',
    work: command.watchPayment(payment, order, 1),
    next: (m) => when(m.pay === 'requested' && m.now >= after(0) + settings.paymentWatchMs, { pay: 'unknown' }, 'same'),
  },
  {
    name: 'defer',
    work: command.deferPayment(payment, order, 'breaker-open', after(30 * second)),
    next: (m) => when(m.pay === 'requested', { pay: 'deferred' }, 'no'),
  },
  {
    name: 'ask void',
    work: command.requestVoid(payment, order, 'never-confirmed'),
    next: (m) => when(m.pay === 'unknown', { pay: 'voiding' }, 'same'),
  },
  {
    name: 'void',
    work: command.voidPayment(payment, order, false),
    next: (m) => (m.pay === 'voided' ? 'same' : when(m.pay === 'voiding', { pay: 'voided' }, 'no')),
  },
  {
    name: 'end hold',
    work: command.expireHold(payment, order),
    next: (m) => when(m.pay === 'deferred' && m.now >= heldUntil, { pay: 'declined' }, 'same'),
  },
  {
    name: 'ask refund',
    work: command.requestRefund(payment, order, 'CHANGED_MIND'),
    next: (m) => when(m.pay === 'approved' && m.refund === 'none', { refund: 'requested' }, 'same'),
  },
  { name: 'refund', work: command.recordRefund(payment, order, 'back-1'), next: (m) => when(isOpen(m), { refund: 'refunded' }, 'same') },
  {
    name: 'refund fails',
    work: command.recordRefundFailure(payment, order, 'uncertain', after(minute)),
    next: (m) => when(m.refund === 'requested', { refund: 'failed' }, 'same'),
  },
  {
    name: 'attention',
    work: command.callForAttention(payment, order, 'refused'),
    next: (m) => when(isOpen(m), { refund: 'needs-attention' }, 'same'),
  },
  {
    name: 'settle by hand',
    work: command.settleRefundManually(payment, order, 'cash'),
    next: (m) => (m.refund === 'settled-manually' ? 'same' : when(isOpen(m), { refund: 'settled-manually' }, 'no')),
  },
];

const moves: readonly Move[] = [...ordering, ...kitchen, ...delivering, ...riding(rider), ...riding(otherRider), ...paying];
/** What the saga gives only to orders that are so far. */
const isGiven = ({ name }: Move, m: Model): boolean => {
  if (['cancel ticket', 'cancel ride', 'ask refund'].includes(name)) return hasFallen(m);
  return name !== 'complete' || m.ride === 'delivered';
};

const decide = async (work: Work<unknown>, events: readonly Recorded[], now: Instant) => {
  const facts = gatherFacts({ load: async (stream) => events.filter((event) => event.stream === stream), document: async () => undefined });
  return work(facts, now, settings);
};

const appended = (
  events: readonly Recorded[],
  plan: Awaited<ReturnType<typeof decide>>,
  now: Instant,
  causation: string,
): readonly Recorded[] => {
  if (!plan.ok) return events;
  const all = [...events];
  const versionOf = (stream: StreamId) => all.filter((event) => event.stream === stream).length;
  for (const { stream, events: made } of plan.value.append) {
    for (const event of made) {
      const version = versionOf(stream) + 1;
      const envelope = { id: eventId(stream, version), schema: 1, stream, version, at: now, order, position: all.length + 1 };
      all.push({ ...event, ...envelope, causation, actor: { role: 'system', id: 'model' } });
    }
  }
  return all;
};

const statesOf = async (facts: Facts) => {
  const paid = await facts.payment(payment);
  return {
    pay: paid.status,
    refund: paid.status === 'approved' ? paid.refund.status : 'none',
    order: (await facts.order(order)).status,
    ticket: (await facts.ticket(order)).status,
    ride: (await facts.delivery(order)).status,
  };
};

const begin: Model = {
  now: after(0),
  pay: 'requested',
  refund: 'none',
  order: 'none',
  ticket: 'none',
  ride: 'none',
  acceptBy: 0,
  cookedAt: 0,
};
/** Many short steps and a few long ones, so that deadlines fall between any two commands. */
const waits = fc.oneof({ weight: 6, arbitrary: fc.nat(20 * second) }, { weight: 1, arbitrary: fc.nat(12 * minute) });
/** The usual way on; most steps take it, so that walks get far before something else happens. */
const usual = (m: Model): string => {
  if (m.pay === 'unknown') return m.now % 2 === 0 ? 'approve' : 'ask void';
  if (m.pay === 'voiding') return 'void';
  if (m.pay === 'deferred') return 'end hold';
  if (m.order === 'none') return 'approve';
  if (hasFallen(m)) return m.refund === 'none' ? 'ask refund' : 'cancel ticket';
  if (m.ticket === 'none') return 'open ticket';
  if (m.ticket === 'awaiting') return 'accept';
  if (m.ride === 'none') return 'request ride';
  if (m.ride === 'waiting') return `${rider} claims`;
  if (m.ticket === 'accepted') return 'cook';
  if (m.ticket === 'cooking') return 'finish';
  if (m.ride === 'claimed') return `${m.rider} picks`;
  return m.ride === 'picked' ? `${m.rider} delivers` : 'complete';
};
const named = new Map(moves.map((move) => [move.name, move]));
const step = fc.record({
  waitMs: waits,
  move: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...moves) }),
});
const lifecycle = invariants.filter(({ of, needs }) => of === 'order' && needs.length === 0);

const everyState = [
  ...['requested', 'unknown', 'deferred', 'voiding', 'voided', 'declined', 'approved'].map((state) => `pay ${state}`),
  ...['none', 'requested', 'failed', 'needs-attention', 'refunded', 'settled-manually'].map((state) => `refund ${state}`),
  ...['none', 'placed', 'completed', 'canceled', 'rejected'].map((state) => `order ${state}`),
  ...['none', 'awaiting', 'accepted', 'cooking', 'cooked', 'rejected', 'canceled', 'expired'].map((state) => `ticket ${state}`),
  ...['none', 'waiting', 'claimed', 'picked', 'delivered', 'failed', 'canceled'].map((state) => `ride ${state}`),
].sort();

test('the contexts agree with a small model over any sequence of commands, and keep every promise about one order', async () => {
  const reached = new Set<string>();
  const agrees = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
    let model = begin;
    let events = recorded([quoted(), requested()]);
    for (const [at, { waitMs, move: chosen }] of steps.entries()) {
      model = { ...model, now: model.now + waitMs };
      const move = chosen ?? named.get(usual(model));
      if (!move || !isGiven(move, model)) continue;
      const next = move.next(model);
      const plan = await decide(move.work, events, model.now as Instant);
      expect(`${move.name}: ${plan.ok ? 'yes' : 'no'}`).toBe(`${move.name}: ${next === 'no' ? 'no' : 'yes'}`);
      events = appended(events, plan, model.now as Instant, `cmd_${at}`);
      if (next !== 'no' && next !== 'same') model = { ...model, ...next };
      for (const part of ['pay', 'refund', 'order', 'ticket', 'ride'] as const) reached.add(`${part} ${model[part]}`);
      const { pay, refund, order: ordered, ticket, ride } = model;
      const facts = gatherFacts({
        load: async (stream) => events.filter((event) => event.stream === stream),
        document: async () => undefined,
      });
      expect({ after: move.name, ...(await statesOf(facts)) }).toEqual({ after: move.name, pay, refund, order: ordered, ticket, ride });
    }
    const dossier = { order, events, view: undefined, payments: [], waiting: [], charges: [], refunds: [], heard: [], answers: [] };
    for (const invariant of lifecycle)
      if (invariant.of === 'order') expect([invariant.name, ...invariant.check(dossier)]).toEqual([invariant.name]);
  });
  // Random walks that never get anywhere prove nothing: they go on until every state there is was met, or it seems that one cannot be.
  const mostRounds = 12;
  for (let round = 0; round < mostRounds && (round === 0 || reached.size < everyState.length); round++)
    await fc.assert(agrees, { numRuns: 1500 });
  expect([...reached].sort()).toEqual(everyState);
});
