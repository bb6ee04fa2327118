import { intakeAt } from '../../core/catalog/hours.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import { type Instant, later } from '../../core/kinds.ts';
import { nextMidnight } from '../../core/time.ts';

const hourMs = 3_600_000;
/** As good as never; people are told no day that is so far. */
const foreverMs = 3650 * 24 * hourMs;

/** When the shop closes by its hours; undefined when it is closed, or no end is in sight. */
export const closingTime = (shop: Shop, now: Instant): Instant | undefined => {
  const intake = intakeAt(shop, now);
  return intake.open ? intake.until : undefined;
};

export const untilTomorrow = ({ zone }: Shop, now: Instant): Instant => nextMidnight(now, zone);
export const untilLater = (now: Instant, minutes: number): Instant => later(now, minutes * 60_000);
export const untilPutBack = (now: Instant): Instant => later(now, foreverMs);
