import type { App } from '../core/app.ts';
import type { OrderId } from '../core/kinds.ts';
import { isActive, type OrderView } from '../core/views/order-view.ts';
import type { SqliteStore } from '../store/sqlite/open-store.ts';
import type { Call } from './call.ts';
import { changesOf } from './changes.ts';
import { statusJson } from './show/order-json.ts';
import { shortStatus } from './show/short-status.ts';
import { zoneOf } from './show/zones.ts';
import { isTerminal, type Line, rewriteLines, writeJson, writeLines } from './terminal.ts';
import type { Answered } from './verb.ts';

type Watching = {
  readonly app: App;
  readonly store: SqliteStore;
  readonly call: Call;
  readonly linesOf: (view: OrderView, call: Call, zone: string) => readonly Line[];
};

/** One line for each change when nobody looks on; on a terminal the same place is drawn anew. */
const createScreen = ({ call, linesOf }: Watching, zone: string) => {
  let height = 0;
  return (view: OrderView) => {
    if (call.json) writeJson(statusJson(view));
    else if (!isTerminal(1)) writeLines([`${view.order}  ${shortStatus(view, call.page(zone))}`]);
    else {
      const lines = linesOf(view, call, zone);
      rewriteLines(lines, height, call.paint);
      height = lines.length;
    }
  };
};

/** Until nothing is to come any more, neither food nor money. */
export const watchOrder = async (order: OrderId, watching: Watching): Promise<Answered> => {
  const { app, store } = watching;
  const first = await app.orderStatus(order);
  if (!first.ok) return first;
  const show = createScreen(watching, await zoneOf(app, first.value.shop));
  let seen = '';
  for await (const _change of changesOf(store)) {
    const now = await app.orderStatus(order);
    if (!now.ok) return now;
    const told = JSON.stringify(statusJson(now.value));
    if (told !== seen) show(now.value);
    seen = told;
    if (!isActive(now.value)) break;
  }
  return 'told';
};
