import { type FaultName, faultNames } from './faults.ts';
import type { StoreKind } from './stores.ts';
import type { WorldPlan } from './world.ts';

/** `<seed>/<orders>/<which orders>/<which faults>`; `*` stands for all. */
export const formatReplay = ({ seed, orders, only, allowed }: WorldPlan): string =>
  [seed, orders, only ? [...only].join(',') : '*', allowed.only ? [...allowed.only].join(',') : '*'].join('/');

const numbers = (text: string): ReadonlySet<number> => new Set(text === '' ? [] : text.split(',').map(Number));
const words = (text: string): ReadonlySet<string> => new Set(text === '' ? [] : text.split(','));

export const parseReplay = (text: string): WorldPlan => {
  const [seed = '', orders = '', only = '*', ...faults] = text.split('/');
  const named = faults.join('/');
  const plan = { seed: Number(seed), orders: Number(orders) };
  if (!Number.isSafeInteger(plan.seed) || !Number.isSafeInteger(plan.orders)) throw new RangeError(`not a replay: ${text}`);
  return {
    ...plan,
    ...(only !== '*' && { only: numbers(only) }),
    allowed: named === '*' || named === '' ? {} : { only: named === '-' ? new Set() : words(named) },
  };
};

export const commandOf = (plan: WorldPlan, store: StoreKind): string => {
  const text = formatReplay(plan);
  const whole = text.endsWith('/') ? `${text}-` : text;
  return `npm run simulate -- --replay '${whole}'${store === 'memory' ? '' : ` --store ${store}`}`;
};

/** Its whole name, or its beginning, or how its second half begins: `crash`, `refund`, `timeout`, `late`. */
const isCalled = (name: FaultName, word: string): boolean => name.split('=').some((half) => half.startsWith(word)) || name === word;

/** `crash,late` → every fault that is called so. */
export const parseFaults = (text: string): ReadonlySet<FaultName> => {
  if (text === 'none') return new Set();
  const wanted = text.split(',');
  const unknown = wanted.filter((word) => word === '' || !faultNames.some((name) => isCalled(name, word)));
  if (unknown.length > 0) throw new RangeError(`no fault is called '${unknown.join(', ')}'; there are: ${faultNames.join(', ')}`);
  return new Set(faultNames.filter((name) => wanted.some((word) => isCalled(name, word))));
};
