import type { IntakeNow } from '../core/catalog/hours.ts';
import { type Page, when } from './page.ts';

/** Whether a shop takes orders now, and when that will change. */
export const intakeText = (now: IntakeNow, page: Page): string => {
  const { label, shut } = page.words;
  if (now.open) return now.until === undefined ? label.open : `${label.openUntil} ${when(page, now.until)}`;
  const opens = now.opensAt === undefined ? label.closed : `${label.opensAt} ${when(page, now.opensAt)}`;
  return `${opens} (${shut[now.why]})`;
};
