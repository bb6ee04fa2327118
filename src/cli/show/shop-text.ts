import { intakeAt } from '../../core/catalog/hours.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import { intakeText } from '../../words/intake-text.ts';
import type { Page } from '../../words/page.ts';
import type { Span } from '../terminal.ts';

export const intakeSpan = (shop: Shop, page: Page): Span => {
  const now = intakeAt(shop, page.now);
  return { text: intakeText(now, page), tone: now.open ? 'good' : 'warn' };
};
