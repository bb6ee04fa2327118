import type { Sqlite } from '../../sqlite/open.ts';

export const schemaVersion = 1;

/** `coming`: asked for, but it reaches the bank only at `lands_at`. `pending`: the bank has it and decides at `lands_at`. */
export const schema = `
create table charges (
  key text primary key,
  amount integer not null check (amount > 0),
  method text not null,
  order_id text not null,
  state text not null check (state in ('coming', 'pending', 'approved', 'declined', 'voided')),
  reason text,
  reference text not null,
  asked_at integer not null,
  lands_at integer,
  approved_at integer,
  voided_at integer
) strict;
create index charges_to_land on charges (lands_at) where state in ('coming', 'pending');
create table refunds (
  key text primary key,
  charge_key text not null references charges (key),
  amount integer not null check (amount > 0),
  reference text not null,
  at integer not null
) strict;
create index refunds_of_charge on refunds (charge_key);
create table tombstones (key text primary key, took_money integer not null, at integer not null) strict;
create table faults (name text primary key, value text not null, calls_left integer, calls integer not null default 0) strict;
create table kakao (
  id text primary key,
  role text not null,
  recipient text not null,
  template text not null,
  lang text not null,
  title text not null,
  body text not null,
  at integer not null,
  received_at integer not null
) strict;
pragma user_version = ${schemaVersion};
`;

export type ChargeState = 'coming' | 'pending' | 'approved' | 'declined' | 'voided';
export type ChargeRow = {
  key: string;
  amount: number;
  method: string;
  order: string;
  state: ChargeState;
  reason: string | null;
  reference: string;
  askedAt: number;
  landsAt: number | null;
  approvedAt: number | null;
  voidedAt: number | null;
};
export type RefundRow = { key: string; chargeKey: string; amount: number; reference: string; at: number };
export type FaultRow = { value: string; callsLeft: number | null; calls: number };
export type KakaoRow = {
  id: string;
  role: string;
  recipient: string;
  template: string;
  lang: string;
  title: string;
  text: string;
  at: number;
  receivedAt: number;
};

const charge = `select key, amount, method, order_id as "order", state, reason, reference, asked_at as askedAt, lands_at as landsAt,
  approved_at as approvedAt, voided_at as voidedAt from charges`;
const refund = 'select key, charge_key as chargeKey, amount, reference, at from refunds';

export const prepareStatements = (db: Sqlite) => ({
  land: db.prepare<[number]>(
    `update charges set state = iif(reason is null, 'approved', 'declined'), approved_at = iif(reason is null, lands_at, null)
     where state in ('coming', 'pending') and lands_at <= ?`,
  ),
  landOne: db.prepare<[number, string]>(
    `update charges set state = iif(reason is null, 'approved', 'declined'), approved_at = iif(reason is null, ?, null)
     where key = ? and state = 'coming'`,
  ),
  charge: db.prepare<[string], ChargeRow>(`${charge} where key = ?`),
  charges: db.prepare<[], ChargeRow>(`${charge} order by rowid`),
  addCharge: db.prepare<[ChargeRow]>(
    `insert into charges (key, amount, method, order_id, state, reason, reference, asked_at, lands_at, approved_at, voided_at)
     values ($key, $amount, $method, $order, $state, $reason, $reference, $askedAt, $landsAt, $approvedAt, $voidedAt)`,
  ),
  voidCharge: db.prepare<[number, string]>(`update charges set state = 'voided', voided_at = ? where key = ? and state <> 'declined'`),
  tombstone: db.prepare<[string], { tookMoney: number }>('select took_money as tookMoney from tombstones where key = ?'),
  addTombstone: db.prepare<[string, number, number]>('insert into tombstones (key, took_money, at) values (?, ?, ?)'),
  refund: db.prepare<[string], RefundRow>(`${refund} where key = ?`),
  refunds: db.prepare<[], RefundRow>(`${refund} order by rowid`),
  refundedOf: db.prepare<[string], { amount: number }>('select coalesce(sum(amount), 0) as amount from refunds where charge_key = ?'),
  addRefund: db.prepare<[RefundRow]>(
    'insert into refunds (key, charge_key, amount, reference, at) values ($key, $chargeKey, $amount, $reference, $at)',
  ),
  balance: db.prepare<[], { taken: number; refunded: number }>(
    `select (select coalesce(sum(amount), 0) from charges where state = 'approved') as taken,
            (select coalesce(sum(amount), 0) from refunds) as refunded`,
  ),
  fault: db.prepare<[string], FaultRow>('select value, calls_left as callsLeft, calls from faults where name = ?'),
  setFault: db.prepare<[string, string, number | null]>(
    'insert or replace into faults (name, value, calls_left, calls) values (?, ?, ?, 0)',
  ),
  countFault: db.prepare<[string]>('update faults set calls = calls + 1, calls_left = calls_left - 1 where name = ?'),
  clearFault: db.prepare<[string]>('delete from faults where name = ?'),
  addKakao: db.prepare<[KakaoRow]>(
    `insert or ignore into kakao (id, role, recipient, template, lang, title, body, at, received_at)
     values ($id, $role, $recipient, $template, $lang, $title, $text, $at, $receivedAt)`,
  ),
  removeKakao: db.prepare<[string]>('delete from kakao where id = ?'),
  kakao: db.prepare<[], KakaoRow>(
    `select id, role, recipient, template, lang, title, body as text, at, received_at as receivedAt from kakao order by rowid`,
  ),
});
export type Statements = ReturnType<typeof prepareStatements>;
