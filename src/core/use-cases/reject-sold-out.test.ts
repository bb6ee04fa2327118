import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { findItem } from '../catalog/menu.ts';
import type { ItemId } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { is } from '../testing/is.ts';
import * as story from '../testing/story.ts';
import { after, hour, minute, order, shop } from '../testing/story.ts';
import { createWorld, owner, type World } from '../testing/world.ts';

const stew = 'kimchi-jjigae' as ItemId;
const until = after(5 * hour);
let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  await world.tell(...story.stages.awaiting);
  await world.drainNow('views');
});
const soldOutUntil = async () => findItem(is(await world.as(owner).findShop(shop)), stew)?.soldOutUntil;
const reject = (items: readonly string[] = [stew], at = until) =>
  world.as(owner).reject(order, 'ITEM_SOLD_OUT', { items: items as readonly ItemId[], until: at });

describe('rejecting what ran out', () => {
  test('rejects the order and takes the dish off the menu, in one commit', async () => {
    expect(await reject()).toMatchObject({ ok: true, value: { ticket: 'rejected' } });
    expect(await soldOutUntil()).toBe(until);
    const causes = (await world.store.events({ after: 0, limit: 100 }))
      .filter(({ type }) => type === 'TicketRejected' || type === 'ItemSoldOut')
      .map(({ causation }) => causation);
    expect(causes).toHaveLength(2);
    expect(new Set(causes).size).toBe(1);
  });

  test('asked again does nothing more: a dish that was put back stays on the menu', async () => {
    await reject();
    await world.as(owner).restoreItem(shop, stew);
    expect(await reject()).toMatchObject({ ok: true });
    expect(await soldOutUntil()).toBeUndefined();
  });

  test('leaves the menu alone when the order can no longer be rejected', async () => {
    await world.as(owner).accept(order);
    expect(await reject()).toMatchObject({ error: { code: 'INVALID_TRANSITION', command: 'reject' } });
    expect(await soldOutUntil()).toBeUndefined();
  });

  test('rejects nothing when one of the dishes is not on the menu, or the time is past', async () => {
    expect(await reject([stew, 'pizza'])).toMatchObject({ error: { code: 'NOT_FOUND', id: 'pizza' } });
    expect(await reject([stew], after(-minute))).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'until' } });
    expect(is(await world.as(owner).orderStatus(order)).ticket).toBe('awaiting');
    expect(await soldOutUntil()).toBeUndefined();
  });

  test('names dishes for no other reason', async () => {
    const other = await world.as(owner).reject(order, 'TOO_BUSY', { items: [stew], until });
    expect(other).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'reason' } });
  });
});
