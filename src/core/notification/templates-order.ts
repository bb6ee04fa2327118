import { statusTtlMs, template } from './templates-shape.ts';

const koOrder = ['■ 상점: #{shop}', '■ 주문번호: #{order}'];
const enOrder = ['■ Shop: #{shop}', '■ Order: #{order}'];

/** To the customer, on the way to the food. */
export const orderTemplates = {
  'order-placed': template(
    'order-placed',
    'customer',
    statusTtlMs,
    ['shop', 'order', 'items', 'total', 'acceptBy'],
    {
      title: '결제 완료, 접수 대기 중',
      body: [
        '결제가 완료되어 주문이 들어갔습니다. 상점의 접수를 기다립니다.',
        '',
        ...koOrder,
        '■ 메뉴: #{items}',
        '■ 결제 금액: #{total}',
        '■ 접수 기한: #{acceptBy}',
        '',
        '기한까지 접수되지 않으면 자동으로 취소되고 전액 환불됩니다.',
      ],
    },
    {
      title: 'Paid, waiting for the shop',
      body: [
        'Your payment went through and your order stands. It waits for the shop to accept it.',
        '',
        ...enOrder,
        '■ Items: #{items}',
        '■ Paid: #{total}',
        '■ Answer due by: #{acceptBy}',
        '',
        'Without an answer by then it is canceled and refunded in full.',
      ],
    },
  ),
  'order-accepted': template(
    'order-accepted',
    'customer',
    statusTtlMs,
    ['shop', 'order', 'readyBy'],
    {
      title: '주문 접수',
      body: [
        '상점이 주문을 접수했습니다.',
        '',
        ...koOrder,
        '■ 조리 완료 예정: #{readyBy}',
        '',
        '조리가 시작되기 전까지 취소할 수 있습니다.',
      ],
    },
    {
      title: 'Order accepted',
      body: [
        'The shop has accepted your order.',
        '',
        ...enOrder,
        '■ Ready at about: #{readyBy}',
        '',
        'You can cancel until cooking starts.',
      ],
    },
  ),
  'order-delayed': template(
    'order-delayed',
    'customer',
    statusTtlMs,
    ['shop', 'order', 'delay', 'readyBy'],
    {
      title: '조리 지연 안내',
      body: [
        '조리가 예정보다 늦어지고 있습니다.',
        '',
        ...koOrder,
        '■ 지연: #{delay}',
        '■ 새 완료 예정: #{readyBy}',
        '',
        '기다려 주셔서 감사합니다.',
      ],
    },
    {
      title: 'Order delayed',
      body: [
        'Your order takes longer than expected.',
        '',
        ...enOrder,
        '■ Delay: #{delay}',
        '■ Now ready at about: #{readyBy}',
        '',
        'Thank you for waiting.',
      ],
    },
  ),
  'cook-started': template(
    'cook-started',
    'customer',
    statusTtlMs,
    ['shop', 'order'],
    { title: '조리 시작', body: ['조리가 시작되었습니다.', '', ...koOrder, '', '지금부터는 주문을 취소할 수 없습니다.'] },
    { title: 'Cooking', body: ['The kitchen has started cooking.', '', ...enOrder, '', 'From now on the order cannot be canceled.'] },
  ),
  'cook-finished': template(
    'cook-finished',
    'customer',
    statusTtlMs,
    ['shop', 'order'],
    { title: '조리 완료', body: ['조리가 완료되었습니다.', '', ...koOrder, '', '라이더가 음식을 받으면 알려 드립니다.'] },
    { title: 'Cooked', body: ['Your food is ready.', '', ...enOrder, '', 'We will tell you when the rider has picked it up.'] },
  ),
  'cook-recalled': template(
    'cook-recalled',
    'customer',
    statusTtlMs,
    ['shop', 'order'],
    {
      title: '정정: 아직 조리 중',
      body: ['앞서 보낸 조리 완료 안내를 정정합니다. 음식은 아직 조리 중입니다.', '', ...koOrder, '', '완료되면 다시 알려 드립니다.'],
    },
    {
      title: 'Correction: still cooking',
      body: [
        'We told you too early that your food was ready. It is still being cooked.',
        '',
        ...enOrder,
        '',
        'We will tell you when it is ready.',
      ],
    },
  ),
  'delivery-started': template(
    'delivery-started',
    'customer',
    statusTtlMs,
    ['shop', 'order'],
    { title: '배달 출발', body: ['라이더가 음식을 받아 배달을 시작했습니다.', '', ...koOrder] },
    { title: 'On the way', body: ['The rider has picked up your food and is on the way.', '', ...enOrder] },
  ),
};
