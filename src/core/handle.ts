import type { Actor, DomainEvent, Unrecorded } from './events.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { eventId, type Instant, type OrderId, type StreamId } from './kinds.ts';
import type { Commit, DocumentWrite, Env, Settle, Store, ViewRow } from './ports.ts';
import type { Refusal } from './refusal.ts';
import { no, ok, type Result } from './result.ts';
import { routeEvents } from './route.ts';
import type { Settings } from './settings.ts';
import { foldOrder } from './views/fold-order.ts';
import { foldPayment } from './views/payment-view.ts';
import { isShown } from './views/shown.ts';

/** What a decision wants written, and what it answers. */
export type Plan<T> = {
  readonly append: readonly { readonly stream: StreamId; readonly order?: OrderId; readonly events: readonly DomainEvent[] }[];
  readonly documents?: readonly DocumentWrite[];
  readonly value: T;
};
export type Work<T> = (facts: Facts, now: Instant, settings: Settings) => Promise<Result<Plan<T>, Refusal>>;

export type Because = { readonly actor: Actor; readonly causation: string; readonly trace?: string };
export type HandleDeps = { readonly store: Store; readonly env: Env; readonly settings: Settings };

const attempts = 40;

/** The plan's events as they are written, behind the heads that the facts know. */
const record = (facts: Facts, { append }: Plan<unknown>, { causation, actor, trace }: Because, now: Instant): readonly Unrecorded[] => {
  const heads = new Map<StreamId, number>();
  const recorded: Unrecorded[] = [];
  for (const { stream, order, events } of append) {
    let version = heads.get(stream) ?? facts.known(stream)?.length ?? 0;
    for (const event of events) {
      version++;
      const written = { id: eventId(stream, version), schema: 1, stream, version, at: now, causation, actor };
      recorded.push({ ...written, ...(order && { order }), ...(trace && { trace }), ...event });
    }
    heads.set(stream, version);
  }
  return recorded;
};

/** You see your own order, or your held payment, at once: its first view row is written with it. */
const firstRows = (events: readonly Unrecorded[]): readonly ViewRow[] =>
  events.flatMap((event): readonly ViewRow[] => {
    const order = event.type === 'OrderPlaced' ? foldOrder(undefined, event) : undefined;
    if (order) return [{ view: 'order', row: order }];
    // Such an event says all that its row says, whatever was there before.
    const payment = isShown(event) ? foldPayment(undefined, event) : undefined;
    return payment ? [{ view: 'payment', row: payment }] : [];
  });

/**
 * Reads, decides, commits; decides again on what is new when another was faster.
 * `settle` rides in the same commit. 'lease-lost': somebody else took that delivery over, nothing was written.
 * `before`: what was read before the effect outside; it is believed once, as the commit holds only while it is still so.
 */
export const handle = async <T>(
  { store, env, settings }: HandleDeps,
  because: Because,
  work: Work<T>,
  settle: readonly Settle[] = [],
  before?: Facts,
): Promise<Result<T, Refusal> | 'lease-lost'> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const known = attempt === 0 ? before : undefined;
    const facts = gatherFacts(store, known);
    const now = env.now();
    const decided = await work(facts, now, settings);
    // A no is checked by no commit: it must come from what is read now.
    if (!decided.ok && known) continue;
    if (!decided.ok) return decided;
    for (const { stream } of decided.value.append) if (!facts.known(stream)) await facts.past(stream);
    const events = record(facts, decided.value, because, now);
    const documents = decided.value.documents ?? [];
    if (events.length === 0 && documents.length === 0 && settle.length === 0) return ok(decided.value.value);
    const commit: Commit = {
      relies: facts.relies(),
      events,
      outbox: routeEvents(events, settings),
      rows: firstRows(events),
      documents,
      settle,
    };
    const committed = await store.commit(commit);
    if (committed === 'done') return ok(decided.value.value);
    if (committed === 'lease-lost') return 'lease-lost';
  }
  return no({ code: 'BUSY' });
};
