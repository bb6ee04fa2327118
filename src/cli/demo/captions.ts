const ko = {
  hello: '배달: 한 주문의 일생. 아래의 모든 줄은 따로 실행된 실제 명령의 결과입니다.',
  life: '1. 주문하고, 결제하고, 요리하고, 배달합니다',
  cancel: '2. 조리 전에 취소하면 배달이 취소되고 환불됩니다',
  tooLate: '3. 조리가 시작되면 취소할 수 없습니다',
  shopDown: '4. 상점 쪽이 모두 멈춰도 주문은 받습니다',
  shopBack: '상점 쪽이 돌아오면 밀린 주문이 이어집니다',
  overload: '5. 결제가 몰리면 잠시 붙잡아 두고 조금 뒤에 결제합니다',
  paymentsBack: '결제가 다시 됩니다: 기다리던 고객에게 알립니다',
  unknown: '6. 결제 결과를 모르면 묻고 확인합니다: 두 번 결제되지 않습니다',
  lookingUp: '결제사에 확인하는 중…',
  ledger: '7. 은행 장부와 맞춰 봅니다',
  taken: '받은 돈',
  standing: '유효한 주문',
  onBoard: '주방 화면의 주문서',
  refunded: '환불',
  bye: '끝. 직접 해 보기: node bin/baedal.js --help',
} as const;
export type Caption = keyof typeof ko;

const en: { readonly [C in Caption]: string } = {
  hello: 'baedal: the life of an order. Every line below is what a real command did, in a process of its own.',
  life: '1. Ordered, paid, cooked, delivered',
  cancel: '2. Canceled before cooking: the delivery falls, the money goes back',
  tooLate: '3. Once cooking has started it is too late to cancel',
  shopDown: "4. Everything on the shop's side is down, and orders are taken",
  shopBack: "The shop's side comes back and serves what has waited",
  overload: '5. Payments are overloaded: held for a while, paid a little later',
  paymentsBack: 'Payments work again: those who wait are told',
  unknown: '6. Nobody knows whether the money went: we ask, and never charge twice',
  lookingUp: 'Asking the bank …',
  ledger: "7. The bank's books against ours",
  taken: 'money taken',
  standing: 'orders standing',
  onBoard: "tickets on the kitchen's board:",
  refunded: 'refunds',
  bye: 'The end. Try it yourself: node bin/baedal.js --help',
};

export const captions: { readonly ko: { readonly [C in Caption]: string }; readonly en: { readonly [C in Caption]: string } } = { ko, en };
