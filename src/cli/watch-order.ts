import type { App } from '../core/app.ts';
import type { OrderId } from '../core/kinds.ts';
import { isActive, type OrderStatus, type OrderView, statusOf } from '../core/views/order-view.ts';
import type { Call } from './call.ts';
import { changesOf, type Watched } from './changes.ts';
import { type Exit, exits } from './exit.ts';
import { heightOf } from './line-height.ts';
import { statusJson } from './show/order-json.ts';
import { shortStatus } from './show/short-status.ts';
import { zoneOf } from './show/zones.ts';
import { steadily } from './steadily.ts';
import { Stop } from './stop.ts';
import { isTerminal, type Line, rewriteLines, writeJson, writeLines } from './terminal.ts';
import type { Answered } from './verb.ts';

/** The way of an order that goes well, step by step. */
export const steps = ['placed', 'accepted', 'cooking', 'cooked', 'delivering', 'delivered'] as const satisfies readonly OrderStatus[];
export type Step = (typeof steps)[number];

export type Watching = {
  readonly app: App;
  readonly house: Watched;
  readonly call: Call;
  readonly linesOf: (view: OrderView, call: Call, zone: string) => readonly Line[];
  /** Ends as soon as the order is there, or cannot get there any more. */
  readonly until?: Step;
  readonly timeoutMs?: number;
};

/** One line for each change that it shows when nobody looks on; on a terminal the same place is drawn anew. */
const createScreen = ({ call, linesOf }: Watching, zone: string) => {
  let height = 0;
  let told = '';
  // Much of what changes, a rider who was found for one, is not in the line.
  const tell = (line: string) => {
    if (line !== told) writeLines([line]);
    told = line;
  };
  return (view: OrderView) => {
    if (call.json) writeJson(statusJson(view));
    else if (!isTerminal(1)) tell(`${view.order}  ${shortStatus(view, call.page(zone))}`);
    else {
      const lines = linesOf(view, call, zone);
      rewriteLines(lines, height, call.paint);
      height = heightOf(lines, process.stdout.columns ?? 80);
    }
  };
};

const way: readonly OrderStatus[] = steps;
const rank = (status: OrderStatus): number => way.indexOf(status);

/** How it ended, as an exit code; undefined while something is to come. */
const endOf = (view: OrderView, until: Step | undefined): Exit | undefined => {
  const at = rank(statusOf(view));
  if (until !== undefined) {
    if (at < 0) return exits.wrongState;
    return at >= rank(until) ? exits.done : undefined;
  }
  if (isActive(view)) return undefined;
  return at < 0 ? exits.wrongState : exits.done;
};

const timedOut = (view: OrderView): Stop =>
  new Stop(
    'TIMED_OUT',
    exits.later,
    { ko: `아직이에요: ${view.order}. 기다리는 시간이 끝났어요`, en: `Not yet: ${view.order}. The time to wait is over` },
    { order: view.order, status: statusOf(view) },
  );

/** Until nothing is to come any more, neither food nor money; or until the step that was asked for. */
export const watchOrder = async (order: OrderId, watching: Watching): Promise<Answered> => {
  const { app, house, until, timeoutMs } = watching;
  const first = await app.orderStatus(order);
  if (!first.ok) return first;
  const show = createScreen(watching, await zoneOf(app, first.value.shop));
  let last = first.value;
  let seen = '';
  for await (const _change of changesOf(house, timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs))) {
    const now = await steadily(() => app.orderStatus(order));
    if (!now.ok) return now;
    last = now.value;
    const told = JSON.stringify(statusJson(last));
    if (told !== seen) show(last);
    seen = told;
    const end = endOf(last, until);
    if (end !== undefined) return { told: end };
  }
  throw timedOut(last);
};
