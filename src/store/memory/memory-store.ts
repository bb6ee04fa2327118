import type { StreamId } from '../../core/kinds.ts';
import type { Commit, Committed, Heartbeat, Relied, Upkeep } from '../../core/ports.ts';
import { checkCommit } from '../check-commit.ts';
import { type RoutesToViews, viewsConsumer } from '../fold-views.ts';
import type { WholeStore } from '../whole-store.ts';
import { frozen } from './frozen.ts';
import { createMemoryDocuments, type MemoryDocuments } from './memory-documents.ts';
import { createMemoryEvents, type MemoryEvents } from './memory-events.ts';
import { createMemoryOutbox, type MemoryOutbox } from './memory-outbox.ts';
import { createMemoryViews, type MemoryViews } from './memory-views.ts';

type Parts = {
  readonly events: MemoryEvents;
  readonly outbox: MemoryOutbox;
  readonly views: MemoryViews;
  readonly documents: MemoryDocuments;
};

const isStill = ({ events, documents }: Parts, relied: Relied): boolean =>
  ('stream' in relied ? events.version(relied.stream) : (documents.read(relied.document)?.version ?? 0)) === relied.version;

const follow = ({ events: kept }: Parts, { events }: Commit): boolean => {
  const [only] = events;
  if (only && events.length === 1) return only.version === kept.version(only.stream) + 1;
  const versions = new Map<StreamId, number>();
  return events.every(({ stream, version }) => {
    const before = versions.get(stream) ?? kept.version(stream);
    versions.set(stream, version);
    return version === before + 1;
  });
};

const apply = (parts: Parts, commit: Commit): Committed => {
  const { events, outbox, views, documents } = parts;
  if (!commit.settle.every((settle) => outbox.isHeld(settle))) return 'lease-lost';
  if (!commit.relies.every((relied) => isStill(parts, relied)) || !follow(parts, commit)) return 'conflict';
  const recorded = commit.events.map((event) => events.append(event));
  outbox.settle(commit.settle);
  for (const row of commit.outbox) {
    const event = recorded.find(({ id }) => id === row.event);
    if (event) outbox.add(row, event);
  }
  for (const row of commit.rows) views.write(row);
  for (const write of commit.documents) documents.write(write, commit.at ?? commit.events[0]?.at);
  return 'done';
};

const createUpkeep = (parts: Parts, write: <T>(work: () => T) => T, revision: () => string): Upkeep => {
  const daemons = new Map<string, Heartbeat>();
  return {
    beat: async (heartbeat) => void write(() => daemons.set(heartbeat.id, frozen(heartbeat))),
    heartbeats: async () => [...daemons.values()].sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1)),
    farewell: async (id) => void write(() => daemons.delete(id)),
    rebuild: async (mode) => {
      const waiting = parts.outbox.positionsWaiting(viewsConsumer);
      return write(() => parts.views.rebuild(mode, parts.events.byOrder(), ({ position }) => waiting.has(position)));
    },
    prune: async (prefix, before, limit) => write(() => parts.documents.prune(prefix, before, limit, parts.views.isActive)),
    revision,
  };
};

/** All of the store in memory, for simulations and tests: every write happens at once, in the order of the calls. */
export const createMemoryStore = (options: { readonly routesToViews: RoutesToViews }): WholeStore => {
  const parts: Parts = {
    events: createMemoryEvents(),
    outbox: createMemoryOutbox(),
    views: createMemoryViews(options.routesToViews),
    documents: createMemoryDocuments(),
  };
  let revision = 0;
  const write = <T>(work: () => T): T => {
    revision++;
    return work();
  };
  const { events, outbox, views, documents } = parts;
  return {
    ...createUpkeep(parts, write, () => String(revision)),
    load: (stream) => Promise.resolve(events.load(stream)),
    document: (key) => Promise.resolve(documents.read(key)),
    commit: async (commit) => {
      checkCommit(commit);
      return write(() => apply(parts, commit));
    },
    claim: (ask) => write(() => outbox.claim(ask)),
    nextDueAt: outbox.nextDueAt,
    close: async () => undefined,
    order: views.order,
    orders: views.orders,
    payment: views.payment,
    openPayments: views.openPayments,
    events: async (question) => events.ask(question),
    documents: async (prefix, limit) => documents.list(prefix, limit),
    waiting: outbox.waiting,
    backlog: outbox.backlog,
    parked: outbox.parked,
    redrive: async (partition, now) => write(() => outbox.redrive(partition, now)),
  };
};
