import type { Sqlite } from '../../sqlite/open.ts';
import type { DaemonRow, DocumentRow, OrderColumns, PaymentColumns } from './codec.ts';
import { eventStatements } from './event-statements.ts';
import { lazily } from './lazily.ts';
import { outboxReadStatements, outboxStatements } from './outbox-statements.ts';

const documents = (db: Sqlite) => ({
  documentVersion: lazily<[string], number>(db, 'select version from documents where key = +?', true),
  /** Without its body when that is the one which is known: it is compared where it lies. */
  documentUnless: lazily<[Uint8Array, string], { readonly version: number; readonly body: string | null }>(
    db,
    'select version, nullif(body, cast(+? as text)) as body from documents where key = +?',
  ),
  documents: lazily<[string, string, number], DocumentRow>(
    db,
    'select key, version, body from documents where key >= +? and key < +? order by key limit +?',
  ),
  theseDocuments: lazily<[string, number], DocumentRow>(
    db,
    'select key, version, body from documents where key in (select value from json_each(+?)) order by key limit +?',
  ),
  writeDocument: lazily<[string, string, number | null], unknown>(
    db,
    'insert into documents (key, version, body, written_at) values (?, 1, ?, ?) ' +
      'on conflict (key) do update set version = version + 1, body = excluded.body, written_at = excluded.written_at',
  ),
  removeDocument: lazily<[string], unknown>(db, 'delete from documents where key = +?'),
  stale: lazily<[number, string, string, number], string>(
    db,
    'select key from documents where written_at < +? and key >= +? and key < +? order by written_at limit +?',
    true,
  ),
  prune: lazily<[string, number], unknown>(db, 'delete from documents where key = +? and written_at < +?'),
});

const orderLists = (db: Sqlite) => ({
  history: lazily<[string, number], string>(
    db,
    'select body from order_view where customer = +? order by placed_at desc, "order" desc limit +?',
    true,
  ),
  active: lazily<[string, number], string>(
    db,
    'select body from order_view where customer = +? and active = 1 order by placed_at desc, "order" desc limit +?',
    true,
  ),
  historyBehind: lazily<[string, number, string, number], string>(
    db,
    'select body from order_view where customer = +? and (placed_at, "order") < (+?, +?) order by placed_at desc, "order" desc limit +?',
    true,
  ),
  activeBehind: lazily<[string, number, string, number], string>(
    db,
    'select body from order_view where customer = +? and active = 1 and (placed_at, "order") < (+?, +?) ' +
      'order by placed_at desc, "order" desc limit +?',
    true,
  ),
  shopInTime: lazily<[string, number, number, string, number], string>(
    db,
    'select body from order_view where shop = +? and placed_at >= +? and (placed_at, "order") < (+?, +?) ' +
      'order by placed_at desc, "order" desc limit +?',
    true,
  ),
  // Named: all orders that the shop ever had stand in another index, in the same order.
  kitchen: lazily<[string, number], string>(
    db,
    'select body from order_view indexed by order_view_kitchen where shop = +? and kitchen = 1 order by placed_at, "order" limit +?',
    true,
  ),
  riding: lazily<[number], string>(db, 'select body from order_view where riding = 1 order by placed_at, "order" limit +?', true),
});

const views = (db: Sqlite) => ({
  order: lazily<[string], string>(db, 'select body from order_view where "order" = +?', true),
  writeOrder: lazily<[OrderColumns], unknown>(
    db,
    'insert into order_view ("order", customer, shop, placed_at, active, kitchen, riding, body) ' +
      'values (@order, @customer, @shop, @placed_at, @active, @kitchen, @riding, @body) ' +
      'on conflict ("order") do update set active = excluded.active, kitchen = excluded.kitchen, riding = excluded.riding, body = excluded.body',
  ),
  payment: lazily<[string], string>(db, 'select body from payment_view where payment = +?', true),
  openPayments: lazily<[number], string>(
    db,
    'select body from payment_view where open = 1 order by updated_at desc, payment desc limit +?',
    true,
  ),
  openPaymentsOf: lazily<[string, number], string>(
    db,
    'select body from payment_view where customer = +? and open = 1 order by updated_at desc, payment desc limit +?',
    true,
  ),
  writePayment: lazily<[PaymentColumns], unknown>(
    db,
    'insert into payment_view (payment, customer, updated_at, open, body) values (@payment, @customer, @updated_at, @open, @body) ' +
      'on conflict (payment) do update set updated_at = excluded.updated_at, open = excluded.open, body = excluded.body',
  ),
  orderRow: lazily<[string], OrderColumns>(db, 'select * from order_view where "order" = +?'),
  paymentRow: lazily<[string], PaymentColumns>(db, 'select * from payment_view where payment = +?'),
  strayOrders: lazily<[], string>(
    db,
    'select "order" from order_view v where not exists (select 1 from events e where e."order" = v."order")',
    true,
  ),
  paymentIds: lazily<[], string>(db, 'select payment from payment_view', true),
  removeOrder: lazily<[string], unknown>(db, 'delete from order_view where "order" = +?'),
  removePayment: lazily<[string], unknown>(db, 'delete from payment_view where payment = +?'),
});

const house = (db: Sqlite) => ({
  beat: lazily<[string, number, number, number, string], unknown>(
    db,
    'insert into daemons (id, pid, started_at, beat_at, consumers) values (?, ?, ?, ?, ?) on conflict (id) do update set ' +
      'pid = excluded.pid, started_at = excluded.started_at, beat_at = excluded.beat_at, consumers = excluded.consumers',
  ),
  daemons: lazily<[], DaemonRow>(db, 'select id, pid, started_at, beat_at, consumers from daemons order by started_at, id'),
  farewell: lazily<[string], unknown>(db, 'delete from daemons where id = +?'),
  schemaVersion: lazily<[], number>(db, 'pragma user_version', true),
  dataVersion: lazily<[], number>(db, 'pragma data_version', true),
  totalChanges: lazily<[], number>(db, 'select total_changes()', true),
});

/** Every statement of the store, by name. */
export const createStatements = (db: Sqlite) => ({
  ...eventStatements(db),
  ...outboxStatements(db),
  ...outboxReadStatements(db),
  ...documents(db),
  ...orderLists(db),
  ...views(db),
  ...house(db),
});
export type Statements = ReturnType<typeof createStatements>;
