import type { Recorded } from '../../core/events.ts';

/** Every command of those who play bears it, and what follows from one: so it is known later, too, who did what. */
export const playTrace = 'baeda1'.padEnd(32, '0');

/** Nobody but those who play has had this order in their hands. A person's command counts for more than a play. */
export const isLeftAlone = (events: readonly Recorded[]): boolean =>
  events.every(({ actor, trace }) => (actor.role !== 'owner' && actor.role !== 'rider') || trace === playTrace);
