// One of several processes that order on the same file, thinking a little between two orders.
import { setTimeout as sleep } from 'node:timers/promises';
import { placeOne } from './order.ts';
import { openWorld } from './world.ts';

export type Wrote = { readonly orders: readonly string[]; readonly latencies: readonly number[]; readonly errors: readonly string[] };

const [file = '', thinkMs = '2', forMs = '2000'] = process.argv.slice(2);
const world = await openWorld(file);
for (let at = 0; at < 20; at++) await placeOne(world);
process.send?.('ready');
await new Promise((resolve) => process.once('message', resolve));

const [orders, latencies, errors]: [string[], number[], string[]] = [[], [], []];
for (const end = performance.now() + Number(forMs); performance.now() < end; ) {
  const start = performance.now();
  try {
    orders.push(await placeOne(world));
    latencies.push(performance.now() - start);
  } catch (error) {
    errors.push(String(error));
  }
  await sleep(Number(thinkMs));
}
await world.close();
process.send?.({ orders, latencies, errors } satisfies Wrote, () => process.disconnect());
