import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EventType } from '../../src/core/events.ts';
import { allEvents, audit, only } from './audit.ts';
import { newPlace } from './place.ts';

test('the story of the demo is true, and leaves a house in order', async () => {
  const place = newPlace();
  const { exit, json, err } = await place.baedal('demo', '--db', place.db);
  expect({ exit, json, err }).toEqual({ exit: 0, json: { told: true }, err: '' });

  const house = await place.house();
  // Deadlines go on falling due after the story, perhaps between the daemon and the look; with nothing to fire they only go away.
  const afterDaemon = async () => {
    await place.did('daemon', '--once');
    return audit(house, place.messageLog());
  };
  await expect.poll(afterDaemon, { timeout: 20_000, interval: 10 }).toEqual([]);
  const events = await allEvents(house);
  const count = (...types: readonly EventType[]) => only(events, ...types).length;
  // Told by the story: eight orders, one canceled, three held and paid, one unknown and found.
  expect({
    placed: count('OrderPlaced'),
    canceled: count('OrderCanceled'),
    refunded: count('Refunded'),
    delivered: count('Delivered'),
    held: count('PaymentDeferred'),
    unknown: count('PaymentOutcomeUnknown'),
  }).toEqual({ placed: 8, canceled: 1, refunded: 1, delivered: 2, held: 3, unknown: 1 });
});

test('the demo never writes into a database that is there', async () => {
  const place = newPlace();
  await place.did('seed');
  const { exit, json } = await place.baedal('demo', '--db', place.db);
  expect(exit).not.toBe(0);
  expect(json).toMatchObject({ error: { message: expect.stringContaining('is there already') } });
  expect(existsSync(place.db)).toBe(true);
});
