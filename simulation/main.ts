import { goesToViews } from '../src/core/route.ts';
import { createMemoryStore } from '../src/store/memory/memory-store.ts';
import { mix } from './chance.ts';
import { runWorld } from './run-world.ts';

const orders = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? 1);
const per = 200;
const began = performance.now();
const total = new Map<string, number>();
let placed = 0;
let steps = 0;
for (let at = 0; at * per < orders; at++) {
  const whole = createMemoryStore({ routesToViews: goesToViews });
  const ran = await runWorld({ seed: mix(seed * 7919 + at), orders: per, allowed: {} }, { of: () => whole, real: false });
  for (const [name, n] of ran.counters) total.set(name, (total.get(name) ?? 0) + n);
  placed += ran.placed;
  steps += ran.steps;
  if (ran.violations.length) console.log('world', at, ran.violations.length, ran.violations.slice(0, 6));
}
const s = (performance.now() - began) / 1000;
if (process.argv[4])
  console.log(
    [...total]
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([n, c]) => `${n}: ${c}`)
      .join('\n'),
  );
console.log({ orders, placed, s, perSecond: orders / s, steps, stepsPerOrder: steps / orders });
