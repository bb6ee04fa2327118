import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Sqlite } from '../../sqlite/open.ts';
import { migrate } from './migrate.ts';
import { createStatements } from './statements.ts';

const db: Sqlite = openDatabase(':memory:');
const statements = createStatements(db);
const sources = new Map<string, string>();

beforeAll(async () => {
  await migrate(db, 1000);
  for (const [name, statement] of Object.entries(statements)) sources.set(name, statement().source);
});
afterAll(() => {
  db.close();
});

const planOf = (name: string): string => {
  const source = sources.get(name);
  if (source === undefined) throw new Error(`no statement ${name}`);
  const parameters = source.includes('@')
    ? [{ order: '', customer: '', shop: '', placed_at: 0, active: 0, kitchen: 0, riding: 0, body: '', payment: '', updated_at: 0, open: 0 }]
    : [...source.matchAll(/\?/g)].map(() => null);
  return db
    .prepare<unknown[], { readonly detail: string }>(`explain query plan ${source}`)
    .all(...parameters)
    .map(({ detail }) => detail)
    .join('; ');
};

/** Statements that go through a whole table because that is what they are asked. */
const wholes = [
  'byOrder',
  'byStream',
  'backlog',
  'parked',
  'parkedRows',
  'daemons',
  'paymentIds',
  'strayOrders',
  'riding',
  'openPayments',
  'after',
];

describe('no statement of every day goes through a table', () => {
  test('nor sorts what an index has in order', () => {
    const scanning = [...sources.keys()]
      .filter((name) => !wholes.includes(name))
      .filter((name) => /\bSCAN (?!CONSTANT|json_each)|TEMP B-TREE/.test(planOf(name)));
    expect(scanning).toEqual([]);
  });

  test.each([
    ['head', 'INDEX events_stream (stream=?)'],
    ['streamSince', 'INDEX events_stream (stream=? AND version>?)'],
    ['after', 'INTEGER PRIMARY KEY (rowid>?)'],
    ['ofOrder', 'INDEX events_order (order=? AND rowid>?)'],
    ['messages', 'INDEX events_message (position>?)'],
    ['messagesOfOrder', 'INDEX events_order (order=? AND rowid>?)'],
    ['ready', 'COVERING INDEX outbox_ready (consumer=? AND ready_at<?)'],
    ['nextReady', 'COVERING INDEX outbox_ready (consumer=? AND ready_at>?)'],
    ['queue', 'PRIMARY KEY (consumer=? AND partition=?)'],
    ['advance', 'PRIMARY KEY (consumer=? AND partition=? AND position=?)'],
    ['held', 'PRIMARY KEY (consumer=? AND partition=? AND position=?)'],
    ['waiting', 'PRIMARY KEY (consumer=? AND partition=?)'],
    ['waitingOfThese', 'PRIMARY KEY (consumer=? AND partition=?)'],
    ['parked', 'INDEX outbox_parked'],
    ['parkedRows', 'INDEX outbox_parked'],
    ['history', 'INDEX order_view_customer (customer=?)'],
    ['active', 'INDEX order_view_active (customer=?)'],
    ['historyBehind', 'INDEX order_view_customer (customer=? AND (placed_at,order)<(?,?))'],
    ['activeBehind', 'INDEX order_view_active (customer=? AND (placed_at,order)<(?,?))'],
    ['shopInTime', 'INDEX order_view_shop (shop=? AND placed_at>? AND (placed_at,order)<(?,?))'],
    ['kitchen', 'INDEX order_view_kitchen (shop=?)'],
    ['riding', 'INDEX order_view_riding'],
    ['openPayments', 'INDEX payment_view_open'],
    ['openPaymentsOf', 'INDEX payment_view_customer (customer=?)'],
    ['documents', 'PRIMARY KEY (key>? AND key<?)'],
    ['stale', 'INDEX documents_written (written_at<?)'],
    ['byOrder', 'INDEX events_order'],
    ['byStream', 'INDEX events_stream'],
  ])('%s uses %s', (name, index) => {
    const plan = planOf(name);
    expect(plan).toContain(index);
    expect(plan).not.toContain('TEMP B-TREE');
  });
});

test('no statement is prepared anew at every binding: the planner sees no parameter', () => {
  const bare = [...sources].filter(([, source]) =>
    /\?/.test(
      source
        .split(/\bwhere\b/)
        .slice(1)
        .join('where')
        .replaceAll('+?', '')
        .replace(/ else \? end\)$/, ''),
    ),
  );
  expect(bare.map(([name]) => name)).toEqual([]);
});
