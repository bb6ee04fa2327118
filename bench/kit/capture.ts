import { openDatabase, type Sqlite } from '../../src/sqlite/open.ts';
import { placeOne } from './order.ts';
import { instantGateway, newName, newWorld } from './world.ts';

type Row = Readonly<Record<string, string | number | Uint8Array | null>>;
type Insert = { readonly table: string; readonly row: Row };
/** The rows that one placed order left behind, by its two transactions. */
export type Captured = {
  readonly transactions: readonly (readonly Insert[])[];
  readonly ids: readonly string[];
  readonly positions: number;
};

const tables = ['events', 'outbox', 'documents', 'order_view', 'payment_view'] as const;

/** Written down from the database after the real command: it cannot drift from the schema. */
export const capture = async (file: string): Promise<Captured> => {
  const seen = new Set<string>();
  const look = (db: Sqlite): readonly Insert[] =>
    tables.flatMap((table) =>
      db
        .prepare<[], Row>(`select * from ${table}`)
        .all()
        .map((row) => ({ table, row }))
        .filter(({ row }) => {
          const key = `${table} ${JSON.stringify(row)}`;
          return !seen.has(key) && seen.add(key);
        }),
    );
  const transactions: (readonly Insert[])[] = [];
  let db: Sqlite | undefined;
  const world = await newWorld(file, { gateway: instantGateway(() => db && transactions.push(look(db))) });
  db = openDatabase(file);
  look(db);
  const order = await placeOne(world);
  transactions.push(look(db));
  const events = transactions.flat().filter(({ table }) => table === 'events');
  const streams = events.map(({ row }) => String(row['stream'])).filter((stream) => !stream.endsWith(order));
  db.close();
  await world.close();
  return { transactions, ids: [order, ...new Set(streams.map((stream) => stream.split('/')[1] ?? ''))], positions: events.length };
};

type Values = readonly (string | number | Uint8Array | null)[];
type Statement = { readonly sql: string; readonly values: Values };
/** One order's statements, two transactions of them. */
export type Bare = readonly (readonly Statement[])[];

/** The captured rows under other ids, as scattered as the real ones, at the places where they will stand. Made before the clock runs. */
export const bareOrders = ({ transactions, ids, positions }: Captured, from: number, count: number): readonly Bare[] => {
  const events = transactions.flat().filter(({ table }) => table === 'events');
  const first = Math.min(...events.map(({ row }) => Number(row['position'])));
  return Array.from({ length: count }, (_, at) => {
    const fresh = ids.map((id) => [id, `${id.slice(0, -10)}${newName()}`] as const);
    const renamed = (text: string) => fresh.reduce((all, [id, other]) => all.replaceAll(id, other), text);
    const shift = (from + at) * positions + 1 - first;
    return transactions.map((inserts) =>
      inserts.map(({ table, row }) => {
        const columns = Object.entries(row).map(
          ([name, value]) =>
            [name, typeof value === 'string' ? renamed(value) : name === 'position' ? Number(value) + shift : value] as const,
        );
        const names = columns.map(([name]) => `"${name}"`).join(', ');
        return {
          sql: `insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`,
          values: columns.map(([, value]) => value),
        };
      }),
    );
  });
};

/** The driver alone: prepared statements, `begin immediate`, FULL. */
export const createBareWriter = (db: Sqlite): ((order: Bare) => void) => {
  const prepared = new Map<string, ReturnType<Sqlite['prepare']>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const [begin, commit] = [db.prepare('begin immediate'), db.prepare('commit')];
  return (order) => {
    for (const transaction of order) {
      begin.run();
      for (const { sql, values } of transaction) statement(sql).run(...values);
      commit.run();
    }
  };
};
