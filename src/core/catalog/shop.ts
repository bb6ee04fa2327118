import type { ChoiceId, Instant, ItemId, OptionGroupId, ShopId } from '../kinds.ts';
import type { Won } from '../money.ts';

/** A choice or an item is sold out while `now < soldOutUntil`. */
export type Choice = { readonly id: ChoiceId; readonly name: string; readonly price: Won; readonly soldOutUntil?: Instant };

/** `min` ≤ number of chosen ≤ `max`; every choice at most once. */
export type OptionGroup = {
  readonly id: OptionGroupId;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly choices: readonly Choice[];
};

export type Item = {
  readonly id: ItemId;
  readonly name: string;
  readonly about?: string;
  readonly price: Won;
  readonly soldOutUntil?: Instant;
  readonly options: readonly OptionGroup[];
};

export type Category = { readonly name: string; readonly items: readonly Item[] };

/** Minutes from local midnight; `to` may pass 1440 when the shop closes after midnight (22:00–02:00 is 1320–1560). */
export type Span = { readonly from: number; readonly to: number };

/** Seven lists of spans, Monday first, in the shop's own zone. */
export type WeekHours = readonly [
  readonly Span[],
  readonly Span[],
  readonly Span[],
  readonly Span[],
  readonly Span[],
  readonly Span[],
  readonly Span[],
];

/** A day (`2026-12-25`, shop's zone) with hours of its own; none means closed. */
export type Holiday = { readonly day: string; readonly name: string; readonly spans: readonly Span[] };

/** The first tier whose limits hold decides; a missing limit holds always. Metres are straight-line. */
export type FeeTier = { readonly fee: Won; readonly fromAmount?: Won; readonly toMetres?: number };

/** WGS 84 degrees. */
export type Location = { readonly latitude: number; readonly longitude: number };

export type Intake = { readonly state: 'open' } | { readonly state: 'paused'; readonly until: Instant } | { readonly state: 'closed' };

/** The whole of a shop, as one document. */
export type Shop = {
  readonly id: ShopId;
  readonly name: string;
  /** IANA zone; days and hours are read in it. */
  readonly zone: string;
  readonly location: Location;
  readonly intake: Intake;
  readonly hours: WeekHours;
  readonly holidays: readonly Holiday[];
  /** Smallest sum of lines that is delivered. */
  readonly minimum: Won;
  readonly fees: readonly FeeTier[];
  /** Straight-line metres; farther is out of the service area. */
  readonly areaMetres: number;
  /** How long an order may wait for acceptance; the installation's default when absent. */
  readonly leaseMs?: number;
  readonly menu: readonly Category[];
};

export const isSoldOut = (thing: { readonly soldOutUntil?: Instant }, now: Instant): boolean =>
  thing.soldOutUntil !== undefined && now < thing.soldOutUntil;
