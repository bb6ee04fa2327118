import type { Lang } from '../../../words/lang.ts';

export type SheetWords = {
  readonly addressTitle: string;
  readonly newAddress: string;
  readonly addressField: string;
  readonly addressPlaceholder: string;
  readonly addressMissing: string;
  readonly addressName: string;
  readonly addressNamePlaceholder: string;
  readonly cardTitle: string;
  readonly newCard: string;
  readonly cardField: string;
  readonly cardPlaceholder: string;
  readonly cardMissing: string;
  readonly cardName: string;
  readonly cardNamePlaceholder: string;
  readonly cardAbout: string;
  readonly kept: string;
  readonly home: string;
  readonly noteTitle: string;
  readonly notePlaceholder: string;
  readonly riderTitle: string;
  readonly riderPlaceholder: string;
  readonly save: string;
  readonly pick: string;
  readonly next: string;
  readonly done: string;
  readonly chosen: string;
  readonly back: string;
};

const ko: SheetWords = {
  addressTitle: '어디로 보낼까요?',
  newAddress: '새 주소 쓰기',
  addressField: '주소',
  addressPlaceholder: '서울 마포구 양화로 1, 301호',
  addressMissing: '어디로 보낼지 써 주세요.',
  addressName: '이름',
  addressNamePlaceholder: '집 (비우면 저장하지 않아요)',
  cardTitle: '무엇으로 결제할까요?',
  newCard: '다른 카드 쓰기',
  cardField: '카드',
  cardPlaceholder: 'card_kakao',
  cardMissing: '결제사에 등록된 카드 이름을 써 주세요. 카드 번호는 쓰지 마세요.',
  cardName: '이름',
  cardNamePlaceholder: '월급 카드 (비우면 저장하지 않아요)',
  cardAbout: '카드 번호가 아니라 결제사에 등록된 카드 이름이에요. 연습용: card_ok, card_kakao, card_kb, card_toss',
  kept: '이름을 붙이면 다음에도 골라 쓸 수 있어요.',
  home: '집',
  noteTitle: '가게에 남길 말',
  notePlaceholder: '수저는 빼 주세요',
  riderTitle: '라이더에게 남길 말',
  riderPlaceholder: '문 앞에 놓고 벨을 눌러 주세요',
  save: '정하기',
  pick: '고르기',
  next: '다음 칸',
  done: '다 썼어요',
  chosen: '지금',
  back: '뒤로',
};

const en: SheetWords = {
  addressTitle: 'Where to?',
  newAddress: 'a new address',
  addressField: 'Address',
  addressPlaceholder: '1 Yanghwa-ro, Mapo-gu, Seoul',
  addressMissing: 'Please say where it is to be brought.',
  addressName: 'Name',
  addressNamePlaceholder: 'home (leave empty to keep nothing)',
  cardTitle: 'How do you pay?',
  newCard: 'another card',
  cardField: 'Card',
  cardPlaceholder: 'card_kakao',
  cardMissing: 'Its name at the payment company, please; never a card number.',
  cardName: 'Name',
  cardNamePlaceholder: 'my card (leave empty to keep nothing)',
  cardAbout: 'Its name at the payment company, never a card number. To practice: card_ok, card_kakao, card_kb, card_toss',
  kept: 'With a name you can choose it the next time.',
  home: 'home',
  noteTitle: 'A note to the shop',
  notePlaceholder: 'no cutlery, please',
  riderTitle: 'A note to the rider',
  riderPlaceholder: 'leave it at the door and ring',
  save: 'take it',
  pick: 'choose',
  next: 'next field',
  done: 'done',
  chosen: 'now',
  back: 'back',
};

const all: Readonly<Record<Lang, SheetWords>> = { ko, en };
export const sheetWords = (lang: Lang): SheetWords => all[lang];
