// The two-set keyboard, which is on nearly every Korean desk: jamo by the key that types it.
const plainKeys = 'ㅂqㅈwㄷeㄱrㅅtㅛyㅕuㅑiㅐoㅔpㅁaㄴsㅇdㄹfㅎgㅗhㅓjㅏkㅣlㅋzㅌxㅊcㅍvㅠbㅜnㅡm';
const shiftedKeys = 'ㅃQㅉWㄸEㄲRㅆTㅒOㅖP';
const pairs = (text: string) => Array.from({ length: text.length / 2 }, (_, at) => [text.charAt(2 * at), text.charAt(2 * at + 1)] as const);
export const keyOfJamo: ReadonlyMap<string, string> = new Map([...pairs(plainKeys), ...pairs(shiftedKeys)]);
export const jamoOfKey: ReadonlyMap<string, string> = new Map(
  [...keyOfJamo].flatMap(([jamo, key]) => [[key, jamo] as const, ...(jamoHasNoShift(key) ? [[key.toUpperCase(), jamo] as const] : [])]),
);
function jamoHasNoShift(key: string): boolean {
  return key === key.toLowerCase() && !shiftedKeys.includes(key.toUpperCase());
}

const initials = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const vowels = [
  'ㅏ',
  'ㅐ',
  'ㅑ',
  'ㅒ',
  'ㅓ',
  'ㅔ',
  'ㅕ',
  'ㅖ',
  'ㅗ',
  'ㅗㅏ',
  'ㅗㅐ',
  'ㅗㅣ',
  'ㅛ',
  'ㅜ',
  'ㅜㅓ',
  'ㅜㅔ',
  'ㅜㅣ',
  'ㅠ',
  'ㅡ',
  'ㅡㅣ',
  'ㅣ',
];
const finals = [
  '',
  'ㄱ',
  'ㄲ',
  'ㄱㅅ',
  'ㄴ',
  'ㄴㅈ',
  'ㄴㅎ',
  'ㄷ',
  'ㄹ',
  'ㄹㄱ',
  'ㄹㅁ',
  'ㄹㅂ',
  'ㄹㅅ',
  'ㄹㅌ',
  'ㄹㅍ',
  'ㄹㅎ',
  'ㅁ',
  'ㅂ',
  'ㅂㅅ',
  'ㅅ',
  'ㅆ',
  'ㅇ',
  'ㅈ',
  'ㅊ',
  'ㅋ',
  'ㅌ',
  'ㅍ',
  'ㅎ',
];
const compound: ReadonlyMap<string, string> = new Map([
  ['ㅘ', 'ㅗㅏ'],
  ['ㅙ', 'ㅗㅐ'],
  ['ㅚ', 'ㅗㅣ'],
  ['ㅝ', 'ㅜㅓ'],
  ['ㅞ', 'ㅜㅔ'],
  ['ㅟ', 'ㅜㅣ'],
  ['ㅢ', 'ㅡㅣ'],
  ['ㄳ', 'ㄱㅅ'],
  ['ㄵ', 'ㄴㅈ'],
  ['ㄶ', 'ㄴㅎ'],
  ['ㄺ', 'ㄹㄱ'],
  ['ㄻ', 'ㄹㅁ'],
  ['ㄼ', 'ㄹㅂ'],
  ['ㄽ', 'ㄹㅅ'],
  ['ㄾ', 'ㄹㅌ'],
  ['ㄿ', 'ㄹㅍ'],
  ['ㅀ', 'ㄹㅎ'],
  ['ㅄ', 'ㅂㅅ'],
]);

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const syllableAt = (character: string): number | undefined => {
  const code = character.codePointAt(0) ?? 0;
  return code >= firstSyllable && code <= lastSyllable ? code - firstSyllable : undefined;
};

/** The first consonant of a syllable; undefined for anything else. */
export const initialOf = (character: string): string | undefined => {
  const at = syllableAt(character);
  return at === undefined ? undefined : initials[Math.floor(at / 588)];
};

export const isInitial = (character: string): boolean => initials.includes(character);

/** Hangul taken apart into what is typed for it, key by key; other characters stay. */
export const jamoOf = (text: string): string => {
  let out = '';
  for (const character of text) {
    const at = syllableAt(character);
    if (at === undefined) out += compound.get(character) ?? character;
    else out += (initials[Math.floor(at / 588)] ?? '') + (vowels[Math.floor(at / 28) % 21] ?? '') + (finals[at % 28] ?? '');
  }
  return out;
};

/** The keys under the fingers that typed this Hangul; undefined when it is none. `버` is q and j: an input method sends whole syllables. */
export const keysOfHangul = (text: string): readonly string[] | undefined => {
  const keys = [...jamoOf(text)].map((jamo) => keyOfJamo.get(jamo));
  const known = keys.filter((key) => key !== undefined);
  return known.length > 0 && known.length === keys.length ? known : undefined;
};
