import { parseId } from '../kinds.ts';
import { no, ok, type Result } from '../result.ts';
import { isZone } from '../time.ts';
import { readHolidays, readWeek } from './parse-hours.ts';
import { readMenu } from './parse-menu.ts';
import type { Problem } from './problem.ts';
import { complain, type Reading, readId, readInstant, readList, readNumber, readObject, readText, readWhole, readWon } from './reading.ts';
import type { FeeTier, Intake, Location, Shop } from './shop.ts';

const farthest = 100_000;
const fields = ['id', 'name', 'zone', 'location', 'intake', 'hours', 'holidays', 'minimum', 'fees', 'areaMetres', 'leaseMs', 'menu'];

const readZone = (of: Reading): string => {
  if (typeof of.value === 'string' && isZone(of.value)) return of.value;
  complain(of, { kind: 'not-zone' });
  return 'UTC';
};

const readLocation = (of: Reading): Location => {
  const at = readObject(of, ['latitude', 'longitude']);
  return { latitude: readNumber(at('latitude'), -90, 90), longitude: readNumber(at('longitude'), -180, 180) };
};

const readIntake = (of: Reading): Intake => {
  const at = readObject(of, ['state', 'until']);
  const state = at('state').value;
  if (state === 'paused') return { state, until: readInstant(at('until')) };
  if (at('until').value !== undefined) complain(at('until'), { kind: 'until-without-pause' });
  if (state === 'open' || state === 'closed') return { state };
  complain(at('state'), { kind: 'not-intake' });
  return { state: 'closed' };
};

const readTier = (of: Reading): FeeTier => {
  const at = readObject(of, ['fee', 'fromAmount', 'toMetres']);
  return {
    fee: readWon(at('fee')),
    ...(at('fromAmount').value === undefined ? {} : { fromAmount: readWon(at('fromAmount')) }),
    ...(at('toMetres').value === undefined ? {} : { toMetres: readWhole(at('toMetres'), 0, farthest) }),
  };
};

// The last tier is what everybody else pays, so it must leave nobody out.
const readFees = (of: Reading, areaMetres: number): readonly FeeTier[] => {
  const fees = readList(of, 20, readTier);
  const last = fees.at(-1);
  if (Array.isArray(of.value) && of.value.length === 0) complain(of, { kind: 'no-tier' });
  else if (last && (last.fromAmount !== undefined || (last.toMetres ?? areaMetres) < areaMetres))
    complain({ ...of, field: `${of.field}[${fees.length - 1}]` }, { kind: 'last-tier' });
  return fees;
};

/** A shop's document from outside, made safe and complete, or everything that is wrong with it. */
export const parseShop = (document: unknown): Result<Shop, readonly Problem[]> => {
  const problems: Problem[] = [];
  const at = readObject({ value: document, field: '', problems }, fields);
  const id = readId(at('id'), (text) => parseId('shop', text), 'not-shop-id');
  const areaMetres = readWhole(at('areaMetres'), 1, farthest);
  const rest = {
    name: readText(at('name'), 60),
    zone: readZone(at('zone')),
    location: readLocation(at('location')),
    intake: readIntake(at('intake')),
    hours: readWeek(at('hours')),
    holidays: readHolidays(at('holidays')),
    minimum: readWon(at('minimum')),
    fees: readFees(at('fees'), areaMetres),
    areaMetres,
    ...(at('leaseMs').value === undefined ? {} : { leaseMs: readWhole(at('leaseMs'), 1000, 86_400_000) }),
    menu: readMenu(at('menu')),
  };
  return id === undefined || problems.length > 0 ? no(problems) : ok({ id, ...rest });
};
