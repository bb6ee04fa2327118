import type { Commit, Committed, OutboxReads, Reads, Store } from '../src/core/ports.ts';
import type { WholeStore } from '../src/store/whole-store.ts';
import { callPort } from './port-call.ts';
import { type Engine, portNumbers as n, type Process } from './process.ts';

/** What the world wants to know of the store, and what it does to it. */
export type StoreWatch = {
  /** After the effect, whether or not anybody lives to hear of it. */
  readonly committed: (process: Process, commit: Commit, result: Committed) => void;
  readonly redriven: () => void;
  /** The error of a bug of this process that hits what is asked for. */
  readonly poison: (process: Process, what: string) => Error | undefined;
};

export type StorePorts = { readonly store: Store; readonly reads: Reads; readonly outbox: OutboxReads };
type Call = <T>(port: number, about: string, effect: () => Promise<T>) => Promise<T>;
type Watched = { readonly process: Process; readonly whole: WholeStore; readonly watch: StoreWatch; readonly call: Call };

const subjectOf = ({ settle, events, documents }: Commit): string => {
  const [settled] = settle;
  return settled ? `${settled.delivery.consumer} ${settled.delivery.event.id}` : (events[0]?.id ?? documents[0]?.key ?? '');
};

const storeOf = ({ process, whole, watch, call }: Watched): Store => ({
  load: (stream) =>
    call(n['store.load'], stream, () => {
      const error = watch.poison(process, stream);
      return error ? Promise.reject(error) : whole.load(stream);
    }),
  document: (key) => call(n['store.document'], key, () => whole.document(key)),
  commit: (commit) =>
    call(n['store.commit'], subjectOf(commit), () =>
      whole.commit(commit).then((result) => {
        watch.committed(process, commit, result);
        return result;
      }),
    ),
  claim: (ask) => call(n['store.claim'], ask.consumers[0] ?? '', () => whole.claim(ask)),
  nextDueAt: (consumers) => call(n['store.next-due'], consumers[0] ?? '', () => whole.nextDueAt(consumers)),
  close: async () => undefined,
});

const readsOf = ({ process, whole, watch, call }: Watched): Reads => ({
  order: (id) =>
    call(n['reads.order'], id, () => {
      const error = watch.poison(process, id);
      return error ? Promise.reject(error) : whole.order(id);
    }),
  orders: (question) => call(n['reads.orders'], question.of, () => whole.orders(question)),
  payment: (id) => call(n['reads.payment'], id, () => whole.payment(id)),
  openPayments: (customer, limit) => call(n['reads.open-payments'], customer ?? '', () => whole.openPayments(customer, limit)),
  events: (question) => call(n['reads.events'], question.order ?? '', () => whole.events(question)),
  documents: (of, limit) => call(n['store.document'], typeof of === 'string' ? of : (of[0] ?? ''), () => whole.documents(of, limit)),
});

const outboxOf = ({ whole, watch, call }: Watched): OutboxReads => ({
  waiting: (consumer, partitions) => call(n['outbox.waiting'], partitions[0] ?? '', () => whole.waiting(consumer, partitions)),
  backlog: (now) => call(n['outbox.waiting'], '', () => whole.backlog(now)),
  parked: (limit) => call(n['outbox.waiting'], '', () => whole.parked(limit)),
  redrive: (partition, now) =>
    call(n['outbox.redrive'], partition ?? '', async () => {
      const freed = await whole.redrive(partition, now);
      watch.redriven();
      return freed;
    }),
});

/** The store as one process sees it. `real`: it does input and output. */
export const openStorePorts = (engine: Engine, process: Process, whole: WholeStore, watch: StoreWatch, real: boolean): StorePorts => {
  const how = real ? 'real' : 'quick';
  const call: Call = (port, about, effect) => callPort(engine, process, { port, about, how }, effect);
  const watched: Watched = { process, whole, watch, call };
  return { store: storeOf(watched), reads: readsOf(watched), outbox: outboxOf(watched) };
};
