import type { CancelReason, DeliveryFailure, Party } from '../reasons.ts';

export type Lang = 'ko' | 'en';
type Words = { readonly ko: string; readonly en: string };

const reasons: { readonly [R in CancelReason | DeliveryFailure]: Words } = {
  CHANGED_MIND: { ko: '고객 변심', en: 'customer changed their mind' },
  DUPLICATE_ORDER: { ko: '중복 주문', en: 'ordered twice' },
  WRONG_ADDRESS: { ko: '주소 오류', en: 'wrong address' },
  TOO_SLOW: { ko: '대기 시간 초과', en: 'took too long' },
  ITEM_SOLD_OUT: { ko: '재료 소진', en: 'sold out' },
  CLOSING_EARLY: { ko: '조기 마감', en: 'shop is closing early' },
  TOO_BUSY: { ko: '주문 폭주', en: 'shop is too busy' },
  CANNOT_DO_REQUEST: { ko: '요청 사항 이행 불가', en: 'request cannot be met' },
  OUT_OF_AREA: { ko: '배달 불가 지역', en: 'outside the delivery area' },
  SHOP_ISSUE: { ko: '상점 사정', en: 'problem at the shop' },
  NO_RIDER: { ko: '라이더 배정 불가', en: 'no rider available' },
  ACCEPT_TIMEOUT: { ko: '접수 기한 초과', en: 'shop did not answer in time' },
  DELIVERY_FAILED: { ko: '배달 실패', en: 'delivery failed' },
  SYSTEM_ISSUE: { ko: '시스템 문제', en: 'technical problem' },
  CUSTOMER_ABSENT: { ko: '고객 부재', en: 'nobody at the door' },
  ADDRESS_NOT_FOUND: { ko: '주소 확인 불가', en: 'address not found' },
  REFUSED_AT_DOOR: { ko: '수령 거부', en: 'refused at the door' },
  ACCIDENT: { ko: '배달 중 사고', en: 'accident on the way' },
  FOOD_DAMAGED: { ko: '음식 파손', en: 'food was damaged' },
};
export const reasonWords = (reason: CancelReason | DeliveryFailure, lang: Lang): string => reasons[reason][lang];

const parties: { readonly [P in Party | 'rider']: Words } = {
  customer: { ko: '고객', en: 'customer' },
  shop: { ko: '상점', en: 'shop' },
  system: { ko: '자동', en: 'automatic' },
  rider: { ko: '라이더', en: 'rider' },
};
export const partyWords = (party: Party | 'rider', lang: Lang): string => parties[party][lang];

// Why a stolen card is refused is between the bank and its owner.
const payments = new Map<string, Words>([
  ['insufficient-funds', { ko: '잔액 또는 한도 부족', en: 'not enough funds' }],
  ['expired-card', { ko: '유효 기간이 지난 카드', en: 'card has expired' }],
  ['stolen-card', { ko: '사용할 수 없는 카드', en: 'card cannot be used' }],
  ['unknown-card', { ko: '등록되지 않은 카드', en: 'card is not known' }],
  ['voided', { ko: '취소된 결제', en: 'payment was canceled' }],
  ['quote-expired', { ko: '보관 기한 만료', en: 'time to pay ran out' }],
  ['voided-at-gateway', { ko: '결제사에서 취소됨', en: 'canceled at the payment company' }],
  ['never-confirmed', { ko: '결제 확인 불가', en: 'payment was never confirmed' }],
  ['cannot-be-honoured', { ko: '그사이 주문할 수 없게 됨', en: 'can no longer be ordered' }],
  ['replaced', { ko: '새 결제로 바뀜', en: 'replaced by another payment' }],
  ['already-ordered', { ko: '이미 들어간 주문', en: 'already ordered' }],
  ['wrong-amount', { ko: '금액 불일치', en: 'amount did not match' }],
]);
const otherPayment: Words = { ko: '카드사 거절', en: 'declined by the card company' };

/** Why a payment was declined or voided; a gateway may give reasons that we do not know. */
export const paymentReasonWords = (reason: string, lang: Lang): string => (payments.get(reason) ?? otherPayment)[lang];
