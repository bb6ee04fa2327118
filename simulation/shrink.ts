import type { Ran } from './run-world.ts';
import type { WorldPlan } from './world.ts';

/** The fewest items for which it still fails (Zeller's delta debugging). */
export const minimize = async <T>(items: readonly T[], fails: (subset: readonly T[]) => Promise<boolean>): Promise<readonly T[]> => {
  if ((await fails([])) || items.length === 0) return [];
  let kept = items;
  for (let parts = 2; kept.length >= 2; ) {
    const size = Math.ceil(kept.length / parts);
    const chunks = Array.from({ length: Math.ceil(kept.length / size) }, (_, at) => kept.slice(at * size, (at + 1) * size));
    const without = (at: number) => chunks.flatMap((chunk, other) => (other === at ? [] : chunk));
    const tries = [...(parts === 2 ? chunks : []), ...chunks.map((_, at) => without(at))];
    const smaller = await firstThat(tries, fails);
    if (smaller) {
      kept = smaller;
      parts = Math.max(2, parts - 1);
    } else if (parts >= kept.length) {
      return kept;
    } else {
      parts = Math.min(kept.length, parts * 2);
    }
  }
  return kept;
};

const firstThat = async <T>(all: readonly T[], holds: (one: T) => Promise<boolean>): Promise<T | undefined> => {
  for (const one of all) if (await holds(one)) return one;
  return undefined;
};

export type Shrunk = { readonly plan: WorldPlan; readonly ran: Ran; readonly tries: number };
type Run = (plan: WorldPlan) => Promise<Ran>;

/** Fewer orders and fewer faults in turns, while the same promise is broken; within so many runs. */
export const shrink = async (plan: WorldPlan, ran: Ran, run: Run, most: number): Promise<Shrunk> => {
  const broken = new Set(ran.violations.map(({ invariant }) => invariant));
  let best: { readonly plan: WorldPlan; readonly ran: Ran } = { plan, ran };
  let tries = 0;
  let until = 0;
  const fails = async (candidate: WorldPlan): Promise<boolean> => {
    if (tries >= until) return false;
    tries++;
    const tried = await run(candidate);
    const isSame = tried.violations.some(({ invariant }) => broken.has(invariant));
    if (isSame) best = { plan: candidate, ran: tried };
    return isSame;
  };
  const fewerOrders = async () => {
    const base = best.plan;
    const all = base.only ? [...base.only] : Array.from({ length: plan.orders }, (_, index) => index);
    await minimize(all, (subset) => fails({ ...base, only: new Set(subset) }));
  };
  const fewerFaults = async () => {
    const base = best.plan;
    await minimize(best.ran.happened, (subset) => fails({ ...base, allowed: { only: new Set(subset) } }));
  };
  // None of them may use up all runs: what is stuck with many orders often is not with fewer faults.
  for (const [at, turn] of [fewerOrders, fewerFaults, fewerOrders, fewerFaults, fewerOrders].entries()) {
    until = Math.min(most, tries + Math.ceil(most / (at === 0 ? 4 : 3)));
    await turn();
  }
  return { ...best, tries };
};
