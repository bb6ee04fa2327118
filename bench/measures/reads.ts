import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createApp } from '../../src/core/app.ts';
import { parseId } from '../../src/core/kinds.ts';
import { goesToViews } from '../../src/core/route.ts';
import { defaultSettings } from '../../src/core/settings.ts';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import { type Found, insist, type Measure } from '../kit/finding.ts';
import { seeded, seededCustomer, seededOrder, seededShop } from '../kit/seed.ts';
import { median, percentile } from '../kit/stats.ts';
import { instantGateway, movedEnv, must } from '../kit/world.ts';

const perRound = 3000;
const boardRows = 30;
const schema = hash('sha256', readFileSync(new URL('../../src/store/sqlite/migrations/0001-start.sqlite.sql', import.meta.url))).slice(
  0,
  8,
);

const known = <K extends 'order' | 'customer' | 'shop'>(of: K, text: string) => {
  const id = parseId(of, text);
  if (id === undefined) throw new Error(`no ${of}: ${text}`);
  return id;
};

type Question = 'status' | 'active' | 'board' | 'history';
const questions: readonly Question[] = ['status', 'active', 'board', 'history'];

/** The use cases as a screen calls them, about an order chosen at random. */
const openReader = async (file: string, count: number) => {
  const store = await openStore({ file, routesToViews: goesToViews });
  const deps = { store, reads: store, outbox: store, upkeep: store, gateway: instantGateway(), env: movedEnv(), settings: defaultSettings };
  const app = createApp(deps);
  const ask = async (question: Question): Promise<number> => {
    const at = Math.floor(Math.random() * count);
    const id = seededCustomer(at);
    const customer = app.as({ actor: { role: 'customer', id } });
    const shop = seededShop(at);
    if (question === 'status') return must(await customer.orderStatus(known('order', seededOrder(at)))).order === seededOrder(at) ? 1 : 0;
    if (question === 'active') return must(await customer.listOrders(true, 10)).length;
    if (question === 'history') return must(await customer.listOrders(false, 10)).length;
    return must(await app.as({ actor: { role: 'owner', id: shop } }).kitchenBoard(known('shop', shop), boardRows)).tickets.length;
  };
  return { ask, close: () => store.close() };
};
const answers: Readonly<Record<Question, number>> = { status: 1, active: 1, history: 10, board: boardRows };

export const reads: Measure = {
  name: 'reads',
  run: async ({ rounds, folder, cache, full }): Promise<Found> => {
    const sizes = full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
    const readers = [];
    for (const size of sizes) readers.push(await openReader(await seeded(cache, folder, size, schema), size));
    const tails = new Map<string, number[]>();
    const middles = new Map<string, number[]>();
    for (let round = -1; round < rounds; round++) {
      for (const question of questions) {
        const samples = readers.map((): number[] => []);
        const count = question === 'board' ? perRound / 10 : perRound;
        for (let at = 0; at < count; at++) {
          for (const [which, reader] of readers.entries()) {
            const start = performance.now();
            const found = await reader.ask(question);
            samples[which]?.push(performance.now() - start);
            insist(found === answers[question], `${question} answered ${found} of ${answers[question]}`);
          }
        }
        if (round < 0) continue;
        for (const [which, list] of samples.entries()) {
          const name = `${question} ${which}`;
          tails.set(name, [...(tails.get(name) ?? []), percentile(list, 0.99)]);
          middles.set(name, [...(middles.get(name) ?? []), percentile(list, 0.5)]);
        }
      }
    }
    for (const reader of readers) await reader.close();
    const last = sizes.length - 1;
    return questions.map((question) => {
      const [small, large] = [tails.get(`${question} 0`) ?? [], tails.get(`${question} ${last}`) ?? []];
      const p50 = (which: number) => 1000 * median(middles.get(`${question} ${which}`) ?? []);
      return {
        name: `read-${question}`,
        about: `${question}: p99 at ${sizes[last]} orders against ${sizes[0]}`,
        unit: '×',
        values: large.map((tail, round) => tail / (small[round] ?? Number.NaN)),
        reference: small,
        detail: { 'p50 µs small': p50(0), 'p50 µs large': p50(last), 'p99 µs large': 1000 * median(large) },
      };
    });
  },
};
