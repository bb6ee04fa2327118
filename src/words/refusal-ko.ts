import { paymentReasonWords } from '../core/notification/message-words.ts';
import type { Difference, Refusal, Unmet } from '../core/refusal.ts';
import { never } from '../core/result.ts';
import { invalidKo } from './invalid.ts';
import { meanwhileText } from './meanwhile.ts';
import { needText } from './need.ts';
import { exactly, moreText, type Page, returnText, when, wonText } from './page.ts';
import { problemText } from './shop-problem.ts';

const lineName = (line: number) => `${line + 1}번째 메뉴`;

/** One difference, as part of a sentence. */
export const differenceKo = (one: Difference, page: Page): string => {
  switch (one.kind) {
    case 'item-gone':
      return `${one.name ?? one.item}: 메뉴에 없음`;
    case 'choice-gone':
      return `${one.name ?? one.choice}: 고를 수 없는 선택지`;
    case 'item-sold-out':
    case 'choice-sold-out': {
      const back = returnText(page, one.until);
      return back === undefined ? `${one.name}: 품절` : `${one.name}: 품절 (판매 재개 ${back})`;
    }
    case 'price-changed':
      return `${one.name}: ${wonText(page, one.was)} → ${wonText(page, one.now)} (${moreText(page, one.was, one.now)})`;
    case 'fee-changed':
      return `배달비: ${wonText(page, one.was)} → ${wonText(page, one.now)} (${moreText(page, one.was, one.now)})`;
    default:
      return never(one);
  }
};

export const unmetKo = (one: Unmet, page: Page): string => {
  switch (one.kind) {
    case 'empty':
      return '담은 메뉴가 없음';
    case 'too-many-lines':
      return `한 번에 ${one.max}가지까지 (지금 ${one.lines}가지)`;
    case 'quantity':
      return `${lineName(one.line)} 수량은 1–99개 (지금 ${one.quantity})`;
    case 'options':
      return `${lineName(one.line)} '${one.name}' 선택 개수: ${one.min === one.max ? one.min : `${one.min}–${one.max}`} (지금 ${one.chosen})`;
    case 'choice-twice':
      return `${lineName(one.line)} 같은 선택지 두 번: ${one.choice}`;
    case 'minimum':
      return `최소 주문 금액 ${wonText(page, one.minimum)}: ${wonText(page, one.missing)} 더 담기`;
    default:
      return never(one);
  }
};

const shutKo = ({ why, opensAt }: Extract<Refusal, { readonly code: 'CLOSED' }>, page: Page): string => {
  const next = opensAt === undefined ? '다른 상점 보기: baedal shops' : `여는 시각: ${when(page, opensAt)}`;
  return `지금은 주문을 받지 않아요 (${page.words.shut[why]}). ${next}`;
};

type Transition = Extract<Refusal, { readonly code: 'INVALID_TRANSITION' }>;
const transitionKo = ({ command, state, at, deadline }: Transition, page: Page): string => {
  const asked = new Map<string, string>(Object.entries(page.words.asked)).get(command) ?? command;
  const found = new Map<string, string>(Object.entries(page.words.state)).get(state) ?? state;
  const since = at === undefined ? '' : `, ${exactly(page, at)}`;
  const late = deadline === undefined ? '' : ` 기한: ${exactly(page, deadline)}.`;
  return `지금은 할 수 없는 일이에요 (요청: ${asked}). 현재 상태: ${found}${since}.${late} 확인: baedal status`;
};

const paymentKo = (refusal: Extract<Refusal, { readonly payment: string }>, page: Page): string => {
  const again = `baedal pay ${refusal.payment}`;
  switch (refusal.code) {
    case 'PAYMENT_DECLINED':
      return `결제가 거절됐어요: ${paymentReasonWords(refusal.reason, 'ko')}. 청구된 돈은 없어요. 다른 카드로 결제하기: ${again} --pay CARD`;
    case 'PAYMENT_UNKNOWN':
      return `결제가 됐는지 아직 알 수 없어요. 새로 주문하지 말고 기다려 주세요 (확인 예정 ${when(page, refusal.retryAt)}). 지금 확인하기: ${again}`;
    case 'PAYMENT_DEFERRED':
      return `지금은 결제할 수 없어 주문 내용을 보관해 두었어요. 청구된 돈은 없어요. ${when(page, refusal.retryAt)} 이후 결제하기: ${again} (${wonText(page, refusal.total)}, 보관 기한 ${when(page, refusal.heldUntil)})`;
    default:
      return never(refusal);
  }
};

/** What happened, and what to do. */
export const refusalKo = (refusal: Refusal, page: Page): string => {
  switch (refusal.code) {
    case 'PRICE_CHANGED':
      return `그사이 값이 바뀌었어요. ${refusal.differences.map((one) => differenceKo(one, page)).join(', ')}. 새 값으로 주문하기: 다시 주문하거나 --accept-changes`;
    case 'AVAILABILITY_CHANGED':
      return `주문할 수 없는 것이 있어요. ${refusal.differences.map((one) => differenceKo(one, page)).join(', ')}. 빼거나 바꿔서 다시 주문하세요 (없는 것 빼기: --drop-missing)`;
    case 'REQUIREMENTS_NOT_MET':
      return `이대로는 주문할 수 없어요. ${refusal.unmet.map((one) => unmetKo(one, page)).join(', ')}. 선택지 보기: baedal menu`;
    case 'CLOSED':
      return shutKo(refusal, page);
    case 'OUT_OF_SERVICE_AREA':
      return `배달 지역 밖이에요: 거리 ${refusal.metres}m, 배달 가능 ${refusal.areaMetres}m. 더 가까운 상점을 고르세요: baedal shops`;
    case 'QUOTE_EXPIRED':
      return `견적 기한이 지났어요 (${when(page, refusal.expiredAt)} 만료). 청구된 돈은 없어요. 다시 주문하세요: baedal order`;
    case 'NOT_FOUND':
      return `찾을 수 없어요 (${page.words.thing[refusal.what]}): ${refusal.id}. 번호나 이름을 확인하세요`;
    case 'NOT_ALLOWED':
      return `이 일을 할 수 있는 사람: ${needText(refusal.need, 'ko')}. --as 옵션으로 누구인지 밝혀 주세요`;
    case 'INVALID_INPUT':
      return invalidKo(refusal.field, refusal.problem);
    case 'INVALID_DOCUMENT':
      return `${refusal.problems.map((one) => problemText(one, 'ko')).join('; ')}. 바꾼 것은 없어요`;
    case 'ALREADY_EXISTS':
      return `이미 있는 상점이에요: ${refusal.id}. 고치기: baedal shop edit ${refusal.id}, 파일로 바꾸기: baedal shop import ${refusal.id} 파일`;
    case 'CHANGED_MEANWHILE':
      return meanwhileText(refusal, page);
    case 'INVALID_TRANSITION':
      return transitionKo(refusal, page);
    case 'TOO_LATE_COOK_STARTED':
      return `이미 조리가 시작되어 취소할 수 없어요 (조리 시작 ${exactly(page, refusal.startedAt)}, 취소 요청 ${exactly(page, refusal.requestedAt)}). 문제가 있으면 상점에 연락해 주세요`;
    case 'IDEMPOTENCY_CONFLICT':
      return `이미 다른 주문에 쓴 키예요: ${refusal.key}. 새 주문이면 다른 --key 값을 쓰세요`;
    case 'CART_NOT_EMPTY':
      return `그 상점 장바구니에 다른 메뉴가 ${refusal.lines}가지 있어요. 확인: baedal cart show ${refusal.shop}, 비우고 담기: --replace`;
    case 'ALREADY_ORDERED':
      return `이 견적으로 이미 주문했어요: ${refusal.order}. 확인: baedal status ${refusal.order}`;
    case 'MISCONFIGURED':
      return `설정이 잘못됐어요: ${refusal.what}. 운영자에게 알려 주세요`;
    case 'BUSY':
      return '다른 작업이 몰려 있어요. 바뀐 것은 없어요. 잠시 뒤 같은 명령을 다시 실행하세요';
    default:
      return paymentKo(refusal, page);
  }
};
