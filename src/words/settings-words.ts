import type { Settings } from '../core/settings.ts';

type Phrase = { readonly ko: string; readonly en: string };

/** What every setting is, for `config list`. A forgotten one is a type error. */
export const settingWords: Readonly<Record<keyof Settings, Phrase>> = {
  acceptLeaseMs: { ko: '상점이 주문을 접수할 수 있는 시간', en: 'how long a shop has to accept an order' },
  acceptRemindMs: { ko: '접수를 다시 알리는 때 (쉼표로 여럿)', en: 'when a shop is reminded to accept (several, with commas)' },
  acceptGraceMs: { ko: '접수 기한 뒤의 여유', en: 'grace behind the time to accept' },
  readyInMs: { ko: '따로 말하지 않을 때의 조리 시간', en: 'how long cooking takes when nobody says' },
  recallMs: { ko: '조리 완료를 되돌릴 수 있는 시간', en: 'how long a finished ticket can be recalled' },
  kitchenSlowMs: { ko: '주방에서 늦어지는 주문서로 보이기까지', en: 'after which a ticket in the kitchen looks slow' },
  kitchenLateMs: { ko: '주방에서 늦은 주문서로 보이기까지', en: 'after which a ticket in the kitchen looks late' },
  kitchenRingMs: {
    ko: '아무도 듣지 못한 주문을 다시 울리는 간격',
    en: 'how often a kitchen’s screen rings for what nobody there has heard',
  },
  alarmLapseMs: {
    ko: '아무도 보지 않은 주방 경고가 사라지기까지',
    en: 'after which an alarm that nobody saw leaves the kitchen board',
  },
  dispatchLateMs: { ko: '다 된 음식이 라이더를 오래 기다린다고 보이기까지', en: 'after which cooked food without a rider looks late' },
  screenStaleMs: { ko: '소식 없는 상점 화면을 꺼진 것으로 보기까지', en: 'after which a silent screen of a shop counts as off' },
  quoteHoldMs: { ko: '견적을 지키는 시간', en: 'how long a quote holds' },
  gatewayTimeoutMs: { ko: '결제 응답을 기다리는 시간', en: 'how long the payment gateway is waited for' },
  paymentWatchMs: { ko: '소식 없는 결제를 확인하기까지', en: 'after which a payment without news is looked up' },
  confirmWindowMs: { ko: '은행이 모르는 결제를 무효로 하기까지', en: 'after which a payment that the bank does not know is voided' },
  lookUpFirstMs: { ko: '결제 확인: 첫 간격', en: 'look-ups of payments: the first pause' },
  lookUpMaxMs: { ko: '결제 확인: 가장 긴 간격', en: 'look-ups of payments: the longest pause' },
  lookUpGiveUpMs: { ko: '결제 확인: 사람을 부르기까지', en: 'look-ups of payments: after this a person is called' },
  refundFirstMs: { ko: '환불 재시도: 첫 간격', en: 'refunds: the first pause' },
  refundMaxMs: { ko: '환불 재시도: 가장 긴 간격', en: 'refunds: the longest pause' },
  refundGiveUpMs: { ko: '환불 재시도: 사람을 부르기까지', en: 'refunds: after this a person is called' },
  messageFirstMs: { ko: '메시지 재시도: 첫 간격', en: 'messages: the first pause' },
  messageMaxMs: { ko: '메시지 재시도: 가장 긴 간격', en: 'messages: the longest pause' },
  breakerInRow: { ko: '결제를 멈추는 연속 실패 수', en: 'failures in a row that hold payments' },
  breakerWindow: { ko: '실패 비율을 보는 최근 호출 수', en: 'how many last calls the share of failures is taken of' },
  breakerAtLeast: { ko: '비율을 보기 위한 최소 호출 수', en: 'the fewest calls that a share is taken of' },
  breakerSharePercent: { ko: '결제를 멈추는 실패 비율 (%)', en: 'the share of failures that holds payments (%)' },
  breakerOpenMs: { ko: '결제를 멈추는 시간: 처음', en: 'how long payments are held at first' },
  breakerMaxOpenMs: { ko: '결제를 멈추는 시간: 최대', en: 'how long payments are held at most' },
  breakerTrialMs: { ko: '멈춘 뒤 시험 결제의 시간', en: 'how long a trial payment may take' },
  leaseMs: { ko: '데몬이 일을 맡는 시간', en: 'how long a daemon holds the work that it took' },
  reactRetryMs: { ko: '데몬의 일: 재시도 첫 간격', en: 'work of the daemon: the first pause after trouble' },
  parkAfter: { ko: '일을 멈춰 두는 실패 수', en: 'failures after which work is parked' },
  keyKeepMs: { ko: '--key 값을 기억하는 시간', en: 'how long a --key is remembered' },
  contactKeepMs: { ko: '끝난 주문의 개인정보를 두는 시간', en: 'how long personal data of ended orders is kept' },
  messageKeepMs: { ko: '메시지 기록을 두는 시간', en: 'how long the log of messages is kept' },
};
