import type { PaymentView } from '../../core/views/payment-view.ts';
import { type Page, when, wonText } from '../../words/page.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { isoOrNull, isoTimes } from '../iso.ts';
import { currency } from '../show/order-json.ts';
import { table } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const most = 200;

const paymentJson = ({ payment, order, shop, customer, amount, updatedAt, now }: PaymentView) => {
  const { state, ...rest } = now;
  return {
    payment,
    order,
    shop,
    customer,
    amount,
    currency,
    state,
    updatedAt: isoOrNull(updatedAt),
    ...Object.assign({}, isoTimes(rest)),
  };
};

const whatNext = ({ payment, now }: PaymentView, page: Page): string => {
  const { label } = page.words;
  if (now.state === 'deferred') return `${label.retryAt} ${when(page, now.retryAt)}: baedal pay ${payment}`;
  if (now.state === 'unknown') return `${label.knowBy} ${when(page, now.knowBy)}`;
  return now.state === 'refund-failed' && now.retryAt !== undefined ? `${label.retryAt} ${when(page, now.retryAt)}` : '';
};

const run = async (call: Call): Promise<Answered> => {
  const house = await call.house();
  const open = await house.as(customerOr(call)).openPayments(most);
  if (!open.ok) return open;
  const page = call.page();
  const rows = open.value.map((view) => [
    view.payment,
    wonText(page, view.amount),
    page.words.payment[view.now.state],
    whatNext(view, page),
  ]);
  return answer({
    json: open.value.map(paymentJson),
    text: () => table(rows, page.width, [1]),
    advice: rows.length > 0 ? [] : [call.lang === 'ko' ? '걸려 있는 결제가 없어요' : 'No payment is open'],
  });
};

export const payments: Verb = {
  usage: 'payments',
  about: { ko: '아직 끝나지 않은 결제: 보류, 확인 중, 환불 중', en: 'payments with something open: held, unknown, being refunded' },
  examples: ['payments', 'payments --as operator --json'],
  json: '[{payment,order,shop,customer,amount,currency,state,updatedAt,retryAt?,heldUntil?,knowBy?,cause?}]',
  needs: 'see-payments',
  run,
};
