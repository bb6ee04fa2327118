import type { Recorded, Unrecorded } from '../../core/events.ts';
import type { OrderId, StreamId } from '../../core/kinds.ts';
import type { EventQuestion } from '../../core/ports.ts';
import { frozen } from './frozen.ts';

const append = <K>(lists: Map<K, Recorded[]>, key: K, event: Recorded): void => {
  const list = lists.get(key);
  if (list) list.push(event);
  else lists.set(key, [event]);
};

/** The first place after a position, in a list that is in order of position. */
const placeAfter = (list: readonly Recorded[], position: number): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const event = list[middle];
    if (event && event.position <= position) low = middle + 1;
    else high = middle;
  }
  return low;
};

const isMessage = ({ type }: Recorded): boolean => type === 'MessageSent' || type === 'MessageFailed';

export type MemoryEvents = {
  version(stream: StreamId): number;
  load(stream: StreamId): readonly Recorded[];
  append(event: Unrecorded): Recorded;
  ask(question: EventQuestion): readonly Recorded[];
  /** The events of one order after the other's. */
  byOrder(): Iterable<readonly Recorded[]>;
};

export const createMemoryEvents = (): MemoryEvents => {
  const log: Recorded[] = [];
  const messages: Recorded[] = [];
  // A new list for every event: streams are short, and read much more often than written.
  const streams = new Map<StreamId, readonly Recorded[]>();
  const orders = new Map<OrderId, Recorded[]>();
  const listFor = ({ order, messages: only }: EventQuestion): readonly Recorded[] => {
    if (order === undefined) return only ? messages : log;
    const all = orders.get(order) ?? [];
    return only ? all.filter(isMessage) : all;
  };
  return {
    version: (stream) => streams.get(stream)?.length ?? 0,
    load: (stream) => streams.get(stream) ?? [],
    append: (event) => {
      const inside = { data: frozen(event.data), actor: frozen(event.actor) };
      const recorded: Recorded = Object.freeze(Object.assign({ ...event, position: log.length + 1 }, inside));
      log.push(recorded);
      streams.set(recorded.stream, [...(streams.get(recorded.stream) ?? []), recorded]);
      if (recorded.order !== undefined) append(orders, recorded.order, recorded);
      if (isMessage(recorded)) messages.push(recorded);
      return recorded;
    },
    ask: (question) => {
      const list = listFor(question);
      const from = placeAfter(list, question.after);
      return question.latest ? list.slice(from).slice(-question.limit) : list.slice(from, from + question.limit);
    },
    byOrder: () => orders.values(),
  };
};
