import type { Chance } from './chance.ts';
import type { Weather } from './faults.ts';
import type { World } from './world.ts';

export type Spell = { readonly weather: Weather; readonly from: number; readonly until: number; readonly name: string };

/** Something that lasts, at times that the seed chose; left out in a replay that does not name it. */
export const spells = (
  world: World,
  chance: Chance,
  weather: Weather,
  most: number,
  lengths: readonly [number, number],
  within: number,
): Spell[] => {
  const start = world.engine.scheduler.now();
  return Array.from({ length: chance.below(most + 1) }, (_, at) => {
    const from = start + chance.below(within);
    return { weather, from, until: from + chance.between(...lengths), name: `${weather}${at + 1}` };
  });
};

export const during = (world: World, spell: Spell, begin: () => void, end: () => void = () => undefined): void => {
  const { scheduler, injector } = world.engine;
  scheduler.at(spell.from, () => {
    if (!injector.befall(spell.weather, spell.name)) return undefined;
    begin();
    scheduler.at(spell.until, () => {
      end();
      return undefined;
    });
    return undefined;
  });
};
