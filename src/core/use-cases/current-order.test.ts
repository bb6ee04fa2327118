import { expect, test } from 'vitest';
import { dossierOf } from '../invariants/sound.ts';
import type { OutboxReads, Reads } from '../ports.ts';
import { customer, order, stages } from '../testing/story.ts';
import type { OrderView } from '../views/order-view.ts';
import { findOrder, findOrders } from './current-order.ts';

const viewAt = (stage: keyof typeof stages): OrderView => {
  const { view } = dossierOf(stages[stage]);
  if (!view) throw new Error(`no view of ${stage}`);
  return view;
};

/** A daemon that folds the newest event, and takes it off the outbox, exactly when somebody looks there. */
const foldingBetweenTheReads = () => {
  let row = viewAt('cooking');
  const outbox: Pick<OutboxReads, 'waiting'> = {
    waiting: async () => {
      row = viewAt('cooked');
      return [];
    },
  };
  const reads: Pick<Reads, 'order' | 'orders' | 'events'> = { order: async () => row, orders: async () => [row], events: async () => [] };
  return { outbox: outbox as OutboxReads, reads: reads as Reads };
};

test('who has just finished cooking is shown it finished, though a daemon folds it at that very moment', async () => {
  expect((await findOrder(foldingBetweenTheReads(), order))?.ticket).toBe('cooked');
});

test('and so is who looks at a list', async () => {
  const question = { of: 'customer', customer, active: false, limit: 10 } as const;
  const [view] = await findOrders(foldingBetweenTheReads(), question, () => true);
  expect(view?.ticket).toBe('cooked');
});

test('a list never shows an order older than it was shown before: one that comes in between is shown at the next look', async () => {
  const { outbox } = foldingBetweenTheReads();
  let looks = 0;
  const reads = { orders: async () => (looks++ === 0 ? [] : [viewAt('awaiting')]) } as unknown as Reads;
  const question = { of: 'customer', customer, active: false, limit: 10 } as const;
  expect(await findOrders({ reads, outbox }, question, () => true)).toEqual([]);
});
