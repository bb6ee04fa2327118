import type { Lang } from '../../../words/lang.ts';

export type ProfileWords = {
  readonly title: string;
  readonly panel: string;
  readonly person: string;
  readonly addresses: string;
  readonly methods: string;
  readonly usuals: string;
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  readonly languageIs: string;
  readonly notSaid: string;
  readonly addAddress: string;
  readonly addMethod: string;
  readonly noUsual: string;
  readonly isDefault: string;
  readonly edit: string;
  readonly add: string;
  readonly change: string;
  readonly order: string;
  readonly rename: string;
  readonly makeDefault: string;
  readonly remove: string;
  readonly next: string;
  readonly save: string;
  readonly leave: string;
  readonly label: string;
  readonly labelHint: string;
  readonly address: string;
  readonly addressHint: string;
  readonly riderNote: string;
  readonly riderNoteHint: string;
  readonly card: string;
  readonly cardHint: string;
  readonly cardLabelHint: string;
  readonly cardAbout: string;
  readonly nameHint: string;
  readonly phoneHint: string;
  readonly personTitle: string;
  readonly personAbout: string;
  readonly addressTitle: string;
  readonly methodTitle: string;
  readonly renameTitle: string;
  readonly labelTaken: string;
  readonly saved: (what: string) => string;
  readonly removed: (what: string) => string;
  readonly madeDefault: (what: string) => string;
  readonly removeTitle: (what: string) => string;
  readonly removeText: string;
  readonly removeYes: string;
  readonly keep: string;
  readonly notThis: string;
  readonly already: string;
  readonly notNow: string;
};

const ko: ProfileWords = {
  title: '내 정보',
  panel: '내 정보',
  person: '나',
  addresses: '배달 주소',
  methods: '결제 카드',
  usuals: '단골 메뉴',
  name: '이름',
  phone: '전화',
  language: '언어',
  languageIs: '한국어',
  notSaid: '아직 없어요',
  addAddress: '주소 추가',
  addMethod: '카드 추가',
  noUsual: '주문(o)에서 s를 누르면 단골 메뉴로 저장돼요',
  isDefault: '기본',
  edit: '고치기',
  add: '추가',
  change: '바꾸기',
  order: '주문',
  rename: '이름 바꾸기',
  makeDefault: '기본으로',
  remove: '지우기',
  next: '다음',
  save: '저장',
  leave: '닫기',
  label: '이름',
  labelHint: '집, 회사 …',
  address: '주소',
  addressHint: '서울 마포구 양화로 1, 301호',
  riderNote: '라이더에게',
  riderNoteHint: '늘 남길 말 (없어도 돼요)',
  card: '카드',
  cardHint: 'card_ok',
  cardLabelHint: '국민카드 …',
  cardAbout: '카드 번호가 아니라 결제사에 등록된 카드의 이름을 적어요. 시험 은행이 아는 카드: card_ok, card_kakao, card_kb, card_toss',
  nameHint: '받는 사람',
  phoneHint: '010-1234-5678',
  personTitle: '이름과 전화',
  personAbout: '가게와 라이더가 주문에서 보게 돼요. 비워 두어도 돼요.',
  addressTitle: '배달 주소',
  methodTitle: '결제 카드',
  renameTitle: '단골 메뉴 이름',
  labelTaken: '이미 쓰는 이름이에요. 다른 이름을 써 주세요.',
  saved: (what) => `저장했어요: ${what}`,
  removed: (what) => `지웠어요: ${what}`,
  madeDefault: (what) => `기본으로 정했어요: ${what}`,
  removeTitle: (what) => `지울까요? ${what}`,
  removeText: '저장한 것만 지워요. 지난 주문은 그대로예요.',
  removeYes: '지우기',
  keep: '그대로 두기',
  notThis: '여기서는 할 수 없어요. 주소나 카드를 고르세요.',
  already: '이미 기본이에요.',
  notNow: '지금은 저장하지 못했어요. 바뀐 것은 없어요. 잠시 뒤 다시 해 주세요.',
};

const en: ProfileWords = {
  title: 'Profile',
  panel: 'About you',
  person: 'You',
  addresses: 'Addresses',
  methods: 'Cards',
  usuals: 'Usuals',
  name: 'Name',
  phone: 'Phone',
  language: 'Language',
  languageIs: 'English',
  notSaid: 'not said yet',
  addAddress: 'add an address',
  addMethod: 'add a card',
  noUsual: 'In your orders (o), press s to keep one as a usual',
  isDefault: 'default',
  edit: 'edit',
  add: 'add',
  change: 'change',
  order: 'order',
  rename: 'rename',
  makeDefault: 'make default',
  remove: 'remove',
  next: 'next',
  save: 'save',
  leave: 'close',
  label: 'Name',
  labelHint: 'home, work …',
  address: 'Address',
  addressHint: '1 Yanghwa-ro, Mapo-gu, Seoul',
  riderNote: 'To the rider',
  riderNoteHint: 'every time, if you like',
  card: 'Card',
  cardHint: 'card_ok',
  cardLabelHint: 'my card …',
  cardAbout:
    'The name of a card that the payment company knows, never its number. The sandbox bank knows card_ok, card_kakao, card_kb, card_toss',
  nameHint: 'who takes it',
  phoneHint: '010-1234-5678',
  personTitle: 'Name and phone',
  personAbout: 'The shop and the rider see them with your order. They may stay empty.',
  addressTitle: 'Address',
  methodTitle: 'Card',
  renameTitle: 'Name of the usual',
  labelTaken: 'You have one of this name. Choose another one.',
  saved: (what) => `saved: ${what}`,
  removed: (what) => `removed: ${what}`,
  madeDefault: (what) => `used by default: ${what}`,
  removeTitle: (what) => `Remove ${what}?`,
  removeText: 'Only what is kept here goes; your orders stay as they are.',
  removeYes: 'remove',
  keep: 'keep it',
  notThis: 'Not here. Choose an address or a card.',
  already: 'It is the default already.',
  notNow: 'It could not be saved just now; nothing has changed. Please try again in a moment.',
};

const all: Readonly<Record<Lang, ProfileWords>> = { ko, en };
export const profileWords = (lang: Lang): ProfileWords => all[lang];
