-- What happened, in the order of commits. An event's id is `stream@version`.
-- Rows are never deleted, so positions rise and are never used again.
create table events (
  position integer primary key,
  stream text not null,
  version integer not null check (version > 0),
  type text not null,
  schema integer not null,
  at integer not null,
  "order" text,
  causation text not null,
  actor_role text not null,
  actor_id text not null,
  trace text,
  data text not null,
  hash blob not null
) strict;
create unique index events_stream on events (stream, version);
create index events_order on events ("order") where "order" is not null;
create index events_message on events (position) where type in ('MessageSent', 'MessageFailed');

-- Work that waits, one row for each event and consumer. Only the first row of a partition is ever ready:
-- the others wait behind it with `ready_at` null, and so does a parked one.
create table outbox (
  consumer text not null,
  partition text not null,
  position integer not null references events (position),
  due_at integer not null,
  ready_at integer,
  lease_until integer,
  attempt integer not null default 0,
  faults integer not null default 0,
  parked integer not null default 0 check (parked in (0, 1)),
  error text,
  primary key (consumer, partition, position)
) strict, without rowid;
create index outbox_ready on outbox (consumer, ready_at, position) where ready_at is not null;
create index outbox_parked on outbox (position) where parked = 1;

create table documents (
  key text primary key,
  version integer not null,
  body text not null,
  written_at integer
) strict, without rowid;
create index documents_written on documents (written_at) where written_at is not null;

create table order_view (
  "order" text primary key,
  customer text not null,
  shop text not null,
  placed_at integer not null,
  active integer not null,
  kitchen integer not null,
  riding integer not null,
  body text not null
) strict;
create index order_view_customer on order_view (customer, placed_at desc, "order" desc);
create index order_view_active on order_view (customer, placed_at desc, "order" desc) where active = 1;
create index order_view_kitchen on order_view (shop, placed_at, "order") where kitchen = 1;
create index order_view_riding on order_view (placed_at, "order") where riding = 1;

create table payment_view (
  payment text primary key,
  customer text not null,
  updated_at integer not null,
  open integer not null,
  body text not null
) strict;
create index payment_view_open on payment_view (updated_at desc, payment desc) where open = 1;
create index payment_view_customer on payment_view (customer, updated_at desc, payment desc) where open = 1;

create table daemons (
  id text primary key,
  pid integer not null,
  started_at integer not null,
  beat_at integer not null,
  consumers text not null
) strict, without rowid;

create table meta (key text primary key, value text not null) strict, without rowid;
-- Rises with every restore from a backup.
insert into meta (key, value) values ('epoch', '1');
