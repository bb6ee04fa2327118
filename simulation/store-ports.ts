import type { Commit, Committed, OutboxReads, Reads, Store } from '../src/core/ports.ts';
import type { WholeStore } from '../src/store/whole-store.ts';
import { callPort, type Engine, type Process, portNumbers } from './process.ts';

/** What the world wants to know of the store, and what it does to it. */
export type StoreWatch = {
  /** After the effect, whether or not anybody lives to hear of it. */
  readonly committed: (process: Process, commit: Commit, result: Committed) => void;
  readonly redriven: () => void;
  /** The error of a bug of this process that hits what is asked for. */
  readonly poison: (process: Process, what: string) => Error | undefined;
};

export type StorePorts = { readonly store: Store; readonly reads: Reads; readonly outbox: OutboxReads };

/** The store as one process sees it. `real`: it does input and output. */
export const openStorePorts = (
  engine: Engine,
  process: Process,
  whole: WholeStore,
  { committed, redriven, poison }: StoreWatch,
  real: boolean,
): StorePorts => {
  const how = real ? 'real' : 'quick';
  const call = <T>(port: number, effect: () => Promise<T>) => callPort(engine, process, port, effect, how);
  const poisoned = (what: string) => poison(process, what);
  const n = portNumbers;
  const store: Store = {
    load: (stream) =>
      call(n['store.load'], () => {
        const error = poisoned(stream);
        return error ? Promise.reject(error) : whole.load(stream);
      }),
    document: (key) => call(n['store.document'], () => whole.document(key)),
    commit: (commit) =>
      call(n['store.commit'], () =>
        whole.commit(commit).then((result) => {
          committed(process, commit, result);
          return result;
        }),
      ),
    claim: (ask) => call(n['store.claim'], () => whole.claim(ask)),
    nextDueAt: (consumers) => call(n['store.next-due'], () => whole.nextDueAt(consumers)),
    close: async () => undefined,
  };
  const reads: Reads = {
    order: (id) =>
      call(n['reads.order'], () => {
        const error = poisoned(id);
        return error ? Promise.reject(error) : whole.order(id);
      }),
    orders: (question) => call(n['reads.orders'], () => whole.orders(question)),
    payment: (id) => call(n['reads.payment'], () => whole.payment(id)),
    openPayments: (customer, limit) => call(n['reads.open-payments'], () => whole.openPayments(customer, limit)),
    events: (question) => call(n['reads.events'], () => whole.events(question)),
    documents: (prefix, limit) => call(n['store.document'], () => whole.documents(prefix, limit)),
  };
  const outbox: OutboxReads = {
    waiting: (consumer, partitions) => call(n['outbox.waiting'], () => whole.waiting(consumer, partitions)),
    backlog: (now) => call(n['outbox.waiting'], () => whole.backlog(now)),
    parked: (limit) => call(n['outbox.waiting'], () => whole.parked(limit)),
    redrive: (partition, now) =>
      call(n['outbox.redrive'], async () => {
        const freed = await whole.redrive(partition, now);
        redriven();
        return freed;
      }),
  };
  return { store, reads, outbox };
};
