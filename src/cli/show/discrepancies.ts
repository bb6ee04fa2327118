import { won } from '../../core/money.ts';
import type { Discrepancy } from '../../core/payment/reconcile.ts';
import { type Page, wonText } from '../../words/page.ts';
import type { Phrase } from '../stop.ts';
import type { Line, Tone } from '../terminal.ts';
import { currency } from './order-json.ts';

const kindWords: Readonly<Record<Discrepancy['kind'], Phrase>> = {
  'unknown-charge': { ko: '은행만 아는 결제', en: 'charged, and our books know nothing of it' },
  'charged-though-failed': { ko: '실패로 적힌 결제를 은행은 받음', en: 'charged, and our books say it failed' },
  'not-heard-yet': { ko: '은행은 받았고 우리는 아직 모름', en: 'charged, and not heard of yet' },
  'refund-not-recorded': { ko: '은행만 아는 환불', en: 'given back, and our books do not have it' },
  'charge-missing': { ko: '우리 장부만 아는 결제', en: 'paid by our books, and the bank has no such charge' },
  'refund-missing': { ko: '우리 장부만 아는 환불', en: 'given back by our books, and the bank has no such refund' },
  'wrong-amount': { ko: '금액이 다름', en: 'of another amount at the bank' },
};
const remedyWords: Readonly<Record<Discrepancy['remedy'], Phrase>> = {
  void: { ko: '--apply: 결제 취소', en: '--apply reverses the charge' },
  'cancel-order': { ko: '--apply: 주문 취소', en: '--apply cancels the order' },
  daemon: { ko: '데몬이 곧 확인', en: 'the daemon finds it out' },
  person: { ko: '사람이 볼 것', en: 'a person must look' },
};
const tones: Readonly<Record<Discrepancy['remedy'], Tone>> = { void: 'warn', 'cancel-order': 'warn', daemon: 'faint', person: 'bad' };

/** What became of it. `due`: nothing was tried yet. */
export type Outcome = 'due' | 'done' | 'left' | 'failed';
export type Treated = { readonly discrepancy: Discrepancy; readonly outcome: Outcome; readonly cause?: string };

const outcomeWords: Readonly<Record<Exclude<Outcome, 'due'>, Phrase>> = {
  done: { ko: '처리함', en: 'done' },
  left: { ko: '그대로 둠', en: 'left as it is' },
  failed: { ko: '실패', en: 'failed' },
};

export const treatedJson = ({ discrepancy, outcome, cause }: Treated) => {
  const { kind, remedy, key, order, payment, amount } = discrepancy;
  return { kind, remedy, key, order, payment: payment ?? null, amount, currency, outcome, cause: cause ?? null };
};

/** Two lines each: how much of which order, and what it is with what is done about it. */
export const discrepancyLines = (all: readonly Treated[], page: Page): readonly Line[] =>
  all.flatMap(({ discrepancy, outcome, cause }): readonly Line[] => {
    const { kind, remedy, key, order, amount } = discrepancy;
    const then = outcome === 'due' ? remedyWords[remedy][page.lang] : outcomeWords[outcome][page.lang];
    return [
      [{ text: wonText(page, won(amount)), tone: 'strong' }, `  ${order}  ${key}`],
      [
        `  ${kindWords[kind][page.lang]}: `,
        { text: `${then}${cause === undefined ? '' : ` (${cause})`}`, tone: outcome === 'done' ? 'good' : tones[remedy] },
      ],
    ];
  });
