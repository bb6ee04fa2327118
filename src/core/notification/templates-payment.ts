import { finalTtlMs, template } from './templates-shape.ts';

const koPayment = ['■ 상점: #{shop}', '■ 결제번호: #{payment}', '■ 금액: #{total}'];
const enPayment = ['■ Shop: #{shop}', '■ Payment: #{payment}', '■ Amount: #{total}'];

/** To the customer, about money that was asked for. */
export const paymentTemplates = {
  'payment-unknown': template(
    'payment-unknown',
    'customer',
    finalTtlMs,
    ['shop', 'payment', 'total', 'knowBy'],
    {
      title: '결제 확인 중',
      body: [
        '결제 결과를 아직 알 수 없어 결제사에 확인하고 있습니다.',
        '',
        ...koPayment,
        '■ 확인 예정: #{knowBy}',
        '',
        '두 번 결제되지 않습니다. 결제되었으면 주문을 넣고, 넣을 수 없으면 결제를 취소합니다. 어느 쪽이든 알려 드립니다.',
      ],
    },
    {
      title: 'Checking your payment',
      body: [
        'We do not know yet whether your payment went through, and are asking the payment company.',
        '',
        ...enPayment,
        '■ We will know by: #{knowBy}',
        '',
        'You will not be charged twice. If it went through your order is placed; if that is no longer possible it is reversed. We will tell you either way.',
      ],
    },
  ),
  'payment-voided': template(
    'payment-voided',
    'customer',
    finalTtlMs,
    ['shop', 'payment', 'total'],
    {
      title: '결제되지 않았습니다',
      body: [
        '확인 결과 결제되지 않았고, 나중에 결제되는 일도 없습니다. 주문은 들어가지 않았습니다.',
        '',
        ...koPayment,
        '',
        '원하시면 다시 주문해 주세요.',
      ],
    },
    {
      title: 'You were not charged',
      body: [
        'You were not charged, and this payment cannot be charged later. No order was placed.',
        '',
        ...enPayment,
        '',
        'You can order again.',
      ],
    },
  ),
  'payment-reversed': template(
    'payment-reversed',
    'customer',
    finalTtlMs,
    ['shop', 'payment', 'total', 'reason'],
    {
      title: '결제 취소 완료',
      body: [
        '결제가 늦게 확인되었으나 주문을 넣을 수 없어 결제를 취소했습니다.',
        '',
        ...koPayment,
        '■ 사유: #{reason}',
        '',
        '카드사에 따라 명세에 나타나기까지 며칠 걸릴 수 있습니다.',
      ],
    },
    {
      title: 'Payment reversed',
      body: [
        'Your payment was found too late to place the order, so it has been reversed.',
        '',
        ...enPayment,
        '■ Reason: #{reason}',
        '',
        'It may take your card company some days to show it.',
      ],
    },
  ),
  'payment-declined-late': template(
    'payment-declined-late',
    'customer',
    finalTtlMs,
    ['shop', 'payment', 'total', 'reason'],
    {
      title: '결제 거절',
      body: [
        '확인 결과 결제가 거절되었습니다. 결제된 금액은 없으며 주문은 들어가지 않았습니다.',
        '',
        ...koPayment,
        '■ 사유: #{reason}',
        '',
        '다른 카드로 다시 주문해 주세요.',
      ],
    },
    {
      title: 'Payment declined',
      body: [
        'Your payment was declined. Nothing was charged, and no order was placed.',
        '',
        ...enPayment,
        '■ Reason: #{reason}',
        '',
        'You can order again with another card.',
      ],
    },
  ),
  'payment-deferred': template(
    'payment-deferred',
    'customer',
    finalTtlMs,
    ['shop', 'payment', 'total', 'retryAt', 'heldUntil'],
    {
      title: '결제 보류 안내',
      body: [
        '결제사가 지금 결제를 받지 못하고 있습니다. 결제된 금액은 없으며, 장바구니와 가격은 그대로 보관됩니다.',
        '',
        ...koPayment,
        '■ 다시 시도: #{retryAt}',
        '■ 보관 기한: #{heldUntil}',
        '■ 결제 방법: baedal pay #{payment}',
        '',
        '결제가 다시 되면 알려 드립니다.',
      ],
    },
    {
      title: 'Payment on hold',
      body: [
        'The payment company takes no payments right now. Nothing was charged; your cart and its prices are kept.',
        '',
        ...enPayment,
        '■ Try again at: #{retryAt}',
        '■ Kept until: #{heldUntil}',
        '■ How to pay: baedal pay #{payment}',
        '',
        'We will tell you when payments work again.',
      ],
    },
  ),
  'payments-back': template(
    'payments-back',
    'customer',
    finalTtlMs,
    ['shop', 'payment', 'total', 'heldUntil'],
    {
      title: '결제 가능 안내',
      body: ['이제 결제할 수 있습니다.', '', ...koPayment, '■ 보관 기한: #{heldUntil}', '■ 결제 방법: baedal pay #{payment}'],
    },
    {
      title: 'Payments work again',
      body: ['You can pay now.', '', ...enPayment, '■ Kept until: #{heldUntil}', '■ How to pay: baedal pay #{payment}'],
    },
  ),
  'payment-hold-expired': template(
    'payment-hold-expired',
    'customer',
    finalTtlMs,
    ['shop', 'payment', 'total'],
    {
      title: '보관 기한 만료',
      body: ['보관 기한이 지나 주문이 들어가지 않았습니다. 결제된 금액은 없습니다.', '', ...koPayment, '', '원하시면 다시 주문해 주세요.'],
    },
    {
      title: 'Hold expired',
      body: ['The time to pay ran out, so no order was placed. Nothing was charged.', '', ...enPayment, '', 'You can order again.'],
    },
  ),
};
