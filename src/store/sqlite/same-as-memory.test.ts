import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Recorded } from '../../core/events.ts';
import type { Delivery, Outcome } from '../../core/ports.ts';
import { at, claim, commitOf, completed, key, placed, viewOf, wanted } from '../contract-samples.ts';
import { createMemoryStore } from '../memory/memory-store.ts';
import type { WholeStore } from '../whole-store.ts';
import { openStore } from './open-store.ts';

/** One step of a random history; what it says is what both stores must say. */
type Step = (store: WholeStore, held: Delivery[], now: number) => Promise<unknown>;

const consumers = ['kitchen', 'views'];
const name = fc.constantFrom('a', 'b', 'c');
const soon = fc.integer({ min: -5, max: 30 });

const happen = (of: string, version: number) => (version === 1 ? placed(of) : completed(of, version));
const write = fc
  .record({ of: name, version: fc.integer({ min: 1, max: 4 }), many: fc.integer({ min: 1, max: 3 }), due: soon, relied: fc.nat(3) })
  .map(
    ({ of, version, many, due, relied }): Step =>
      async (store, held, now) => {
        const events = Array.from({ length: many }, (_, n) => happen(of, version + n));
        const outbox = events.flatMap((event, n) => consumers.slice(n % 2).map((consumer) => wanted(event, consumer, now + due)));
        const settle = relied === 3 && held[0] ? [{ delivery: held[0], outcome: { kind: 'done' } as const }] : [];
        const relies = relied === 2 ? [{ document: key(`k/${of}`), version: 1 }] : [];
        return store.commit(commitOf({ relies, events, outbox, settle, rows: [{ view: 'order', row: viewOf(of, { when: now }) }] }));
      },
  );
const document = fc.record({ of: name, version: fc.nat(2), remove: fc.boolean() }).map(
  ({ of, version, remove }): Step =>
    async (store, _held, now) => {
      const written = remove ? ({ key: key(`k/${of}`), remove: true } as const) : { key: key(`k/${of}`), body: now };
      return [
        await store.commit(commitOf({ relies: [{ document: key(`k/${of}`), version }], documents: [written], at: at(now) })),
        await store.documents('k/', 9),
        await store.documents([key('k/c'), key('k/a'), key('k/none')], 9),
      ];
    },
);
const take = fc.record({ limit: fc.integer({ min: 1, max: 4 }), lease: fc.integer({ min: 1, max: 20 }), of: fc.subarray(consumers) }).map(
  ({ limit, lease, of }): Step =>
    async (store, held, now) => {
      const deliveries = await claim(store, { consumers: of, limit, now, leaseUntil: now + lease });
      held.push(...deliveries);
      return deliveries;
    },
);
const outcome = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Outcome>({ kind: 'done' }) },
  fc.constant<Outcome>({ kind: 'release' }),
  fc.constant<Outcome>({ kind: 'park', error: 'x' }),
  soon.map((ms): Outcome => ({ kind: 'again', at: at(1000 + ms) })),
  soon.map((ms): Outcome => ({ kind: 'again', at: at(1000 + ms), error: 'y', fault: true })),
);
const settle = fc.array(fc.tuple(fc.nat(5), outcome), { minLength: 1, maxLength: 3 }).map(
  (picks): Step =>
    async (store, held) => {
      const chosen = new Map(
        picks.flatMap(([n, how]) =>
          held[n] ? [[`${held[n].consumer} ${held[n].event.id}`, { delivery: held[n], outcome: how }] as const] : [],
        ),
      );
      const result = await store.commit(commitOf({ settle: [...chosen.values()] }));
      held.splice(
        0,
        held.length,
        ...held.filter((one) => ![...chosen.values()].some(({ delivery }) => delivery === one) || result !== 'done'),
      );
      return result;
    },
);
const redrive = fc.option(name, { nil: undefined }).map(
  (of): Step =>
    (store, _held, now) =>
      store.redrive(of && `ord_${of}`, at(now)),
);

/** All that can be asked, after every step. */
const everything = async (store: WholeStore, now: number) => ({
  events: await store.events({ after: 0, limit: 100 }),
  due: await store.nextDueAt(consumers),
  backlog: await store.backlog(at(now)),
  parked: (await store.parked(100))
    .map(({ consumer, event }: { consumer: string; event: Recorded }) => `${event.position} ${consumer}`)
    .sort(),
  waiting: await store.waiting('views', ['ord_a', 'ord_b', 'ord_c']),
  orders: await store.orders({ of: 'kitchen', shop: viewOf('a').shop, limit: 9 }),
  verify: await store.rebuild('verify'),
});

test('after any history the SQLite store says what the memory store says', async () => {
  const steps = fc.array(fc.tuple(fc.oneof(write, write, document, take, take, settle, settle, redrive), fc.nat(8)), {
    minLength: 5,
    maxLength: 40,
  });
  const property = fc.asyncProperty(steps, async (history) => {
    const stores = [createMemoryStore({ routesToViews: () => true }), await openStore({ file: ':memory:', routesToViews: () => true })];
    const runs = stores.map(async (store) => {
      const held: Delivery[] = [];
      const said: unknown[] = [];
      let now = 1000;
      for (const [step, passed] of history) {
        now += passed;
        said.push(await step(store, held, now), await everything(store, now));
      }
      await store.close();
      return said;
    });
    const [memory, sqlite] = await Promise.all(runs);
    expect(sqlite).toEqual(memory);
  });
  await fc.assert(property, { numRuns: 60 });
});
