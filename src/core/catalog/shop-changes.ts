import { menuChanges } from './menu-changes.ts';
import type { Holiday, Shop } from './shop.ts';
import type { Setting, ShopChange } from './shop-change.ts';
import { writeLease, writeShopFile } from './write-shop-file.ts';
import { writeTier } from './written-fees.ts';
import { groupWeek, writeDays, writeSpans } from './written-hours.ts';

const settingsOf = (shop: Shop): Readonly<Record<Setting, string | number>> => ({
  name: shop.name,
  zone: shop.zone,
  location: `${shop.location.latitude}, ${shop.location.longitude}`,
  hours: groupWeek(shop.hours)
    .map(({ days, spans }) => `${writeDays(days)} ${writeSpans(spans)}`)
    .join('; '),
  minimum: shop.minimum,
  fees: shop.fees.map(writeTier).join('; '),
  area: shop.areaMetres,
  lease: shop.leaseMs === undefined ? 'default' : writeLease(shop.leaseMs),
});
const settings: readonly Setting[] = ['name', 'zone', 'location', 'hours', 'minimum', 'fees', 'area', 'lease'];

const holidayChanges = (was: readonly Holiday[], now: readonly Holiday[]): readonly ShopChange[] => {
  const [before, after] = [was, now].map((all) => new Map(all.map((one) => [one.day, one])));
  const told = (of: Holiday) => ({ of: 'holiday', id: of.day, name: of.name, in: [writeSpans(of.spans)] }) as const;
  return [
    ...was.filter(({ day }) => !after?.has(day)).map((one): ShopChange => ({ change: 'removed', ...told(one) })),
    ...now.filter(({ day }) => !before?.has(day)).map((one): ShopChange => ({ change: 'added', ...told(one) })),
    ...now.flatMap(({ day, name, spans }): readonly ShopChange[] => {
      const old = before?.get(day);
      if (!old) return [];
      const hours = { was: writeSpans(old.spans), now: writeSpans(spans) };
      const base = { change: 'edited', of: 'holiday', id: day, name } as const;
      return [
        ...(old.name === name ? [] : [{ ...base, field: 'name', was: old.name, now: name } as const]),
        ...(hours.was === hours.now ? [] : [{ ...base, field: 'hours', ...hours } as const]),
      ];
    }),
  ];
};

/** The same change of an option that many dishes offer is one change. */
const gathered = (changes: readonly ShopChange[]): readonly ShopChange[] => {
  const byContent = new Map<string, ShopChange>();
  for (const change of changes) {
    const isShared = 'of' in change && (change.of === 'choice' || change.of === 'group') && 'in' in change;
    const key = JSON.stringify(isShared ? { ...change, in: undefined } : change);
    const before = byContent.get(key);
    const places = isShared && before && 'in' in before ? [...(before.in ?? []), ...(change.in ?? [])] : undefined;
    byContent.set(key, places && isShared ? { ...change, in: places } : change);
  }
  return [...byContent.values()];
};

/** Everything that a file of the shop would say differently; nothing exactly when both files are the same. */
export const shopChanges = (was: Shop, now: Shop): readonly ShopChange[] => {
  const [before, after] = [settingsOf(was), settingsOf(now)];
  const changes = gathered([
    ...settings.flatMap((of): readonly ShopChange[] =>
      before[of] === after[of] ? [] : [{ change: 'set', of, was: before[of], now: after[of] }],
    ),
    ...holidayChanges(was.holidays, now.holidays),
    ...menuChanges(was.menu, now.menu),
  ]);
  if (changes.length > 0 || JSON.stringify(writeShopFile(was, 0)) === JSON.stringify(writeShopFile(now, 0))) return changes;
  // Two categories of one name can change places with each other's dishes.
  return [{ change: 'reordered', of: 'category' }];
};
