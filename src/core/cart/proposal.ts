import type { Location, Shop } from '../catalog/shop.ts';
import type { Instant, ShopId } from '../kinds.ts';
import { sum, type Won } from '../money.ts';
import type { Difference } from '../refusal.ts';
import type { KeptLine } from './cart.ts';
import type { Answer } from './changes.ts';
import { type CartLook, type LookedLine, lookAt } from './look.ts';

/** Something that was ordered or kept before, to be had again. */
export type Known = {
  readonly shop: ShopId;
  readonly shopName: string;
  readonly lines: readonly KeptLine[];
  readonly to?: Location | undefined;
  /** What bringing it cost, when it was ordered. */
  readonly fee?: Won | undefined;
};

/** A cart as it would be, at today's prices. Nothing is written until it is taken over. */
export type Proposal = {
  readonly shop: ShopId;
  readonly shopName: string;
  readonly look: CartLook;
  readonly differences: readonly Difference[];
  /** What it cost, with its fee if that is known; beside it `now`, with the same parts. */
  readonly was: Won;
  readonly now: Won;
};

export const propose = (known: Known, shop: Shop | undefined, now: Instant): Proposal => {
  const lines = known.lines.map((line, at) => ({ ...line, id: at + 1 }));
  const look = lookAt({ shop: known.shop, lines, ...(known.to && { to: known.to }) }, shop, now);
  const { fee } = known;
  const subtotalWas = sum(lines.map(({ total }) => total));
  const feeChanged: readonly Difference[] =
    fee === undefined || look.subtotal === 0 || look.fee === fee ? [] : [{ kind: 'fee-changed', was: fee, now: look.fee }];
  return {
    shop: known.shop,
    shopName: shop?.name ?? known.shopName,
    look,
    differences: [...look.differences, ...feeChanged],
    was: fee === undefined ? subtotalWas : sum([subtotalWas, fee]),
    now: fee === undefined ? look.subtotal : look.total,
  };
};

const isPrice = ({ kind }: Difference): boolean => kind === 'price-changed' || kind === 'fee-changed';

/** What its customer says by taking it as it was shown: yes to exactly the kinds of change that were. */
export const answerTo = ({ differences }: Proposal): Answer => ({
  ...(differences.some(isPrice) && { accept: 'changes' as const }),
  ...(differences.some((one) => !isPrice(one)) && { drop: 'missing' as const }),
});

/** The dish itself, not only a choice of it. */
export const isLost = ({ missing, choices }: LookedLine): boolean => missing !== undefined && choices.every((choice) => !choice.missing);

/** Whether something of it can still be had. */
export const isAnythingLeft = ({ look }: Proposal): boolean => !look.lines.every(isLost);
