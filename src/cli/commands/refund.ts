import type { PaymentView } from '../../core/views/payment-view.ts';
import { when, wonText } from '../../words/page.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { exits } from '../exit.ts';
import { readText } from '../ingest.ts';
import { iso, isoOrNull } from '../iso.ts';
import { readId } from '../parse.ts';
import { currency } from '../show/order-json.ts';
import { wrongUsage } from '../stop.ts';
import { table } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const most = 1000;

/** A refund that is not tried again by itself, or only now and then. */
const needsAttention = ({ now }: PaymentView): boolean => now.state === 'refund-failed' && now.retryAt === undefined;

const refundJson = (view: PaymentView) => {
  const { payment, order, customer, amount, now, updatedAt } = view;
  return {
    payment,
    order,
    customer,
    amount,
    currency,
    state: needsAttention(view) ? 'needs-attention' : now.state,
    cause: 'cause' in now ? now.cause : null,
    retryAt: isoOrNull(now.state === 'refund-failed' ? now.retryAt : undefined),
    updatedAt: iso(updatedAt),
  };
};

const list = async (call: Call): Promise<Answered> => {
  const house = await call.house();
  const open = await house.as(operatorOr(call)).openRefunds(most);
  if (!open.ok) return open;
  const page = call.page();
  const { words } = page;
  const next = (view: PaymentView): string =>
    view.now.state === 'refund-failed' && view.now.retryAt !== undefined ? `${words.label.retryAt} ${when(page, view.now.retryAt)}` : '';
  const isAnyStuck = open.value.some(needsAttention);
  const isKorean = call.lang === 'ko';
  return answer({
    json: open.value.map(refundJson),
    text: () =>
      table(
        open.value.map((view) => [
          view.payment,
          wonText(page, view.amount),
          { text: words.payment[view.now.state], tone: needsAttention(view) ? 'bad' : 'warn' },
          'cause' in view.now ? view.now.cause : '',
          next(view),
        ]),
        page.width,
        [1],
      ),
    advice:
      open.value.length === 0
        ? [isKorean ? '남은 환불이 없어요' : 'No refund is open']
        : isAnyStuck
          ? [
              isKorean
                ? '은행에서 확인하고, 이미 돌려줬다면: baedal refund settle <payment> --note "…"'
                : 'Look at the bank; what was given back by another way: baedal refund settle <payment> --note "…"',
            ]
          : [],
  });
};

const retry = async (call: Call): Promise<Answered> => {
  const payment = readId('payment', call.args[0]);
  const house = await call.house();
  const retried = await house.as(operatorOr(call)).retryRefund(payment);
  if (!retried.ok) return retried;
  const { outcome, cause } = retried.value;
  const { words } = call.page();
  const state = outcome === 'refunded' ? 'refunded' : 'refund-failed';
  return answer({
    json: { payment, outcome, cause: cause ?? null },
    text: () => [
      [
        { text: payment, tone: 'strong' },
        '  ',
        { text: words.payment[state], tone: outcome === 'refunded' ? 'good' : 'bad' },
        cause === undefined ? '' : `  ${cause}`,
      ],
    ],
    exit: outcome === 'refunded' ? exits.done : exits.later,
  });
};

const settle = async (call: Call): Promise<Answered> => {
  const payment = readId('payment', call.args[0]);
  const text = call.values.text('note');
  if (text === undefined) throw wrongUsage({ ko: '어떻게 돌려줬는지 적으세요: --note "…"', en: 'say how the money went back: --note "…"' });
  const note = readText(text, '--note', 200);
  const house = await call.house();
  const settled = await house.as(operatorOr(call)).settleRefund(payment, note);
  if (!settled.ok) return settled;
  return answer({
    json: { payment, outcome: 'settled-manually', note },
    text: () => [[{ text: payment, tone: 'strong' }, '  ', { text: call.page().words.payment['settled-manually'], tone: 'good' }]],
  });
};

export const refund: Verb = {
  usage: 'refund',
  about: { ko: '아직 돌려주지 못한 돈', en: 'money that is not back yet' },
  examples: ['refund list', 'refund retry pay_7k2m9p4qrs', 'refund settle pay_7k2m9p4qrs --note "by bank transfer"'],
  verbs: [
    {
      usage: 'list',
      about: { ko: '남은 환불과 그 까닭', en: 'refunds that are open, and why' },
      examples: ['refund list', 'refund list --json'],
      json: '[{payment,order,customer,amount,currency,state,cause,retryAt,updatedAt}]',
      needs: 'operate',
      run: list,
    },
    {
      usage: 'retry <payment>',
      about: { ko: '지금 다시 환불 (두 번 환불되지 않음)', en: 'try again now; it is never given back twice' },
      examples: ['refund retry pay_7k2m9p4qrs'],
      json: '{payment,outcome,cause}',
      needs: 'operate',
      run: retry,
    },
    {
      usage: 'settle <payment>',
      about: { ko: '다른 길로 돌려줬다고 적기 (더는 환불하지 않음)', en: 'note that it went back by another way; nobody tries any more' },
      options: [{ flags: '--note <text>', about: { ko: '어떻게 돌려줬는지', en: 'how the money went back' } }],
      examples: ['refund settle pay_7k2m9p4qrs --note "계좌 이체"'],
      json: '{payment,outcome,note}',
      needs: 'operate',
      run: settle,
    },
  ],
};
