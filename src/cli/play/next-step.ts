import { type Instant, later } from '../../core/kinds.ts';
import type { OrderView } from '../../core/views/order-view.ts';

export type Step = 'accept' | 'cook' | 'finish' | 'claim' | 'pick' | 'deliver';
export type Planned = { readonly step: Step; readonly at: Instant };

const second = 1000;
/** From the order to the door in forty seconds: long enough to watch, and to cancel in time. */
const takes: Readonly<Record<Step, number>> = {
  accept: 6 * second,
  cook: 5 * second,
  finish: 10 * second,
  claim: 3 * second,
  pick: 5 * second,
  deliver: 14 * second,
};

const after = (step: Step, ...times: readonly (Instant | undefined)[]): readonly Planned[] => {
  const known = times.filter((time) => time !== undefined);
  const last = known.length === times.length ? known.reduce((a, b) => (a > b ? a : b)) : undefined;
  return last === undefined ? [] : [{ step, at: later(last, takes[step]) }];
};

const inKitchen = ({ ticket, placedAt, acceptedAt, cookStartedAt }: OrderView): readonly Planned[] => {
  if (ticket === 'awaiting') return after('accept', placedAt);
  if (ticket === 'accepted') return after('cook', acceptedAt);
  return ticket === 'cooking' ? after('finish', cookStartedAt) : [];
};

const onTheRoad = ({ delivery, ticket, acceptedAt, claimedAt, cookedAt, pickedAt }: OrderView): readonly Planned[] => {
  if (delivery === 'waiting') return after('claim', acceptedAt);
  if (delivery === 'claimed') return ticket === 'cooked' ? after('pick', claimedAt, cookedAt) : [];
  return delivery === 'picked' ? after('deliver', pickedAt) : [];
};

/** What a kitchen and a rider who play do next with this order, and when. By its own times, so it goes on where it stopped. */
export const nextSteps = (view: OrderView): readonly Planned[] => [...inKitchen(view), ...onTheRoad(view)];
