import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { instant, presenceDocument } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { twoStews } from '../testing/fake-shop.ts';
import { after, second, shop } from '../testing/story.ts';
import { createWorld, mina, owner, type World } from '../testing/world.ts';
import { type Beats, noBeats, presenceOf, withBeat, withoutScreen } from '../views/presence.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});
const seen = () => world.as(mina).shopPresence(shop);
const beat = (screen: string) => world.as(owner).beatScreen(shop, screen);

describe('a customer learns of the shop’s screens', () => {
  test('that there never was one', async () => {
    expect(await seen()).toEqual({ state: 'never' });
  });

  test('that they are on, until the last of them was silent for thirty seconds, and since when', async () => {
    world.env.moveTo(after(0));
    await beat('counter');
    world.env.moveTo(after(20 * second));
    await beat('stove');
    expect(await seen()).toEqual({ state: 'online', screens: 2 });
    world.env.moveTo(after(35 * second));
    expect(await seen()).toEqual({ state: 'online', screens: 1 });
    world.env.moveTo(after(50 * second));
    expect(await seen()).toEqual({ state: 'offline', since: after(20 * second) });
  });

  test('at once when the last one is closed in good order', async () => {
    await beat('counter');
    world.env.tick(5 * second);
    await world.as(owner).leaveScreen(shop, 'counter');
    expect(await seen()).toEqual({ state: 'offline', since: world.env.now() });
  });

  test('and can order all the same', async () => {
    await beat('counter');
    world.env.tick(3600 * second);
    expect(await seen()).toMatchObject({ state: 'offline' });
    const ordered = await world
      .as(mina)
      .placeOrder({ of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' });
    expect(ordered).toMatchObject({ ok: true });
  });
});

describe('a beat', () => {
  test('is refused for a screen without a proper name, and for a shop that is not there', async () => {
    for (const name of ['', '__proto__', '계산대', 'a'.repeat(41), 'a\u001b[2J']) {
      expect(await beat(name)).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'screen' } });
    }
  });

  test('writes no event, and its document stays as small after a year as after a minute', async () => {
    for (let day = 0; day < 365; day++) {
      await beat(`screen-${day}`);
      world.env.tick(24 * 3600 * second);
    }
    expect(await world.store.events({ after: 0, limit: 10 })).toEqual([]);
    const document = await world.store.document(presenceDocument(shop));
    expect(JSON.stringify(document?.body).length).toBeLessThan(120);
  });
});

test('whatever screens come and go, the shop is on exactly while one of them has been heard of lately', () => {
  const act = fc.record({ screen: fc.constantFrom('a', 'b', 'c'), wait: fc.integer({ min: 0, max: 40_000 }), leaves: fc.boolean() });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let beats: Beats = noBeats;
      let now = 1_000_000;
      const on = new Map<string, number>();
      let last: number | undefined;
      for (const { screen, wait, leaves } of acts) {
        now += wait;
        const wasHeardOf = on.has(screen) && Object.hasOwn(beats.screens, screen);
        beats = leaves ? withoutScreen(beats, screen, instant(now)) : withBeat(beats, screen, instant(now), 30_000);
        if (!leaves) on.set(screen, now);
        else on.delete(screen);
        if (!leaves || wasHeardOf) last = now;
        const isOn = [...on.values()].some((at) => now < at + 30_000);
        const presence = presenceOf(beats, instant(now), 30_000);
        expect(presence.state === 'online').toBe(isOn);
        if (presence.state === 'offline') expect(presence.since).toBe(last);
        expect(presence.state === 'never').toBe(last === undefined);
      }
    }),
  );
});
