import type { Unrecorded } from '../../src/core/events.ts';
import { eventId, orderStream } from '../../src/core/kinds.ts';
import { placeOne } from './order.ts';
import { seconds } from './seconds.ts';
import type { World } from './world.ts';

/** Commits of one event and one row, one after the other; returns how many a second. */
export const enqueueMany = async (world: World, count: number): Promise<number> => {
  const order = await placeOne(world);
  const [placed] = await world.store.load(orderStream(order));
  if (placed === undefined) throw new Error('the order has no event');
  const { position: _position, ...event } = placed;
  const took = await seconds(async () => {
    for (let at = 0; at < count; at++) {
      const stream = orderStream(world.tools.env.newId('order'));
      const moved: Unrecorded = { ...event, stream, id: eventId(stream, 1), version: 1 };
      const outbox = [{ event: moved.id, consumer: 'views', partition: stream, dueAt: moved.at }];
      const done = await world.store.commit({ relies: [], events: [moved], outbox, rows: [], documents: [], settle: [] });
      if (done !== 'done') throw new Error(`an enqueue ended as ${done}`);
    }
  });
  return count / took;
};
