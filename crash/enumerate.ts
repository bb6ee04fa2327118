import { createChance } from '../simulation/chance.ts';
import { seedShop } from '../test/processes/many-orders.ts';
import type { CrashPath } from './crash-path.ts';
import { inHouse, newFolder } from './folder.ts';
import { hurried } from './hurry.ts';
import type { Turn } from './recover.ts';
import { type Bench, enumerate, type Outcome, runPoint, type Undisturbed } from './run-point.ts';
import { type Point, pointName, type Thread } from './syscalls.ts';

export type Job = { readonly path: CrashPath; readonly point: Point };

/** At most so many at once; what is urgent first, else in order of asking. */
const turns = (most: number): Turn => {
  const [urgently, patiently]: (() => void)[][] = [[], []];
  let running = 0;
  return async (work, urgent) => {
    if (running >= most) await new Promise<void>((go) => (urgent ? urgently : patiently)?.push(go));
    else running++;
    try {
      return await work();
    } finally {
      const next = urgently?.shift() ?? patiently?.shift();
      if (next) next();
      else running--;
    }
  };
};

/** An open shop, made once and copied for every point. */
export const withBench = async <T>(workers: number, work: (bench: Bench) => Promise<T>): Promise<T> => {
  const template = newFolder(hurried);
  try {
    await inHouse(
      template,
      async (house) => {
        await seedShop(house);
        await house.sandbox().faults.set({ payment: 'ok' });
      },
      true,
    );
    return await work({ template: template.db, turn: turns(workers) });
  } finally {
    template.remove();
  }
};

/** A crash is followed by seconds of waiting for deadlines, in which others have their turn. */
const inFlight = 12;
const inLanes = async <A, B>(all: readonly A[], lanes: number, work: (one: A) => Promise<B>): Promise<readonly B[]> => {
  const results: B[] = [];
  const queue = [...all.entries()];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
};

/** Once more than it takes: on a busy machine a lease or a deadline may pass in the middle of a look, with calls that no other run makes. */
const looks = 2;
const looksAtWaverers = 5;
/** The points that every one of these runs has. */
const inAll = (runs: readonly (readonly Point[])[]): readonly Point[] => {
  const [first = [], ...others] = runs.map((points) => points.map((point) => ({ point, name: pointName(point) })));
  const known = others.map((points) => new Set(points.map(({ name }) => name)));
  return first.filter(({ name }) => known.every((names) => names.has(name))).map(({ point }) => point);
};

const look = async (path: CrashPath, thread: Thread, bench: Bench): Promise<Undisturbed> => {
  const first = await enumerate(path, thread, bench);
  const runs = [first];
  while (runs.length < (path.wavers ? looksAtWaverers : looks)) runs.push(await enumerate(path, thread, bench));
  const orders = runs.map(({ order }) => order);
  return { points: inAll(runs.map(({ points }) => points)), order: { ...first.order, wrong: orders.flatMap(({ wrong }) => wrong) } };
};

export type Surveyed = { readonly jobs: readonly Job[]; readonly words: number; readonly syncs: number; readonly wrong: readonly string[] };

/** Every path undisturbed: where it can be hit, and whether it ever spoke of what was not yet durable. */
export const survey = async (paths: readonly CrashPath[], bench: Bench): Promise<Surveyed> => {
  const runs = paths.flatMap((path) => [{ path, thread: 'main' } as const, ...(path.pool ? [{ path, thread: 'pool' } as const] : [])]);
  const found = await inLanes(runs, inFlight, async ({ path, thread }) => ({ path, thread, ...(await look(path, thread, bench)) }));
  const orders = found.filter(({ thread }) => thread === 'main');
  return {
    jobs: found.flatMap(({ path, points }) => points.map((point) => ({ path, point }))),
    words: orders.reduce((sum, { order }) => sum + order.words, 0),
    syncs: orders.reduce((sum, { order }) => sum + order.syncs, 0),
    wrong: orders.flatMap(({ path, order }) => order.wrong.map((what) => `${path.name}: ${what}`)),
  };
};

/** A share of every path, drawn from the seed; all of them when there are no more than that. */
export const sample = (jobs: readonly Job[], limit: number, seed: number): readonly Job[] => {
  if (jobs.length <= limit) return jobs;
  const chance = createChance(seed, 'crash points');
  const byPath = [...Map.groupBy(jobs, ({ path }) => path.name).values()].map((group) => [...group]);
  const drawn: Job[] = [];
  for (let turn = 0; drawn.length < limit; turn++) {
    const group = byPath[turn % byPath.length] ?? [];
    drawn.push(...group.splice(chance.below(Math.max(1, group.length)), 1));
  }
  return drawn;
};

export type Tell = (outcome: Outcome, done: number) => void;
export const runJobs = (jobs: readonly Job[], bench: Bench, workers: number, keep: boolean, tell: Tell): Promise<readonly Outcome[]> => {
  let done = 0;
  return inLanes(jobs, workers * inFlight, async ({ path, point }) => {
    const outcome = await runPoint(path, point, bench, keep);
    tell(outcome, ++done);
    return outcome;
  });
};
