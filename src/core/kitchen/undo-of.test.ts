import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { type ItemId, later } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { defaultSettings } from '../settings.ts';
import { is } from '../testing/is.ts';
import * as story from '../testing/story.ts';
import { after, minute, order, shop } from '../testing/story.ts';
import { createWorld, owner, type World } from '../testing/world.ts';
import { type Pressed, undoOf } from './undo-of.ts';

const { recallMs } = defaultSettings;
const of = (pressed: Pressed) => undoOf(pressed, recallMs);
const rice = 'rice' as ItemId;

describe('the last key', () => {
  test.each([
    ['accept', { final: 'told', instead: 'cancel' }],
    ['cook', { final: 'cancel-right', instead: 'cancel' }],
    ['reject', { final: 'refund' }],
    ['cancel', { final: 'refund' }],
    ['bump', { final: 'seen' }],
  ] as const)('%s stays, and says why', (did, told) => {
    expect(of({ did, order })).toEqual(told);
  });

  test('was a promise of more time: another one corrects it', () => {
    expect(of({ did: 'delay', order })).toEqual({ final: 'told', instead: 'delay' });
  });

  test('was heard: it cannot be unheard', () => {
    expect(of({ did: 'acknowledge', orders: [order] })).toEqual({ final: 'seen' });
  });

  test('was a mark on the menu: it is taken back, until the same time', () => {
    expect(of({ did: 'sold-out', shop, item: rice })).toEqual({ undo: { by: 'restore', shop, item: rice } });
    const until = after(minute);
    expect(of({ did: 'restore', shop, item: rice, until })).toEqual({ undo: { by: 'sold-out', shop, item: rice, until } });
  });
});

describe('what the table says is what the kitchen can do', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
    await world.tell(...story.stages.cooking);
    await world.drainNow('views');
  });

  test('a finish is taken back by a recall up to the time it names, and that by a finish', async () => {
    const finished = is(await world.as(owner).finish(order));
    const undoing = of({ did: 'finish', order, at: world.env.now() });
    const until = later(world.env.now(), recallMs);
    expect(undoing).toEqual({ undo: { by: 'recall', order, until } });
    world.env.moveTo(until);
    expect(is(await world.as(owner).recall(order)).ticket).toBe('cooking');
    expect(of({ did: 'recall', order })).toEqual({ undo: { by: 'finish', order } });
    expect(is(await world.as(owner).finish(order)).ticket).toBe(finished.ticket);
  });

  test('one moment later it is not', async () => {
    await world.as(owner).finish(order);
    world.env.tick(recallMs + 1);
    expect(await world.as(owner).recall(order)).toMatchObject({ error: { code: 'INVALID_TRANSITION', command: 'recall' } });
  });

  test('a mark is taken back by the other mark', async () => {
    const undoing = of({ did: 'mark', order, line: 0, isDone: true });
    if (!('undo' in undoing) || undoing.undo.by !== 'mark') throw new Error('no undo');
    await world.as(owner).markLine(order, 0, true);
    expect(is(await world.as(owner).markLine(order, undoing.undo.line, undoing.undo.isDone)).done).toEqual([]);
  });
});
