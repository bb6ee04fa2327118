import type { Recorded } from '../events.ts';
import type { OrderId, PaymentId } from '../kinds.ts';
import type { Jump, Placed, Witness } from './evidence.ts';

const atOnce = 1000;
type Events = Pick<Witness['reads'], 'events'>;

/** Page by page, so that a log of any length needs the memory of one page. */
export async function* pages({ events }: Events): AsyncGenerator<readonly Recorded[]> {
  for (let after = 0; ; ) {
    const page = await events({ after, limit: atOnce });
    const last = page.at(-1);
    if (!last) return;
    yield page;
    if (page.length < atOnce) return;
    after = last.position;
  }
}

/** What is kept of a log that was read once: nothing of it grows with the number of its events. */
export type Log = {
  readonly events: number;
  readonly orders: ReadonlySet<OrderId>;
  readonly jumps: readonly Jump[];
  readonly ours: { readonly taken: number; readonly refunded: number };
};

export const readLog = async (reads: Events): Promise<Log> => {
  const orders = new Set<OrderId>();
  const jumps: Jump[] = [];
  let [events, taken, refunded, wanted] = [0, 0, 0, 1];
  for await (const page of pages(reads)) {
    for (const event of page) {
      const { id, position, order } = event;
      if (position !== wanted) jumps.push({ id, position, wanted });
      wanted = position + 1;
      events++;
      if (order !== undefined) orders.add(order);
      if (event.type === 'PaymentApproved') taken += event.data.amount;
      if (event.type === 'Refunded') refunded += event.data.amount;
    }
  }
  return { events, orders, jumps, ours: { taken, refunded } };
};

/** Everything that is recorded of one order. */
export const eventsOf = async ({ events }: Events, order: OrderId): Promise<readonly Recorded[]> => {
  let all = await events({ after: 0, limit: atOnce, order });
  // Nearly every order fits into one page.
  while (all.length > 0 && all.length % atOnce === 0) {
    const more = await events({ after: all.at(-1)?.position ?? 0, limit: atOnce, order });
    if (more.length === 0) break;
    all = [...all, ...more];
  }
  return all;
};

export const paymentsIn = (events: readonly Recorded[]): readonly PaymentId[] => {
  const payments = new Set<PaymentId>();
  for (const { data } of events) if ('payment' in data) payments.add(data.payment);
  return [...payments];
};

export const placedIn = (events: readonly Recorded[]): readonly Placed[] =>
  events.flatMap((event) =>
    event.type === 'OrderPlaced' ? [{ order: event.data.order, customer: event.data.customer, payments: paymentsIn(events) }] : [],
  );
