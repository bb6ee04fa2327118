import type { ShopId } from '../src/core/kinds.ts';
import { type Chance, createChance, hashText } from './chance.ts';
import type { Daemons } from './daemons.ts';
import type { Weather } from './faults.ts';
import { kitchens } from './shop-weather.ts';
import { during, spells } from './spells.ts';
import type { World } from './world.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** When a shop's people come back; 0 while they are there. */
export type Sky = { awayUntil(shop: ShopId): number; readonly healAt: number };

const hits: { readonly [operation: string]: readonly Weather[] } = {
  approve: ['approvals-down', 'gateway-down'],
  'look-up': ['gateway-down'],
  void: ['gateway-down'],
  refund: ['refunds-down', 'gateway-down'],
  messenger: ['messenger-down'],
};

/** The bank and the messenger are away: at times refusing at once, at times silent. */
const outages = (world: World, chance: Chance, within: number, long: boolean): void => {
  const away = new Map<Weather, number>();
  const length = (from: number, to: number): readonly [number, number] => (long ? [25 * hour, 26 * hour] : [from, to]);
  const all = [
    ...spells(world, chance, 'approvals-down', 2, [20 * second, 4 * minute], within),
    ...spells(world, chance, 'gateway-down', 1, length(20 * second, 4 * minute), within),
    ...spells(world, chance, 'refunds-down', long ? 4 : 1, length(minute, 20 * minute), within),
    ...spells(world, chance, 'messenger-down', 1, long ? [30 * minute, 80 * minute] : [30 * second, 20 * minute], within),
  ];
  for (const spell of all) {
    const change = (by: number) => () => void away.set(spell.weather, (away.get(spell.weather) ?? 0) + by);
    during(world, spell, change(1), change(-1));
  }
  world.weather.outage = (operation, about) => {
    if (world.engine.injector.healed || !hits[operation]?.some((weather) => (away.get(weather) ?? 0) > 0)) return undefined;
    const canBeSilent = operation === 'approve' || operation === 'void' || operation === 'refund';
    const isSilent = hashText(`${about} ${world.engine.scheduler.now()}`, world.plan.seed) % 10 < 3;
    return canBeSilent && isSilent ? 'timeout-before' : 'down';
  };
};

const clocks = (world: World, chance: Chance, daemons: Daemons, within: number): void => {
  const { engine } = world;
  const jump = (ms: number) => () => {
    engine.hostMs += ms;
    daemons.ring();
  };
  for (const spell of spells(world, chance, 'clock-forward', 1, [0, 0], within)) during(world, spell, jump(hour));
  for (const spell of spells(world, chance, 'clock-back', 1, [0, 0], within)) during(world, spell, jump(-hour));
  for (const [at, spell] of spells(world, chance, 'daemon-clock-jump', 1, [5 * second, 40 * second], within).entries()) {
    const ms = chance.pick([-hour, hour]);
    during(
      world,
      spell,
      () => daemons.jump(at, ms),
      () => daemons.jump(at, -ms),
    );
  }
  // A laptop that is shut: all programs stand still, the world outside goes on.
  for (const spell of spells(world, chance, 'suspended', 1, [10 * minute, 8 * hour], within * 10)) {
    during(world, spell, () => {
      for (const process of world.processes) process.pausedUntil = Math.max(process.pausedUntil, spell.until);
    });
  }
};

const deaths = (world: World, chance: Chance, daemons: Daemons, within: number): void => {
  for (const [at, spell] of spells(world, chance, 'daemon-killed', 4, [0, 0], within).entries()) {
    during(world, spell, () => daemons.kill(at));
  }
  for (const spell of spells(world, chance, 'reboot-loop', 1, [20 * second, 2 * minute], within)) {
    during(world, spell, () => {
      const again = (left: number): void => {
        daemons.kill(0);
        const { scheduler } = world.engine;
        if (left > 0) scheduler.at(scheduler.now() + 2 * second, () => void again(left - 1));
      };
      again(20);
    });
  }
};

/** A bug that only one order meets, in one of the daemon's doings, until somebody mends it. */
const poison = (world: World): void => {
  const { injector } = world.engine;
  const poisoned = new Map<string, string>();
  world.watchers.recorded.push(({ events }) => {
    for (const { type, order } of events) {
      if (type !== 'QuoteIssued' || order === undefined) continue;
      const chance = createChance(world.plan.seed, `${order} poison`);
      const kind = chance.pick(['order/', 'ticket/', 'message/', 'delivery/', 'ord_', ':']);
      if (chance.hit(0.006) && injector.befall('poisoned-order', order)) poisoned.set(order, kind);
    }
  });
  world.weather.poison = (process, what) => {
    if (poisoned.size === 0 || process.kind !== 'daemon' || injector.healed) return undefined;
    const order = /ord_[a-z0-9-]+/.exec(what)?.[0];
    const kind = order === undefined ? undefined : poisoned.get(order);
    const isHit = kind === ':' ? what.includes('@') : kind !== undefined && what.startsWith(kind);
    return isHit ? new Error(`poison in ${what} (simulated)`) : undefined;
  };
};

/** The first request has reserved the money that the second one wants. */
const retries = (world: World): void => {
  const { books } = world.bank;
  world.weather.declinesRetry = (process, { key, order }) => {
    const others = books.chargesOf(order).filter(({ state }) => state !== 'declined' && state !== 'voided');
    const isSame = others.some((charge) => charge.key === key);
    if (others.length === 0) return false;
    const draw = hashText(`${process.name}#${process.calls}`, world.plan.seed) % 100;
    return draw < (isSame ? 60 : 40) && world.engine.injector.befall('decline-on-retry', `${process.name}#${process.calls}`);
  };
};

const skyOf = (seed: number): Chance => createChance(seed, 'weather');
const drawsLong = (chance: Chance): boolean => chance.hit(0.06);
/** Whether the bank stays away for more than a day, so that refunds and look-ups are given up. */
export const isLong = (seed: number): boolean => drawsLong(skyOf(seed));

/** All that befalls the town until it heals. */
export const startWeather = (world: World, daemons: Daemons, arrivalsMs: number): Sky => {
  const chance = skyOf(world.plan.seed);
  const within = arrivalsMs + 4 * minute;
  const long = drawsLong(chance);
  outages(world, chance, within, long);
  clocks(world, chance, daemons, within);
  deaths(world, chance, daemons, within);
  const awayUntil = kitchens(world, chance, within);
  poison(world);
  retries(world);
  return {
    awayUntil: (shop) => awayUntil.get(shop) ?? 0,
    healAt: world.engine.scheduler.now() + within + (long ? 27 * hour : 15 * minute),
  };
};
