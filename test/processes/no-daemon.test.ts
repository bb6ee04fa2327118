import { expect, test } from 'vitest';
import { allEvents, audit, only } from './audit.ts';
import { anOrder, field, newPlace, textOf } from './place.ts';

test('without any daemon orders are taken, shown and canceled; one pass later everything has caught up, once', async () => {
  const place = newPlace();
  await place.did('seed');
  const stays = await place.did(...anOrder);
  const falls = await place.did(...anOrder);
  const [kept, gone] = [textOf(stays, 'order'), textOf(falls, 'order')];
  expect(stays).toMatchObject({ status: 'placed', money: 'paid', total: 20_000 });

  expect(await place.did('status', gone)).toMatchObject({ order: gone, status: 'placed', money: 'paid', cancelable: true });
  const canceled = { order: gone, status: 'canceled', cancelable: false, reason: 'CHANGED_MIND', by: 'customer' };
  expect(await place.did('cancel', gone)).toMatchObject(canceled);
  expect(await place.did('status', gone)).toMatchObject(canceled);
  expect(await place.did('cancel', gone, '--reason', 'WRONG_ADDRESS')).toMatchObject(canceled);
  expect(field(await place.did('status', gone), 'money')).not.toBe('refunded');
  expect(await place.did('orders')).toMatchObject([canceled, { order: kept, status: 'placed' }]);
  expect(await place.did('orders', '--active')).toMatchObject([canceled, { order: kept }]);
  const queued = (await place.did('messages', '--order', kept)) as readonly unknown[];
  expect(queued).toMatchObject([{ status: 'queued', attempts: 0, template: 'order-placed' }]);

  expect(field(await place.did('daemon', '--once'), 'drained')).toBeGreaterThan(0);
  expect(await place.did('status', gone)).toMatchObject({ status: 'canceled', money: 'refunded' });
  expect(await place.did('status', kept)).toMatchObject({ status: 'placed', money: 'paid' });
  expect(await place.did('orders', '--active')).toMatchObject([{ order: kept }]);
  expect(await place.did('daemon', '--once')).toEqual({ drained: 0 });

  const house = await place.house();
  expect(await audit(house, place.messageLog(), { placed: [kept, gone], canceled: [gone] })).toEqual([]);
  const events = await allEvents(house);
  expect(only(events, 'Refunded')).toHaveLength(1);
  const told = (order: string) =>
    only(events, 'MessageSent')
      .filter((sent) => sent.order === order)
      .map(({ data }) => `${data.recipient.role} ${data.template}`)
      .sort();
  expect(told(kept)).toEqual(['customer order-placed', 'owner new-order']);
  // The kitchen never saw a ticket of it, so its owner is not alarmed.
  expect(told(gone)).toEqual(['customer order-canceled', 'customer order-placed', 'customer refund-done']);
});
