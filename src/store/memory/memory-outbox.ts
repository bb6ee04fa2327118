import type { Recorded } from '../../core/events.ts';
import type { Instant } from '../../core/kinds.ts';
import type { ClaimAsk, Delivery, OutboxReads, OutboxRow, Pending, Settle, Store } from '../../core/ports.ts';
import { checkAsk } from '../check-commit.ts';
import { isFree, newRow, type Row, redriveRow, settleRow, toPending } from './memory-row.ts';
import { createReadyHeap, isBefore, type Turn } from './ready-heap.ts';

/** Rows of one partition in order of position; only the first may be ready. */
type Queue = Row[];
type Line = { readonly queues: Map<string, Queue>; readonly ready: ReturnType<typeof createReadyHeap<Row>> };

const newLine = (): Line => ({ queues: new Map(), ready: createReadyHeap<Row>(({ row, readyAt }) => row.readyAt === readyAt) });

const setTurn = ({ ready }: Line, row: Row, readyAt: Instant | undefined): void => {
  if (row.readyAt === readyAt) return;
  row.readyAt = readyAt;
  if (readyAt !== undefined) ready.push({ readyAt, position: row.event.position, row });
};

const advance = (line: Line, partition: string): void => {
  const [head] = line.queues.get(partition) ?? [];
  if (head) setTurn(line, head, head.parked ? undefined : (head.leaseUntil ?? head.dueAt));
  else line.queues.delete(partition);
};

/** Adds to what is leased: the free rows at the head of a queue. */
const leaseQueue = (line: Line, queue: Queue, { now, leaseUntil, limit }: ClaimAsk, leased: Delivery[]): void => {
  for (const row of queue) {
    if (leased.length >= limit || !isFree(row, now)) break;
    row.attempt++;
    row.leaseUntil = leaseUntil;
    if (row === queue[0]) setTurn(line, row, leaseUntil);
    leased.push({
      consumer: row.consumer,
      partition: row.partition,
      attempt: row.attempt,
      faults: row.faults,
      leaseUntil,
      event: row.event,
    });
  }
};

type State = { readonly lines: Map<string, Line>; readonly asked: WeakMap<readonly string[], readonly Line[]>; readonly parked: Set<Row> };

const lineOf = ({ lines }: State, consumer: string): Line => {
  const line = lines.get(consumer);
  if (line) return line;
  const made = newLine();
  lines.set(consumer, made);
  return made;
};

const findRow = ({ lines }: State, { delivery: { consumer, partition, event } }: Settle): Row | undefined =>
  lines
    .get(consumer)
    ?.queues.get(partition)
    ?.find((row) => row.event.position === event.position);

const isHeld = (state: State, settle: Settle): boolean => {
  const row = findRow(state, settle);
  return row !== undefined && row.attempt === settle.delivery.attempt && row.leaseUntil === settle.delivery.leaseUntil;
};

const settle = (state: State, all: readonly Settle[]): void => {
  for (const one of all) {
    const row = findRow(state, one);
    if (!row) continue;
    settleRow(row, one, () => {
      const queue = lineOf(state, row.consumer).queues.get(row.partition);
      queue?.splice(queue.indexOf(row), 1);
      row.readyAt = undefined;
    });
    if (row.parked) state.parked.add(row);
  }
  for (const { delivery } of all) advance(lineOf(state, delivery.consumer), delivery.partition);
};

const add = (state: State, { consumer, partition, dueAt }: OutboxRow, event: Recorded): void => {
  const line = lineOf(state, consumer);
  const row = newRow(consumer, partition, event, dueAt);
  const queue = line.queues.get(partition);
  if (queue) queue.push(row);
  else {
    line.queues.set(partition, [row]);
    advance(line, partition);
  }
};

/** Of these lines, the turn that is first. */
const nextTurn = (lines: readonly Line[]): Turn<Row> | undefined => {
  let next: Turn<Row> | undefined;
  for (const { ready } of lines) {
    const turn = ready.peek();
    if (turn && (!next || isBefore(turn, next))) next = turn;
  }
  return next;
};
// Daemons ask for the same list of consumers again and again.
const linesOf = (state: State, consumers: readonly string[]): readonly Line[] => {
  const known = state.asked.get(consumers);
  if (known) return known;
  const lines = consumers.map((consumer) => lineOf(state, consumer));
  state.asked.set(consumers, lines);
  return lines;
};

const claim = (state: State, ask: ClaimAsk): readonly Delivery[] => {
  checkAsk(ask);
  const lines = linesOf(state, ask.consumers);
  const leased: Delivery[] = [];
  while (leased.length < ask.limit) {
    const next = nextTurn(lines);
    if (!next || next.readyAt > ask.now) break;
    const { consumer, partition } = next.row;
    const line = lineOf(state, consumer);
    leaseQueue(line, line.queues.get(partition) ?? [], ask, leased);
  }
  if (leased.length < 2) return leased;
  const place = ({ consumer }: Delivery) => ask.consumers.indexOf(consumer);
  return leased.sort((a, b) => a.event.position - b.event.position || place(a) - place(b));
};

const backlog = ({ lines }: State, now: Instant) => {
  const open = [...lines.values()].flatMap(({ queues }) => [...queues.values()].flat()).filter((row) => !row.parked);
  const due = open.filter((row) => row.dueAt <= now);
  const oldest = due.reduce<Instant | undefined>((least, { dueAt }) => (least !== undefined && least <= dueAt ? least : dueAt), undefined);
  return { pending: due.length, scheduled: open.length - due.length, ...(oldest !== undefined && { oldestDueAt: oldest }) };
};

const redrive = (state: State, partition: string | undefined, now: Instant): number => {
  const rows = [...state.parked].filter((row) => partition === undefined || row.partition === partition);
  for (const row of rows) {
    redriveRow(row, now);
    state.parked.delete(row);
  }
  for (const { consumer, partition: freed } of rows) advance(lineOf(state, consumer), freed);
  return rows.length;
};

const byPosition = (a: Row, b: Row): number => a.event.position - b.event.position;

const waiting = ({ lines }: State, consumer: string, partitions: readonly string[]): readonly Pending[] => {
  const queues = lines.get(consumer)?.queues;
  const rows = partitions.length === 1 ? queues?.get(partitions[0] ?? '') : undefined;
  if (partitions.length === 1) return rows?.map(toPending) ?? [];
  return [...new Set(partitions)]
    .flatMap((partition) => queues?.get(partition) ?? [])
    .sort(byPosition)
    .map(toPending);
};

/** The outbox, and what the commit does with it. */
export type MemoryOutbox = OutboxReads &
  Pick<Store, 'nextDueAt' | 'claim'> & {
    isHeld(settle: Settle): boolean;
    settle(all: readonly Settle[]): void;
    add(row: OutboxRow, event: Recorded): void;
    positionsWaiting(consumer: string): ReadonlySet<number>;
  };

export const createMemoryOutbox = (): MemoryOutbox => {
  const state: State = { lines: new Map(), asked: new WeakMap(), parked: new Set() };
  return {
    isHeld: (one) => isHeld(state, one),
    settle: (all) => settle(state, all),
    add: (row, event) => add(state, row, event),
    positionsWaiting: (consumer) =>
      new Set([...(state.lines.get(consumer)?.queues.values() ?? [])].flat().map(({ event }) => event.position)),
    claim: async (ask) => claim(state, ask),
    nextDueAt: (consumers) => Promise.resolve(nextTurn(linesOf(state, consumers))?.row.readyAt),
    waiting: (consumer, partitions) => Promise.resolve(waiting(state, consumer, partitions)),
    backlog: async (now) => backlog(state, now),
    parked: async (limit) => [...state.parked].sort(byPosition).slice(0, limit).map(toPending),
    redrive: async (partition, now) => redrive(state, partition, now),
  };
};
