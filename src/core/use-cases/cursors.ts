import { authorize } from '../authorize.ts';
import { type ConsumerName, cursorDocument, type Instant, parseConsumerName } from '../kinds.ts';
import type { Document } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import type { Session } from './deps.ts';

/** How far a program of somebody else has worked through the events; `version` says whether another one moved it meanwhile. */
export type Cursor = {
  readonly consumer: ConsumerName;
  readonly position: number;
  readonly version: number;
  readonly movedAt?: Instant;
};

const most = 1000;

const bodyOf = ({ body }: Document): { readonly position: number; readonly at: Instant } =>
  body as { readonly position: number; readonly at: Instant };

/** Where it stands; at the beginning when it never moved. */
export const findCursor = async (session: Session, consumer: ConsumerName): Promise<Result<Cursor, Refusal>> => {
  const allowed = authorize(session.actor, 'operate');
  if (!allowed.ok) return allowed;
  const document = await session.store.document(cursorDocument(consumer));
  if (!document) return ok({ consumer, position: 0, version: 0 });
  const { position, at } = bodyOf(document);
  return ok({ consumer, position, version: document.version, movedAt: at });
};

export const listCursors = async (session: Session): Promise<Result<readonly Cursor[], Refusal>> => {
  const allowed = authorize(session.actor, 'operate');
  if (!allowed.ok) return allowed;
  const documents = await session.reads.documents('cursor/', most);
  return ok(
    documents.flatMap((document) => {
      const consumer = parseConsumerName(document.key.slice('cursor/'.length));
      const { position, at } = bodyOf(document);
      return consumer === undefined ? [] : [{ consumer, position, version: document.version, movedAt: at }];
    }),
  );
};

/** From where it was seen to a position that is in the log. 'moved': another program moved it meanwhile, and this one must not go on. */
export const moveCursor = async (session: Session, seen: Cursor, position: number): Promise<Result<Cursor, Refusal> | 'moved'> => {
  const { actor, store, reads, env } = session;
  const allowed = authorize(actor, 'operate');
  if (!allowed.ok) return allowed;
  const [last] = await reads.events({ after: 0, latest: true, limit: 1 });
  if (position > (last?.position ?? 0)) return no({ code: 'NOT_FOUND', what: 'event', id: String(position) });
  const key = cursorDocument(seen.consumer);
  const at = env.now();
  const committed = await store.commit({
    relies: [{ document: key, version: seen.version }],
    events: [],
    outbox: [],
    rows: [],
    documents: [{ key, body: { position, at } }],
    settle: [],
  });
  return committed === 'done' ? ok({ ...seen, position, version: seen.version + 1, movedAt: at }) : 'moved';
};
