import { finalTtlMs, template } from './templates-shape.ts';

const koOrder = ['■ 상점: #{shop}', '■ 주문번호: #{order}'];
const enOrder = ['■ Shop: #{shop}', '■ Order: #{order}'];

/** To the customer, when it is over. */
export const orderEndTemplates = {
  delivered: template(
    'delivered',
    'customer',
    finalTtlMs,
    ['shop', 'order'],
    { title: '배달 완료', body: ['배달이 완료되었습니다.', '', ...koOrder, '', '맛있게 드세요.'] },
    { title: 'Delivered', body: ['Your order has been delivered.', '', ...enOrder, '', 'Enjoy your meal.'] },
  ),
  'order-canceled': template(
    'order-canceled',
    'customer',
    finalTtlMs,
    ['shop', 'order', 'by', 'reason', 'total'],
    {
      title: '주문 취소',
      body: [
        '주문이 취소되었습니다.',
        '',
        ...koOrder,
        '■ 취소한 쪽: #{by}',
        '■ 사유: #{reason}',
        '■ 환불 예정 금액: #{total}',
        '',
        '환불이 끝나면 알려 드립니다.',
      ],
    },
    {
      title: 'Order canceled',
      body: [
        'Your order has been canceled.',
        '',
        ...enOrder,
        '■ Canceled by: #{by}',
        '■ Reason: #{reason}',
        '■ To be refunded: #{total}',
        '',
        'We will tell you when the refund is done.',
      ],
    },
  ),
  'order-rejected': template(
    'order-rejected',
    'customer',
    finalTtlMs,
    ['shop', 'order', 'reason', 'total'],
    {
      title: '주문 거절',
      body: [
        '상점이 주문을 받지 못했습니다.',
        '',
        ...koOrder,
        '■ 사유: #{reason}',
        '■ 환불 예정 금액: #{total}',
        '',
        '환불이 끝나면 알려 드립니다.',
      ],
    },
    {
      title: 'Order rejected',
      body: [
        'The shop could not take your order.',
        '',
        ...enOrder,
        '■ Reason: #{reason}',
        '■ To be refunded: #{total}',
        '',
        'We will tell you when the refund is done.',
      ],
    },
  ),
  'order-expired': template(
    'order-expired',
    'customer',
    finalTtlMs,
    ['shop', 'order', 'total'],
    {
      title: '주문 자동 취소',
      body: [
        '상점이 기한까지 응답하지 않아 주문이 자동으로 취소되었습니다.',
        '',
        ...koOrder,
        '■ 환불 예정 금액: #{total}',
        '',
        '환불이 끝나면 알려 드립니다.',
      ],
    },
    {
      title: 'Order expired',
      body: [
        'The shop did not answer in time, so your order was canceled.',
        '',
        ...enOrder,
        '■ To be refunded: #{total}',
        '',
        'We will tell you when the refund is done.',
      ],
    },
  ),
  'delivery-failed': template(
    'delivery-failed',
    'customer',
    finalTtlMs,
    ['shop', 'order', 'reason', 'total'],
    {
      title: '배달 실패',
      body: [
        '배달을 마치지 못해 주문이 취소되었습니다.',
        '',
        ...koOrder,
        '■ 사유: #{reason}',
        '■ 환불 예정 금액: #{total}',
        '',
        '환불이 끝나면 알려 드립니다.',
      ],
    },
    {
      title: 'Delivery failed',
      body: [
        'The delivery could not be completed, so the order was canceled.',
        '',
        ...enOrder,
        '■ Reason: #{reason}',
        '■ To be refunded: #{total}',
        '',
        'We will tell you when the refund is done.',
      ],
    },
  ),
};
