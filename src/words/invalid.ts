/** What the core says is wrong with an input, and which; it says so in English. */
const problems = new Map<string, string>([
  ['it is empty', '비어 있어요'],
  ['it is taken', '이미 쓰는 이름이에요'],
  ['30 at most', '30개까지 저장할 수 있어요'],
  ['the name of a registered card, never a card number', '등록된 카드의 이름을 적으세요. 카드 번호는 안 돼요'],
  ['digits, + and - only, 20 at most', '숫자, +, - 만으로 20자까지 적으세요'],
  ['the ticket has no such line', '주문서에 그런 줄이 없어요'],
  ['small letters, digits, _ . - only, 40 at most', '영어 소문자, 숫자, _ . - 만으로 40자까지 적으세요'],
  ['only ITEM_SOLD_OUT names what is sold out', '품절된 것은 품절 사유(ITEM_SOLD_OUT)로 거절할 때만 적어요'],
  ['it is past', '이미 지난 때예요'],
  ['the shop has no printer', '프린터가 없어요. 먼저 정하세요: baedal shop printer'],
  ['whole minutes from 1 to 240', '1–240 범위의 정수를 적으세요 (분)'],
]);
const fields = new Map<string, string>([
  ['label', '이름'],
  ['name', '이름'],
  ['address', '주소'],
  ['method', '카드'],
  ['phone', '전화'],
  ['usual', '단골 메뉴'],
  ['line', '줄'],
  ['screen', '화면 이름'],
  ['reason', '사유'],
  ['printer', '프린터'],
  ['until', '언제까지'],
]);

/** Beside the field itself, which needs no name there. */
export const problemKo = (problem: string): string => problems.get(problem) ?? problem;
export const invalidKo = (field: string, problem: string): string => `${fields.get(field) ?? field}: ${problemKo(problem)}`;
