/** Text that roff takes as it is: no command, no escape, and a dash stays a dash. */
export const plain = (text: string): string => {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped;
};
const bold = (text: string): string => `\\fB${plain(text).replace(/^\\&/, '')}\\fR`;

/** A heading is a paragraph's beginning by itself. */
const under = (head: string, body: readonly string[]): readonly string[] => [head, ...(body[0] === '.PP' ? body.slice(1) : body)];
export const section = (title: string, body: readonly string[]): readonly string[] => under(`.SH ${plain(title)}`, body);
export const subsection = (title: string, body: readonly string[]): readonly string[] => under(`.SS ${plain(title)}`, body);
export const paragraph = (text: string): readonly string[] => ['.PP', plain(text)];
/** What has no blanks may be broken behind its commas. */
export const dense = (text: string): readonly string[] => ['.PP', plain(text).replaceAll(',', ',\\:')];
/** A term, and what it is below it. */
export const term = (name: string, about: string): readonly string[] => ['.TP', bold(name), plain(about)];
/** As it would be typed. */
export const typed = (lines: readonly string[]): readonly string[] => ['.PP', '.nf', '.RS 4', ...lines.map(plain), '.RE', '.fi'];

/** Ragged and unhyphenated: command names must not be broken, and Korean has no hyphens. */
export const titled = (name: string, version: string, manual: string, body: readonly string[]): string =>
  [`.TH "${name.toUpperCase()}" "1" "" "baedal ${version}" "${manual}"`, '.ad l', '.nh', ...body, ''].join('\n');
