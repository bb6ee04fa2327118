import { deliveryFee, metresBetween, outsideArea } from '../../../core/catalog/fees.ts';
import { type IntakeNow, intakeAt } from '../../../core/catalog/hours.ts';
import { type Item, isSoldOut, type Location, type Shop } from '../../../core/catalog/shop.ts';
import type { Instant, ShopId } from '../../../core/kinds.ts';
import type { Won } from '../../../core/money.ts';
import type { Pace } from '../../../core/use-cases/pace.ts';
import type { ListItem } from '../../kit/list-state.ts';
import { matches } from '../../kit/search.ts';

/** A shop as one who is hungry looks at it. */
export type ShopFront = {
  readonly shop: Shop;
  readonly intake: IntakeNow;
  /** For the smallest order that is brought, to the usual address. */
  readonly fee: Won;
  readonly metres?: number;
  readonly isOutside: boolean;
  readonly pace?: Pace;
};

export type ShopRow = ListItem &
  (
    | { readonly kind: 'heading' }
    /** `dish`: what the search found in its menu. */
    | { readonly kind: 'shop'; readonly front: ShopFront; readonly dish?: Item }
  );

type Known = { readonly now: Instant; readonly to?: Location | undefined; readonly paces: ReadonlyMap<ShopId, Pace> };

export const frontOf = (shop: Shop, { now, to, paces }: Known): ShopFront => {
  const pace = paces.get(shop.id);
  return {
    shop,
    intake: intakeAt(shop, now),
    fee: deliveryFee(shop, shop.minimum, to),
    isOutside: outsideArea(shop, to) !== undefined,
    ...(to && { metres: metresBetween(shop.location, to) }),
    ...(pace && { pace }),
  };
};

const dishes = (shop: Shop): readonly Item[] => shop.menu.flatMap(({ items }) => items);

/** A shop is found by its own name, or by what it cooks. */
const found = (front: ShopFront, query: string): readonly ShopRow[] => {
  const row = { id: front.shop.id, kind: 'shop', front } as const;
  if (query.trim() === '' || matches(front.shop.name, query)) return [row];
  const dish = dishes(front.shop).find(({ name }) => matches(name, query));
  return dish ? [{ ...row, dish }] : [];
};

const heading: ShopRow = { id: 'closed', kind: 'heading', selectable: false };

/** Those that take an order first, by name; below them the others, which can be looked at all the same. */
export const shopRows = (fronts: readonly ShopFront[], query: string): readonly ShopRow[] => {
  const open = fronts.filter(({ intake }) => intake.open).flatMap((front) => found(front, query));
  const shut = fronts.filter(({ intake }) => !intake.open).flatMap((front) => found(front, query));
  return shut.length === 0 ? open : [...open, heading, ...shut];
};

export const openCount = (fronts: readonly ShopFront[]): number => fronts.filter(({ intake }) => intake.open).length;

/** What stands first in each part of the menu and can be had, so many dishes at most. */
export const tasters = (shop: Shop, now: Instant, most: number): readonly Item[] =>
  shop.menu.flatMap(({ items }) => items.find((item) => !isSoldOut(item, now)) ?? []).slice(0, most);
