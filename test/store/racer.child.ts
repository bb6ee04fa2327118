// A process of its own, started by races.test.ts: it says when it is ready, waits for the word, does its part and tells what came of it.
import type { Unrecorded } from '../../src/core/events.ts';
import { at, claim, commitOf, completed, order, placed, record, settle, wanted } from '../../src/store/contract-samples.ts';
import { openStore, type SqliteStore } from '../../src/store/sqlite/open-store.ts';
import type { Part } from './race.ts';

const say = (message: unknown) => new Promise<void>((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
const word = () => new Promise<void>((resolve) => process.once('message', () => resolve()));
const file = process.argv[3] ?? '';
const me = process.argv[4] ?? '';
const open = () => openStore({ file, create: true, routesToViews: () => true });

const next = (version: number): Unrecorded => (version === 1 ? placed('race') : { ...completed('race', version), causation: me });

/** Appends to one stream, on whatever is its head, until it is full. */
const append = async (store: SqliteStore) => {
  const won: number[] = [];
  let [head, position, conflicts] = [0, 0, 0];
  while (head < 1000) {
    if ((await store.commit(commitOf({ events: [next(head + 1)] }))) === 'done') won.push(head + 1);
    else conflicts++;
    for (const event of await store.events({ after: position, limit: 1000 })) [head, position] = [event.version, event.position];
  }
  return { won, conflicts };
};

/** Writes orders of its own, thinking between them, until the time is up. */
const write = async (store: SqliteStore) => {
  const until = performance.now() + 2000;
  let written = 0;
  while (performance.now() < until) {
    await record(store, [placed(`${me}n${written++}`)], ['kitchen', 'views']);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return { written };
};

/** Claims, and settles, until nothing waits: every row that it ever held, with its attempt. */
const drain = async (store: SqliteStore) => {
  const held: (readonly [position: number, attempt: number, settled: string])[] = [];
  for (;;) {
    const deliveries = await claim(store, { limit: 20, now: 10_000, leaseUntil: 100_000 });
    if (deliveries.length === 0 && (await store.backlog(at(10_000))).pending === 0) return { held };
    const settled = deliveries.length === 0 ? '' : await settle(store, deliveries, { kind: 'done' });
    held.push(...deliveries.map(({ event, attempt }) => [event.position, attempt, settled] as const));
  }
};

/** Says of every order that it is there, as soon as it is, until it is killed. */
const boast = async (store: SqliteStore) => {
  for (let n = 0; ; n++) {
    const event = placed(`${me}n${n}`);
    const both = [store.commit(commitOf({ events: [event], outbox: [wanted(event)] })), record(store, [placed(`${me}m${n}`)])];
    await Promise.all(both);
    await say({ there: [order(`${me}n${n}`), order(`${me}m${n}`)] });
  }
};

const start = async () => {
  const store = await open();
  await record(store, [placed(`by${me}`)]);
  return { version: (await store.events({ after: 0, limit: 100 })).length };
};

const parts: Record<Part, (store: SqliteStore) => Promise<unknown>> = { append, write, drain, boast };

const part = process.argv[2] ?? '';
const opened = part === 'start' ? undefined : await open();
await say('ready');
await word();
const run = Object.entries(parts).find(([name]) => name === part)?.[1];
await say({ result: opened && run ? await run(opened) : await start() });
await opened?.close();
process.disconnect();
