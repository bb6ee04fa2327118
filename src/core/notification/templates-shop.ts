import { finalTtlMs, reminderTtlMs, statusTtlMs, template } from './templates-shape.ts';

/** To the owner and the rider. */
export const shopTemplates = {
  'new-order': template(
    'new-order',
    'owner',
    statusTtlMs,
    ['order', 'items', 'total', 'acceptBy'],
    {
      title: '새 주문',
      body: [
        '새 주문이 들어왔습니다.',
        '',
        '■ 주문번호: #{order}',
        '■ 메뉴: #{items}',
        '■ 금액: #{total}',
        '■ 접수 기한: #{acceptBy}',
        '',
        '기한까지 접수하지 않으면 자동으로 취소됩니다.',
      ],
    },
    {
      title: 'New order',
      body: [
        'A new order has come in.',
        '',
        '■ Order: #{order}',
        '■ Items: #{items}',
        '■ Amount: #{total}',
        '■ Answer by: #{acceptBy}',
        '',
        'Without an answer by then it is canceled.',
      ],
    },
  ),
  'accept-reminder': template(
    'accept-reminder',
    'owner',
    reminderTtlMs,
    ['order', 'items', 'acceptBy'],
    {
      title: '접수 대기 중인 주문',
      body: ['아직 접수하지 않은 주문이 있습니다.', '', '■ 주문번호: #{order}', '■ 메뉴: #{items}', '■ 접수 기한: #{acceptBy}'],
    },
    {
      title: 'Order waiting',
      body: ['An order is still waiting for your answer.', '', '■ Order: #{order}', '■ Items: #{items}', '■ Answer by: #{acceptBy}'],
    },
  ),
  'alarm-lapsed-owner': template(
    'alarm-lapsed-owner',
    'owner',
    finalTtlMs,
    ['order', 'items'],
    {
      title: '확인하지 않은 경고',
      body: [
        '취소되었거나 배달되지 못한 주문의 경고를 아무도 확인하지 않아 주문판에서 내렸습니다.',
        '',
        '■ 주문번호: #{order}',
        '■ 메뉴: #{items}',
      ],
    },
    {
      title: 'Alarm not seen',
      body: [
        'Nobody saw the alarm of an order that was canceled or not delivered, so it was taken off the board.',
        '',
        '■ Order: #{order}',
        '■ Items: #{items}',
      ],
    },
  ),
  'order-canceled-owner': template(
    'order-canceled-owner',
    'owner',
    finalTtlMs,
    ['order', 'items', 'by', 'reason'],
    {
      title: '주문 취소: 조리 중지',
      body: [
        '주문이 취소되었습니다. 조리하지 마세요.',
        '',
        '■ 주문번호: #{order}',
        '■ 메뉴: #{items}',
        '■ 취소한 쪽: #{by}',
        '■ 사유: #{reason}',
      ],
    },
    {
      title: 'Canceled: stop cooking',
      body: [
        'An order has been canceled. Do not cook it.',
        '',
        '■ Order: #{order}',
        '■ Items: #{items}',
        '■ Canceled by: #{by}',
        '■ Reason: #{reason}',
      ],
    },
  ),
  'order-expired-owner': template(
    'order-expired-owner',
    'owner',
    finalTtlMs,
    ['order', 'items', 'acceptBy'],
    {
      title: '주문 자동 취소',
      body: [
        '기한까지 접수하지 않아 주문이 자동으로 취소되었습니다. 조리하지 마세요.',
        '',
        '■ 주문번호: #{order}',
        '■ 메뉴: #{items}',
        '■ 접수 기한: #{acceptBy}',
      ],
    },
    {
      title: 'Order expired',
      body: [
        'An order was not answered in time and has been canceled. Do not cook it.',
        '',
        '■ Order: #{order}',
        '■ Items: #{items}',
        '■ Answer was due by: #{acceptBy}',
      ],
    },
  ),
  'rider-claimed-owner': template(
    'rider-claimed-owner',
    'owner',
    statusTtlMs,
    ['order', 'rider'],
    { title: '라이더 배정', body: ['라이더가 배달을 맡았습니다.', '', '■ 주문번호: #{order}', '■ 라이더: #{rider}'] },
    { title: 'Rider assigned', body: ['A rider has taken the delivery.', '', '■ Order: #{order}', '■ Rider: #{rider}'] },
  ),
  'delivery-failed-owner': template(
    'delivery-failed-owner',
    'owner',
    finalTtlMs,
    ['order', 'rider', 'reason'],
    { title: '배달 실패', body: ['배달을 마치지 못했습니다.', '', '■ 주문번호: #{order}', '■ 라이더: #{rider}', '■ 사유: #{reason}'] },
    {
      title: 'Delivery failed',
      body: ['A delivery could not be completed.', '', '■ Order: #{order}', '■ Rider: #{rider}', '■ Reason: #{reason}'],
    },
  ),
  'ride-canceled': template(
    'ride-canceled',
    'rider',
    finalTtlMs,
    ['shop', 'order', 'reason'],
    {
      title: '배달 취소',
      body: [
        '맡으신 배달이 취소되었습니다. 상점에 가지 않으셔도 됩니다.',
        '',
        '■ 상점: #{shop}',
        '■ 주문번호: #{order}',
        '■ 사유: #{reason}',
      ],
    },
    {
      title: 'Ride canceled',
      body: [
        'Your ride has been canceled. You need not go to the shop.',
        '',
        '■ Shop: #{shop}',
        '■ Order: #{order}',
        '■ Reason: #{reason}',
      ],
    },
  ),
};
