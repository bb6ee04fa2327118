import type { Intake } from '../src/core/catalog/shop.ts';
import { type ChoiceId, type ItemId, instant, later, type ShopId } from '../src/core/kinds.ts';
import { won } from '../src/core/money.ts';
import { sampleShops } from '../src/samples/shops.ts';
import { type Chance, createChance } from './chance.ts';
import type { Weather } from './faults.ts';
import { give, type Person } from './people.ts';
import { during, spells } from './spells.ts';
import type { World } from './world.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const shops = sampleShops();

const changeShop = (world: World, chance: Chance, weather: Weather, name: string): void => {
  const shop = chance.pick(shops);
  const owner: Person = { actor: { role: 'owner', id: shop.id }, name: `${name}s`, chance, commands: 0 };
  const item = chance.pick(chance.pick(shop.menu).items);
  const backMs = chance.between(20 * second, 6 * minute);
  const factor = chance.pick([1, 1, 1.1, 0.9]);
  const priced = {
    ...shop,
    menu: shop.menu.map((part) => ({
      ...part,
      items: part.items.map((one) => ({ ...one, price: won(Math.round((one.price * factor) / 100) * 100) })),
    })),
  };
  const choice = item.options[0]?.choices[0]?.id;
  const what: ItemId | ChoiceId = choice !== undefined && chance.hit(0.4) ? choice : item.id;
  const intake = (state: Intake) => give(world, owner, (app) => app.setIntake(shop.id, state));
  const now = () => instant(world.engine.scheduler.now() + world.engine.hostMs);
  const { scheduler } = world.engine;
  const then = (act: () => Promise<unknown>) =>
    scheduler.at(scheduler.now() + backMs, () => {
      void act();
      return undefined;
    });
  switch (weather) {
    case 'menu-changed':
      void give(world, owner, (app) => app.writeShop(priced));
      break;
    case 'sold-out':
      void give(world, owner, (app) => app.markSoldOut(shop.id, what, later(now(), backMs)));
      if (chance.hit(0.5)) then(() => give(world, owner, (app) => app.restoreItem(shop.id, what)));
      break;
    case 'shop-paused':
      void intake({ state: 'paused', until: later(now(), backMs) });
      break;
    default:
      void intake({ state: 'closed' });
      then(() => intake({ state: 'open' }));
  }
};

/** What shops do to their menus and doors, and when their people are away. */
export const kitchens = (world: World, chance: Chance, within: number): ReadonlyMap<ShopId, number> => {
  const awayUntil = new Map<ShopId, number>();
  for (const [at, spell] of spells(world, chance, 'shop-away', 1, [5 * minute, 4 * hour], within).entries()) {
    const shop = shops[at % shops.length]?.id;
    if (shop) during(world, spell, () => void awayUntil.set(shop, spell.until));
  }
  for (const [weather, most] of [
    ['menu-changed', 6],
    ['sold-out', 6],
    ['shop-paused', 2],
    ['shop-closed', 2],
  ] as const) {
    for (const spell of spells(world, chance, weather, most, [0, 0], within)) {
      const own = createChance(world.plan.seed, spell.name);
      during(world, spell, () => changeShop(world, own, weather, `w${spell.name}`));
    }
  }
  return awayUntil;
};
