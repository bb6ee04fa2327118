import { finalTtlMs, template } from './templates-shape.ts';

const koRefund = ['■ 주문번호: #{order}', '■ 환불 금액: #{total}'];
const enRefund = ['■ Order: #{order}', '■ Refund: #{total}'];

/** To the customer, about money on its way back. */
export const refundTemplates = {
  'refund-done': template(
    'refund-done',
    'customer',
    finalTtlMs,
    ['order', 'total'],
    {
      title: '환불 완료',
      body: ['환불이 완료되었습니다.', '', ...koRefund, '', '카드사에 따라 명세에 나타나기까지 며칠 걸릴 수 있습니다.'],
    },
    { title: 'Refunded', body: ['Your refund is done.', '', ...enRefund, '', 'It may take your card company some days to show it.'] },
  ),
  'refund-delayed': template(
    'refund-delayed',
    'customer',
    finalTtlMs,
    ['order', 'total'],
    {
      title: '환불 지연 안내',
      body: [
        '환불이 늦어지고 있습니다. 취소는 그대로 유효하며, 환불은 될 때까지 자동으로 다시 시도합니다.',
        '',
        ...koRefund,
        '',
        '하실 일은 없습니다. 끝나면 알려 드립니다.',
      ],
    },
    {
      title: 'Refund delayed',
      body: [
        'Your refund is delayed. The order stays canceled, and we keep trying until the money is back.',
        '',
        ...enRefund,
        '',
        'You need not do anything. We will tell you when it is done.',
      ],
    },
  ),
  'refund-attention': template(
    'refund-attention',
    'customer',
    finalTtlMs,
    ['order', 'total'],
    {
      title: '환불 확인 중',
      body: [
        '자동 환불이 되지 않아 담당자가 직접 처리하고 있습니다.',
        '',
        ...koRefund,
        '',
        '금액은 반드시 돌려 드립니다. 끝나면 알려 드립니다.',
      ],
    },
    {
      title: 'Refund in hand',
      body: [
        'The refund did not go through by itself, so a person is now taking care of it.',
        '',
        ...enRefund,
        '',
        'You will get your money back. We will tell you when it is done.',
      ],
    },
  ),
  'refund-settled': template(
    'refund-settled',
    'customer',
    finalTtlMs,
    ['order', 'total'],
    { title: '환불 처리 완료', body: ['담당자가 환불을 직접 처리했습니다.', '', ...koRefund, '', '아직 받지 못하셨다면 문의해 주세요.'] },
    {
      title: 'Refund settled',
      body: ['A person has settled your refund by hand.', '', ...enRefund, '', 'If it has not reached you, please contact us.'],
    },
  ),
};
