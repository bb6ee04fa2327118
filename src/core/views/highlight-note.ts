import { lazyPattern } from '../lazy-pattern.ts';

/** What a cook must not overlook: what could harm somebody, and what is wanted otherwise than on the menu. */
export type Mark = 'allergy' | 'without' | 'change';
export type NotePart = { readonly text: string; readonly mark?: Mark };

const allergens =
  '땅콩|견과류?|호두|잣|갑각류|새우|조개|굴|우유|유제품|계란|달걀|난류|메밀|밀가루|글루텐|복숭아|토마토|아황산|peanuts?|nuts?|shellfish|shrimps?|prawns?|milk|dairy|lactose|eggs?|wheat|gluten|soy|sesame';
const word = '[\\p{L}\\p{N}]';
// English words stand alone; Korean ones carry their particles along.
const patterns = {
  allergy: [
    `(?:(?:${allergens})${word}*\\s*)?(?:알레르기|알러지|알레지|앨러지|아나필락시스)${word}*`,
    `(?<!${word})(?:(?:${allergens})\\s+)?(?:allerg(?:y|ies|ic|en|ens)(?:\\s+to\\s+${word}+)?|anaphyla(?:xis|ctic)|co?eliac|intoleran(?:t|ce)(?:\\s+to\\s+${word}+)?)(?!${word})`,
    `(?:(?:${allergens})${word}*\\s*)(?:못\\s*먹|먹으면\\s*안|안\\s*돼|안\\s*되)${word}*`,
    `(?<!${word})(?:gluten|nut|dairy|lactose|egg|peanut|sesame|soy|wheat)[-\\s]free(?!${word})`,
    `(?<!${word})(?:비건|vegan|할랄|halal|코셔|kosher|임산부|pregnant)${word}*`,
  ],
  without: [
    `(?:${word}{1,8}\\s*[,·]\\s*)*${word}+\\s*(?:빼|제외|말고|넣지\\s*마|넣지\\s*말|없이|안\\s*넣)${word}*(?:\\s*(?:주세요|주셔요|줘요|줘))?`,
    `(?<!${word})(?:no|without|hold(?:\\s+the)?|skip(?:\\s+the)?|leave\\s+out|leave\\s+off)\\s+${word}+(?!${word})`,
  ],
  change: [
    `(?<!${word})(?:안\\s*맵게|맵게|싱겁게|순하게|많이|적게|조금만|반만|따로|바싹|푹|덜|더)(?:\\s*(?:맵|짜|달|익)${word}*)?(?!${word})`,
    `(?<!${word})(?:extra|less|more|on\\s+the\\s+side|well[-\\s]done|half)(?:\\s+${word}+)?(?!${word})`,
  ],
} as const;

const whole = lazyPattern(
  (['allergy', 'without', 'change'] as const).map((mark) => `(?<${mark}>${patterns[mark].join('|')})`).join('|'),
  'giu',
);

const markOf = (groups: Readonly<Record<string, string | undefined>> | undefined): Mark =>
  groups?.['allergy'] !== undefined ? 'allergy' : groups?.['without'] !== undefined ? 'without' : 'change';

/** The note in parts, nothing added and nothing left out. It only points: a note without a mark still has to be read. */
export const highlightNote = (note: string): readonly NotePart[] => {
  const parts: NotePart[] = [];
  let from = 0;
  for (const match of note.matchAll(whole())) {
    if (match[0] === '') continue;
    if (match.index > from) parts.push({ text: note.slice(from, match.index) });
    parts.push({ text: match[0], mark: markOf(match.groups) });
    from = match.index + match[0].length;
  }
  if (from < note.length) parts.push({ text: note.slice(from) });
  return parts;
};

/** Whether anything in these notes could harm somebody: the ticket says so at its head. */
export const warnsOfAllergy = (notes: readonly (string | undefined)[]): boolean =>
  notes.some((note) => note !== undefined && highlightNote(note).some(({ mark }) => mark === 'allergy'));
