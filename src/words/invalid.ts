/** What the core says is wrong with an input, and which; it says so in English. */
const problems = new Map<string, string>([
  ['it is empty', '비어 있어요'],
  ['it is taken', '이미 쓰는 이름이에요'],
  ['30 at most', '30개까지 저장할 수 있어요'],
  ['the name of a registered card, never a card number', '등록된 카드의 이름을 적으세요. 카드 번호는 안 돼요'],
  ['digits, + and - only, 20 at most', '숫자, +, - 만으로 20자까지 적으세요'],
  ['whole minutes from 1 to 240', '1–240 범위의 정수를 적으세요 (분)'],
]);
const fields = new Map<string, string>([
  ['label', '이름'],
  ['name', '이름'],
  ['address', '주소'],
  ['method', '카드'],
  ['phone', '전화'],
  ['usual', '단골 메뉴'],
]);

/** Beside the field itself, which needs no name there. */
export const problemKo = (problem: string): string => problems.get(problem) ?? problem;
export const invalidKo = (field: string, problem: string): string => `${fields.get(field) ?? field}: ${problemKo(problem)}`;
