import type { App } from '../../core/app.ts';
import type { Actor } from '../../core/events.ts';
import type { OrderId, ShopId } from '../../core/kinds.ts';
import type { Reads } from '../../core/ports.ts';
import type { OrderView } from '../../core/views/order-view.ts';
import { isLeftAlone, playTrace } from './is-left-alone.ts';
import { nextSteps, type Step } from './next-step.ts';

export type PlayDeps = {
  /** The use cases, with the mark of those who play. */
  readonly as: (actor: Actor, trace: string) => App;
  readonly reads: Pick<Reads, 'events'>;
  readonly shops: readonly ShopId[];
  readonly now: () => number;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly trouble: (error: Error) => void;
};

const rider = 'rdr_play';

const boardLimit = 50;
const manyEvents = 1000;
/** After what was done, or refused; and after trouble with the file, which is usually a lock. */
const againMs = 1000;

const ordersOf = async ({ as, shops }: PlayDeps): Promise<readonly OrderView[]> => {
  const [boards, rides] = await Promise.all([
    Promise.all(shops.map((shop) => as({ role: 'owner', id: shop }, playTrace).kitchenBoard(shop, boardLimit))),
    as({ role: 'rider', id: rider }, playTrace).riderBoard(boardLimit),
  ]);
  const tickets = boards.flatMap((board) => (board.ok ? board.value.tickets : []));
  const views = [...tickets, ...(rides.ok ? rides.value : [])].map(({ view }) => view).filter(({ shop }) => shops.includes(shop));
  return [...new Map(views.map((view) => [view.order, view])).values()];
};

const perform = async ({ as }: PlayDeps, { order, shop }: OrderView, step: Step): Promise<void> => {
  const kitchen = as({ role: 'owner', id: shop }, playTrace);
  const road = as({ role: 'rider', id: rider }, playTrace);
  const steps: Readonly<Record<Step, (id: OrderId) => Promise<unknown>>> = {
    accept: (id) => kitchen.accept(id),
    cook: kitchen.cook,
    finish: kitchen.finish,
    claim: road.claim,
    pick: road.pick,
    deliver: road.deliver,
  };
  // A refusal means that somebody was faster: the order has moved on, and is looked at again.
  await steps[step](order);
};

/** Does what is due and says when the next thing is. */
export const playOnce = async (deps: PlayDeps): Promise<number | undefined> => {
  const waiting: number[] = [];
  for (const view of await ordersOf(deps)) {
    const steps = nextSteps(view);
    if (steps.length === 0) continue;
    const events = await deps.reads.events({ order: view.order, after: 0, limit: manyEvents });
    if (!isLeftAlone(events)) continue;
    for (const planned of steps) {
      const isDue = planned.at <= deps.now();
      if (isDue) await perform(deps, view, planned.step);
      waiting.push(isDue ? deps.now() + againMs : planned.at);
    }
  }
  return waiting.length === 0 ? undefined : Math.min(...waiting);
};

/** A kitchen and a rider that play themselves, until the signal. */
export const runPlay = async (deps: PlayDeps, signal: AbortSignal): Promise<void> => {
  let wake: () => void = () => undefined;
  let isRung = false;
  const ring = () => {
    isRung = true;
    wake();
  };
  const deafen = deps.subscribe(ring);
  signal.addEventListener('abort', ring, { once: true });
  const sleepUntil = (at: number | undefined) =>
    new Promise<void>((done) => {
      const timer = at === undefined ? undefined : setTimeout(done, Math.max(0, at - deps.now()));
      wake = () => {
        clearTimeout(timer);
        done();
      };
      if (isRung) wake();
    });
  while (!signal.aborted) {
    isRung = false;
    try {
      await sleepUntil(await playOnce(deps));
    } catch (error) {
      deps.trouble(error instanceof Error ? error : new Error(String(error)));
      await sleepUntil(deps.now() + againMs);
    }
  }
  deafen();
};
