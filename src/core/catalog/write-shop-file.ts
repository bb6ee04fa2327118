import type { Category, Choice, Item, OptionGroup, Shop } from './shop.ts';
import { groupWeek, writeDays, writeSpans } from './written-hours.ts';

type Plain = Readonly<Record<string, unknown>>;
const minuteMs = 60_000;

const writeChoice = ({ id, name, price }: Choice): Plain => ({ id, name, ...(price !== 0 && { price }) });

export const writeChoose = ({ min, max }: { readonly min: number; readonly max: number }): number | string =>
  min === max ? max : `${min}-${max}`;

const writeGroup = (group: OptionGroup): Plain => ({
  name: group.name,
  choose: writeChoose(group),
  choices: group.choices.map(writeChoice),
});

/** What a group is, apart from marks. */
const contentOf = (group: OptionGroup): string => JSON.stringify(writeGroup(group));

/** Of each id the first content that several items offer; another one under the same id stands with its item. */
const sharedGroups = (menu: readonly Category[]): ReadonlyMap<string, OptionGroup> => {
  const seen = new Set<string>();
  const shared = new Map<string, OptionGroup>();
  for (const group of menu.flatMap(({ items }) => items.flatMap(({ options }) => options))) {
    const content = `${group.id} ${contentOf(group)}`;
    if (seen.has(content) && !shared.has(group.id)) shared.set(group.id, group);
    seen.add(content);
  }
  return shared;
};

const writeItem = ({ id, name, price, about, options }: Item, shared: ReadonlyMap<string, OptionGroup>): Plain => {
  const written = options.map((group) => {
    const common = shared.get(group.id);
    return common && contentOf(common) === contentOf(group) ? group.id : { id: group.id, ...writeGroup(group) };
  });
  return { id, name, price, ...(about !== undefined && { about }), ...(written.length > 0 && { options: written }) };
};

// Whole minutes as people say them; what a program set finer keeps its unit.
export const writeLease = (leaseMs: number): number | string => {
  if (leaseMs % minuteMs === 0) return leaseMs / minuteMs;
  return leaseMs % 1000 === 0 ? `${leaseMs / 1000}s` : `${leaseMs}ms`;
};

/** A shop as readShopFile reads it: everything an owner decides at a desk. */
export const writeShopFile = (shop: Shop, version: number): Plain => {
  const shared = sharedGroups(shop.menu);
  const options = Object.fromEntries([...shared].map(([id, group]) => [id, writeGroup(group)]));
  return {
    shop: shop.id,
    version,
    name: shop.name,
    zone: shop.zone,
    location: `${shop.location.latitude}, ${shop.location.longitude}`,
    hours: Object.fromEntries(groupWeek(shop.hours).map(({ days, spans }) => [writeDays(days), writeSpans(spans)])),
    holidays: shop.holidays.map(({ day, name, spans }) => ({ day, name, ...(spans.length > 0 && { hours: writeSpans(spans) }) })),
    minimum: shop.minimum,
    fees: shop.fees.map(({ fee, fromAmount, toMetres }) => ({
      fee,
      ...(fromAmount !== undefined && { from: fromAmount }),
      ...(toMetres !== undefined && { within: toMetres }),
    })),
    area: shop.areaMetres,
    lease: shop.leaseMs === undefined ? 'default' : writeLease(shop.leaseMs),
    ...(shared.size > 0 && { options }),
    menu: shop.menu.map(({ name, items }) => ({ category: name, items: items.map((item) => writeItem(item, shared)) })),
  };
};
