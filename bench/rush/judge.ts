import type { Meant } from './cook.ts';
import type { Eye } from './eye.ts';
import { field, textIn } from './house.ts';

export type Evidence = {
  readonly placed: readonly string[];
  /** All that was recorded, as `baedal events --json` says it: one event a line. */
  readonly events: readonly unknown[];
  readonly meant: readonly Meant[];
  readonly eyes: readonly Eye[];
  /** What the screens rang for, by the numbers that their notes say. */
  readonly rung: number;
  /** Tickets and alarms that are still on the board. */
  readonly left: readonly string[];
};

const shortOf = (order: string) => order.slice(-4).toUpperCase();
const onceAtMost = ['OrderPlaced', 'TicketOpened', 'OrderAccepted', 'CookStarted', 'CookFinished', 'DeliveryStarted', 'Delivered'];
const ends = ['OrderCompleted', 'OrderCanceled', 'OrderRejected'];
const keyOf = [
  ['OrderAccepted', 'accept'],
  ['CookStarted', 'cook'],
  ['CookFinished', 'finish'],
] as const;

const problemsOf = (order: string, types: readonly string[], { meant, eyes }: Evidence): readonly string[] => {
  const count = (type: string) => types.filter((one) => one === type).length;
  const number = shortOf(order);
  const wasMeant = (deed: string) => meant.some((one) => one.order === number && one.deed === deed);
  const fell = count('OrderAccepted') > 0 && (count('OrderCanceled') > 0 || count('DeliveryFailed') > 0);
  return [
    ...onceAtMost.filter((type) => count(type) > 1).map((type) => `doubled: ${type} ${count(type)} times`),
    ...(count('OrderPlaced') === 1 ? [] : ['lost: it was acknowledged, and is not there']),
    ...(ends.some((type) => count(type) > 0) ? [] : [`forgotten: its last event is ${types.at(-1)}`]),
    ...keyOf.filter(([type, deed]) => count(type) > 0 && !wasMeant(deed)).map(([type]) => `${type}, and no key was meant for it`),
    ...(count('OrderAccepted') > 0 && !eyes.some((eye) => eye.seen().has(number)) ? ['it was on no screen'] : []),
    ...(fell && !eyes.some((eye) => eye.alarms().has(number)) ? ['its alarm was on no screen'] : []),
    ...(fell && count('TicketBumped') !== 1 ? [`its alarm was bumped ${count('TicketBumped')} times`] : []),
  ].map((problem) => `${order}: ${problem}`);
};

export type Verdict = { readonly problems: readonly string[]; readonly counts: Readonly<Record<string, number>>; readonly alarms: number };

/** Whether an order was lost, doubled or forgotten, a key hit another ticket than the one it was meant for, or an alarm was unseen. */
export const judge = (evidence: Evidence): Verdict => {
  const { placed, events, eyes, left, rung } = evidence;
  const types = new Map<string, string[]>();
  for (const event of events) {
    const order = field(event, 'order');
    if (typeof order !== 'string') continue;
    types.set(order, [...(types.get(order) ?? []), textIn(event, 'type')]);
  }
  const of = (order: string) => types.get(order) ?? [];
  const strangers = [...types].filter(([order, told]) => told.includes('OrderPlaced') && !placed.includes(order));
  // Who accepts or turns down has seen a new order, so it must have rung before.
  const answered = placed.filter((order) => of(order).some((type) => type === 'OrderAccepted' || type === 'TicketRejected'));
  const fallen = placed.filter((order) => of(order).includes('TicketBumped'));
  const count = (type: string) => placed.filter((order) => of(order).includes(type)).length;
  const counted = ['OrderAccepted', 'CookFinished', 'Delivered', 'OrderRejected', 'OrderCanceled', 'DeliveryFailed', 'TicketBumped'];
  return {
    problems: [
      ...placed.flatMap((order) => problemsOf(order, of(order), evidence)),
      ...strangers.map(([order]) => `${order}: nobody ordered it`),
      ...left.map((order) => `${order}: still on the board`),
      ...(rung < answered.length + fallen.length
        ? [`it rang ${rung} times for ${answered.length} orders and ${fallen.length} alarms`]
        : []),
      ...eyes.flatMap((eye) => eye.faults()),
    ],
    counts: Object.fromEntries(counted.map((type) => [type, count(type)])),
    alarms: fallen.length,
  };
};
