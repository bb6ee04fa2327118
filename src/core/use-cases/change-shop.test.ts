import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { App } from '../app.ts';
import type { Shop } from '../catalog/shop.ts';
import { type ShopId, shopStream } from '../kinds.ts';
import { type Won, won } from '../money.ts';
import { ok } from '../result.ts';
import { goesToViews } from '../route.ts';
import { fakeShop, twoStews } from '../testing/fake-shop.ts';
import { after, hour, shop } from '../testing/story.ts';
import { createWorld, mina, operator, owner, type World } from '../testing/world.ts';

let world: World;
let mine: App;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  mine = world.as(owner);
});

const withPrice = (one: Shop, price: Won): Shop => ({
  ...one,
  menu: one.menu.map((category) => ({
    ...category,
    items: category.items.map((item) => ({ ...item, price: item.price === 0 ? item.price : price })),
  })),
});
const stewTo = (price: number) => (one: Shop) => ok(withPrice(one, won(price)));
const minimumTo = (minimum: number) => (one: Shop) => ok({ ...one, minimum: won(minimum) });
const stewPrice = (was: number, now: number) => ({
  change: 'edited',
  of: 'item',
  id: 'kimchi-jjigae',
  name: '김치찌개',
  field: 'price',
  was,
  now,
});
const events = async () => (await world.store.load(shopStream(shop))).map(({ type }) => type);

describe('changing a shop', () => {
  test('tells what changed, to the one who did it and in the log', async () => {
    const changed = await mine.changeShop(shop, stewTo(9500));
    expect(changed).toMatchObject({ ok: true, value: { version: 1, changes: [stewPrice(9000, 9500)] } });
    expect((await world.store.load(shopStream(shop))).at(-1)).toMatchObject({
      type: 'MenuChanged',
      data: { shop, changes: [stewPrice(9000, 9500)] },
      actor: { role: 'owner' },
    });
  });

  test('that changes nothing writes nothing', async () => {
    const before = world.store.revision();
    expect(await mine.changeShop(shop, (one) => ok({ ...one }))).toMatchObject({ ok: true, value: { changes: [] } });
    expect(world.store.revision()).toBe(before);
  });

  test('can be tried, and writes nothing then', async () => {
    const before = world.store.revision();
    expect(await mine.changeShop(shop, stewTo(9500), { dryRun: true })).toMatchObject({
      value: { version: 0, changes: [stewPrice(9000, 9500)] },
    });
    expect(world.store.revision()).toBe(before);
  });

  test('never changes what was ordered', async () => {
    const placed = await world
      .as(mina)
      .placeOrder({ of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' });
    if (!placed.ok) throw new Error(placed.error.code);
    await mine.changeShop(shop, stewTo(12_000));
    await mine.changeShop(shop, (one) => ok({ ...one, menu: [] }));
    expect(await world.as(mina).orderStatus(placed.value.view.order)).toMatchObject({
      value: { total: 20_000, lines: [{ name: '김치찌개', quantity: 2, price: 9000, total: 18_000 }] },
    });
  });

  test('a long list of changes is told as far as it fits', async () => {
    const dishes = Array.from({ length: 250 }, (_, n) => ({ id: `dish-${n}`, name: `반찬 ${n}`, price: 1000, options: [] }));
    await mine.changeShop(shop, (one) => ok({ ...one, menu: [...one.menu, { name: '반찬', items: dishes }] } as Shop));
    expect((await world.store.load(shopStream(shop))).at(-1)).toMatchObject({ data: { changes: { length: 200 }, more: 51 } });
  });
});

describe('two editors at once', () => {
  test('the later one is told what changed, and nothing is overwritten', async () => {
    const read = await mine.readShop(shop);
    if (!read.ok) throw new Error(read.error.code);
    await world.as(operator).changeShop(shop, stewTo(9900));
    const { version } = read.value;
    expect(await mine.changeShop(shop, minimumTo(5000), { ifVersion: version })).toEqual({
      ok: false,
      error: {
        code: 'CHANGED_MEANWHILE',
        shop,
        version: 0,
        current: 1,
        since: [{ version: 1, at: world.env.now(), by: 'operator', changes: [stewPrice(9000, 9900)], more: 0 }],
      },
    });
    expect(await mine.findShop(shop)).toMatchObject({ value: { minimum: 0 } });
    expect(await mine.changeShop(shop, minimumTo(5000), { ifVersion: 1 })).toMatchObject({
      value: { version: 2, shop: { minimum: 5000 } },
    });
  });

  test('closing, pausing and marks of sold-out things are no conflict', async () => {
    await mine.setIntake(shop, { state: 'paused', until: after(hour) });
    const [first] = fakeShop.menu[0]?.items ?? [];
    if (first) await mine.markSoldOut(shop, first.id, after(hour));
    expect(await mine.changeShop(shop, minimumTo(5000), { ifVersion: 0 })).toMatchObject({
      ok: true,
      value: { version: 3, shop: { intake: { state: 'paused' } } },
    });
  });

  test('who wants what the other one did is not too late', async () => {
    await world.as(operator).changeShop(shop, stewTo(9900));
    expect(await mine.changeShop(shop, stewTo(9900), { ifVersion: 0 })).toMatchObject({ ok: true, value: { version: 1, changes: [] } });
  });

  test('a version of another house is none of ours', async () => {
    expect(await mine.changeShop(shop, minimumTo(5000), { ifVersion: 40 })).toMatchObject({
      error: { code: 'CHANGED_MEANWHILE', current: 0, since: [] },
    });
    expect(await events()).toEqual([]);
  });

  test('without a version, both edits of different things are kept', async () => {
    await Promise.all([mine.changeShop(shop, stewTo(9900)), world.as(operator).changeShop(shop, minimumTo(5000))]);
    expect(await mine.findShop(shop)).toMatchObject({ value: { minimum: 5000, menu: [{ items: [{ price: 9900 }, { price: 0 }] }] } });
  });
});

describe('a new shop', () => {
  const id = 'shop_new' as ShopId;
  test('is made once', async () => {
    const boss = world.as({ role: 'owner', id });
    expect(await boss.createShop({ ...fakeShop, id })).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await boss.createShop({ ...fakeShop, id, name: '둘째' })).toEqual({
      ok: false,
      error: { code: 'ALREADY_EXISTS', what: 'shop', id },
    });
    expect(await mine.readShop(id)).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(await boss.readShop(id)).toMatchObject({ value: { version: 1, shop: { name: fakeShop.name } } });
  });

  test('of somebody else is not mine to make or to change', async () => {
    expect(await mine.createShop({ ...fakeShop, id })).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(await world.as(mina).changeShop(shop, minimumTo(1))).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(await world.as(operator).changeShop(id, minimumTo(1))).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});
