import { no, ok, type Result } from '../result.ts';
import { parseShop } from './parse-shop.ts';
import { eachOnce, type Problem } from './problem.ts';
import { asMenu, isPresent, type Places, sharedGroups } from './read-file-menu.ts';
import { asFees, asHolidays, asLease, asLocation, asWeek } from './read-file-settings.ts';
import { complain, type Reading, readObject, readWhole } from './reading.ts';
import type { Shop } from './shop.ts';
import { withMarksOf } from './sold-out-marks.ts';

/** Everything that a file may say of a shop. What it does not say stays as it is. */
export const fileFields: readonly string[] = [
  'shop',
  'version',
  'name',
  'zone',
  'location',
  'hours',
  'holidays',
  'minimum',
  'fees',
  'area',
  'lease',
  'options',
  'menu',
];

export type ShopFile = { readonly shop: Shop; readonly version?: number };
type At = (key: string) => Reading;

const draftOf = (at: At, before: Shop, places: Places): Readonly<Record<string, unknown>> => {
  const { leaseMs: _lease, ...settings } = before;
  const given = (key: string, make: (of: Reading) => unknown): unknown => (isPresent(at(key).value) ? make(at(key)) : undefined);
  const own = (key: string) => given(key, ({ value }) => value);
  const shared = sharedGroups(at('options'));
  const menu = given('menu', (of) => asMenu(of, shared, places));
  shared.check();
  const lease = isPresent(at('lease').value) ? asLease(at('lease')) : before.leaseMs;
  return {
    ...settings,
    name: own('name') ?? before.name,
    zone: own('zone') ?? before.zone,
    location: given('location', asLocation) ?? before.location,
    hours: given('hours', (of) => asWeek(of, places)) ?? before.hours,
    holidays: given('holidays', (of) => asHolidays(of, places)) ?? before.holidays,
    minimum: own('minimum') ?? before.minimum,
    fees: given('fees', (of) => asFees(of, places)) ?? before.fees,
    areaMetres: own('area') ?? before.areaMetres,
    ...(lease !== undefined && { leaseMs: lease }),
    menu: menu ?? before.menu,
  };
};

// The longest part of the path that has a place of its own decides; what is below it is called the same in both.
const placeOf = (path: string, places: Places): string => {
  for (let part = path; part !== ''; part = part.replace(/(?:\.[^.[\]]*|\[\d+\])$/, '')) {
    const place = places.get(part);
    if (place !== undefined) return `${place}${path.slice(part.length)}`;
    if (!/[.[]/.test(part)) break;
  }
  return path;
};

const placed = ({ field, problem }: Problem, places: Places): Problem => ({
  field: placeOf(field, places),
  problem: problem.kind === 'id-taken' ? { kind: 'id-taken', by: placeOf(problem.by, places) } : problem,
});

/**
 * A shop as people write it in a file: `before` with everything that the file says, or all that is wrong, each with its place in the file.
 * Whether orders are taken and what is sold out is not in files: that stays with the shop.
 */
export const readShopFile = (value: unknown, before: Shop): Result<ShopFile, readonly Problem[]> => {
  const problems: Problem[] = [];
  const places: Places = new Map([
    ['areaMetres', 'area'],
    ['leaseMs', 'lease'],
  ]);
  const at = readObject({ value, field: '', problems }, fileFields);
  const [id, number] = [at('shop').value, at('version').value];
  if (isPresent(id) && id !== before.id) complain(at('shop'), { kind: 'other-shop' });
  const version = isPresent(number) ? readWhole(at('version'), 0, Number.MAX_SAFE_INTEGER) : undefined;
  const shop = parseShop(draftOf(at, before, places));
  const found = shop.ok ? problems : [...problems, ...shop.error.map((one) => placed(one, places))];
  if (!shop.ok || found.length > 0) return no(eachOnce(found));
  return ok({ shop: withMarksOf(before, shop.value), ...(version !== undefined && { version }) });
};
