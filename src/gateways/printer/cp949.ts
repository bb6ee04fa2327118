import { textWidth } from '../../core/text-width.ts';

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const trails = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x81, 0xfe],
] as const;
/** Rows from here on leave their last trail bytes to KS X 1001. */
const shortRow = 0xa1;
const shortTrail = 0xa0;

/** The part that everybody has: KS X 1001, which the platform can read, without what users define for themselves. */
const readStandard = (): Map<number, number> => {
  const codes = new Map<number, number>();
  const decoder = new TextDecoder('euc-kr', { fatal: true });
  for (let lead = 0xa1; lead <= 0xfd; lead++) {
    if (lead === 0xc9) continue;
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      try {
        const [character = '', ...more] = decoder.decode(Uint8Array.of(lead, trail));
        if (more.length === 0) codes.set(character.codePointAt(0) ?? 0, lead * 256 + trail);
      } catch {
        // Nothing stands in this place of the table.
      }
    }
  }
  return codes;
};

/** The extension holds the other syllables (똠, 뷁) in their order; Node's `euc-kr` does not know it. */
const addExtension = (codes: Map<number, number>): void => {
  let syllable = firstSyllable;
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (const [from, to] of trails) {
      for (let trail = from; trail <= (lead < shortRow ? to : Math.min(to, shortTrail)); trail++) {
        while (codes.has(syllable)) syllable++;
        if (syllable > lastSyllable) return;
        codes.set(syllable++, lead * 256 + trail);
      }
    }
  }
};

let table: ReadonlyMap<number, number> | undefined;
const tableOf = (): ReadonlyMap<number, number> => {
  if (table) return table;
  const codes = readStandard();
  addExtension(codes);
  table = codes;
  return codes;
};

const isPrintable = (code: number): boolean => code >= 0x20 && code <= 0x7e;
const narrowGap = [0x3f];
/** Where ASCII has its backslash, Korean characters (KS X 1003) have the sign of the won. */
const wonSign = [0x5c];
/** □, as wide as what is missing. */
const wideGap = [0xa1, 0xe0];

const bytesOf = (character: string): readonly number[] => {
  const point = character.codePointAt(0) ?? 0;
  if (isPrintable(point)) return [point];
  if (character === '₩') return wonSign;
  const code = point < 0x80 ? undefined : tableOf().get(point);
  if (code !== undefined) return [code >> 8, code & 0xff];
  const width = textWidth(character);
  return width === 2 ? wideGap : width === 1 ? narrowGap : [];
};

/** The text as Korean printers read it. No byte of it is a control: whatever has no place in the table becomes `?` or □. */
export const toCp949 = (text: string): Uint8Array => Uint8Array.from([...text.normalize('NFC')].flatMap(bytesOf));
