import { initialOf, isInitial, jamoOf, jamoOfKey, keysOfHangul } from './jamo.ts';

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, '');

/** Each letter of the query stands for a letter of the text, a lone consonant for a syllable that begins with it; the last one may be half typed. */
const startsAt = (text: readonly string[], from: number, query: readonly string[]): boolean => {
  const last = query.length - 1;
  return query.every((letter, at) => {
    const there = text[from + at];
    if (there === undefined) return false;
    if (letter === there || (isInitial(letter) && initialOf(there) === letter)) return true;
    // While 라면 is typed, 람 stands there for a moment: the last syllable is compared by its keys, over the ones that follow.
    return at === last && jamoOf(text.slice(from + at, from + at + 3).join('')).startsWith(jamoOf(letter));
  });
};

const found = (text: readonly string[], query: readonly string[]): boolean => text.some((_letter, from) => startsAt(text, from, query));

/** `rlacl`, typed with the Latin layout on, as the Hangul it was meant for; undefined when not every letter is a key. */
const asHangul = (query: string): string | undefined => {
  const jamo = [...query].map((key) => jamoOfKey.get(key));
  return jamo.every((one) => one !== undefined) ? jamo.join('') : undefined;
};

const foundInHangul = (text: readonly string[], jamo: string): boolean => {
  if ([...jamo].every(isInitial)) return found(text, [...jamo]);
  return text.some((_letter, from) => jamoOf(text.slice(from, from + jamo.length).join('')).startsWith(jamo));
};

const termFound = (text: string, raw: string): boolean => {
  const query = plain(raw);
  const letters = [...text];
  if (text.includes(query) || found(letters, [...query])) return true;
  const hangul = asHangul(raw) ?? asHangul(query);
  if (hangul !== undefined && foundInHangul(letters, hangul)) return true;
  const latin = keysOfHangul(query)?.join('').toLowerCase();
  return latin !== undefined && latin.length > 1 && text.includes(latin);
};

/** Whether a name is what somebody looks for: by part, by first consonants, half typed, or typed with the other layout on. */
export const matches = (name: string, query: string): boolean => {
  const text = plain(name);
  return query
    .normalize('NFC')
    .split(/\s+/)
    .filter((term) => term !== '')
    .every((term) => termFound(text, term));
};
