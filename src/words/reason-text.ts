import { partyWords, reasonWords } from '../core/notification/message-words.ts';
import type { CancelReason, CustomerReason, Party, ShopReason } from '../core/reasons.ts';
import type { OrderView } from '../core/views/order-view.ts';
import type { Lang } from './lang.ts';
import type { Page } from './page.ts';

export const undoneText = (reason: CancelReason, by: Party, lang: Lang): string => `${reasonWords(reason, lang)} (${partyWords(by, lang)})`;

/** Why an order ended, and whose doing it was; undefined for one that did not fall. */
export const reasonText = ({ ended, failure }: OrderView, { lang }: Page): string | undefined => {
  if (failure) return reasonWords(failure, lang);
  return ended && undoneText(ended.reason, ended.by, lang);
};

export const customerReasonText = (reason: CustomerReason, lang: Lang): string => reasonWords(reason, lang);
export const shopReasonText = (reason: ShopReason, lang: Lang): string => reasonWords(reason, lang);
