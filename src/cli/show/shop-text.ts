import { type IntakeNow, intakeAt } from '../../core/catalog/hours.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import { type Page, when } from '../../words/page.ts';
import type { Span } from '../terminal.ts';

/** Whether it takes orders now, and when that will change. */
export const intakeSpan = (now: IntakeNow, page: Page): Span => {
  const { label, shut } = page.words;
  if (now.open) return { text: now.until === undefined ? label.open : `${label.openUntil} ${when(page, now.until)}`, tone: 'good' };
  const opens = now.opensAt === undefined ? label.closed : `${label.opensAt} ${when(page, now.opensAt)}`;
  return { text: `${opens} (${shut[now.why]})`, tone: 'warn' };
};

export const intakeText = (shop: Shop, page: Page): Span => intakeSpan(intakeAt(shop, page.now), page);
