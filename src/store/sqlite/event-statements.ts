import type { Sqlite } from '../../sqlite/open.ts';
import type { ChainedRow, EventRow } from './codec.ts';
import { lazily } from './lazily.ts';

const event = 'position, stream, version, type, schema, at, "order", causation, actor_role, actor_id, trace, data';
/** The same columns where another table is beside them. */
export const ofEvent = event.replaceAll(/[a-z_"]+/g, 'e.$&');

const isMessage = "type in ('MessageSent', 'MessageFailed')";
const page = (where: string) => `select ${event} from events where ${where} order by position limit +?`;
const lastPage = (where: string) => `select ${event} from events where ${where} order by position desc limit +?`;

export const eventStatements = (db: Sqlite) => ({
  head: lazily<[string], { readonly version: number; readonly hash: Uint8Array }>(
    db,
    'select version, hash from events where stream = +? order by version desc limit 1',
  ),
  insertEvent: lazily<
    [string, number, string, number, number, string | null, string, string, string, string | null, string, Uint8Array],
    unknown
  >(
    db,
    'insert into events (stream, version, type, schema, at, "order", causation, actor_role, actor_id, trace, data, hash) ' +
      'values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  streamSince: lazily<[string, number], EventRow>(db, `select ${event} from events where stream = +? and version > +? order by version`),
  at: lazily<[number], EventRow>(db, `select ${event} from events where position = +?`),
  after: lazily<[number, number], EventRow>(db, page('position > +?')),
  latest: lazily<[number, number], EventRow>(db, lastPage('position > +?')),
  ofOrder: lazily<[string, number, number], EventRow>(db, page('"order" = +? and position > +?')),
  latestOfOrder: lazily<[string, number, number], EventRow>(db, lastPage('"order" = +? and position > +?')),
  messages: lazily<[number, number], EventRow>(db, page(`${isMessage} and position > +?`)),
  latestMessages: lazily<[number, number], EventRow>(db, lastPage(`${isMessage} and position > +?`)),
  messagesOfOrder: lazily<[string, number, number], EventRow>(db, page(`"order" = +? and position > +? and ${isMessage}`)),
  latestMessagesOfOrder: lazily<[string, number, number], EventRow>(db, lastPage(`"order" = +? and position > +? and ${isMessage}`)),
  byOrder: lazily<[], EventRow>(db, `select ${event} from events where "order" is not null order by "order", position`),
  byStream: lazily<[], ChainedRow>(db, `select ${event}, hash from events order by stream, version`),
});
