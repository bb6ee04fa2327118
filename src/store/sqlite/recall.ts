import type { Recorded } from '../../core/events.ts';
import type { DocumentKey, ShopId, StreamId } from '../../core/kinds.ts';
import type { Document } from '../../core/ports.ts';
import type { OrderView } from '../../core/views/order-view.ts';
import { frozen, toOrderView, toRecorded } from './codec.ts';
import type { Statements } from './statements.ts';

/**
 * Reads, and remembers what it took long to read. What was recorded never changes, so of a known stream only what came since is read;
 * of a document that is the same as before only that it is.
 */
export type Recall = {
  stream(stream: StreamId): readonly Recorded[];
  at(position: number): Recorded | undefined;
  document(key: DocumentKey): Document | undefined;
  /** A kitchen shows hundreds of views, and between two looks one of them changes: those of the last look are remembered. */
  kitchen(shop: ShopId, bodies: readonly string[]): readonly OrderView[];
};

const mostStreams = 1000;
const mostEvents = 4000;
const mostDocuments = 100;
/** Parsing less than this costs less than remembering it. */
const longDocument = 1000;

type Known = { readonly text: Uint8Array; readonly body: unknown };
const nothing: Known = { text: new Uint8Array(0), body: undefined };

/** The longest unused one goes. */
const keep = <K, V>(memory: Map<K, V>, key: K, value: V, most: number): V => {
  memory.delete(key);
  memory.set(key, value);
  if (memory.size > most) for (const oldest of memory.keys()) if (memory.delete(oldest)) break;
  return value;
};

export const createRecall = (s: Statements): Recall => {
  const streams = new Map<StreamId, readonly Recorded[]>();
  const events = new Map<number, Recorded>();
  const documents = new Map<DocumentKey, Known>();
  const kitchens = new Map<ShopId, ReadonlyMap<string, OrderView>>();
  return {
    stream: (stream) => {
      const known = streams.get(stream) ?? [];
      const since = s.streamSince().all(stream, known.length);
      if (since.length === 0) return known;
      const read = since.map((row) => events.get(row.position) ?? frozen(toRecorded(row)));
      return keep(streams, stream, Object.freeze([...known, ...read]), mostStreams);
    },
    at: (position) => {
      const known = events.get(position);
      if (known) return known;
      const row = s.at().get(position);
      return row && keep(events, position, frozen(toRecorded(row)), mostEvents);
    },
    document: (key) => {
      const known = documents.get(key) ?? nothing;
      const row = s.documentUnless().get(known.text, key);
      if (!row) return undefined;
      if (row.body === null) return { key, version: row.version, body: known.body };
      const body = frozen<unknown>(JSON.parse(row.body));
      if (row.body.length >= longDocument) keep(documents, key, { text: Buffer.from(row.body), body }, mostDocuments);
      return { key, version: row.version, body };
    },
    kitchen: (shop, bodies) => {
      const before = kitchens.get(shop);
      const now = new Map(bodies.map((body) => [body, before?.get(body) ?? frozen(toOrderView(body))]));
      kitchens.set(shop, now);
      return [...now.values()];
    },
  };
};
