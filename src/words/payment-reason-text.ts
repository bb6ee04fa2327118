import { paymentReasonWords } from '../core/notification/message-words.ts';
import type { Lang } from './lang.ts';

/** Why a payment was declined, in a few words; of a reason that nobody knows, who declined it. */
export const paymentReasonText = (reason: string, lang: Lang): string => paymentReasonWords(reason, lang);
