import type { Candidate } from './asking.ts';

const bare = (values: readonly string[]): readonly Candidate[] => values.map((value) => ({ value, about: '' }));

/** Placeholder of the usage → what is usual there; anything else may be typed as well. */
const usual: ReadonlyMap<string, readonly string[]> = new Map([
  ['card', ['card_ok', 'card_kakao', 'card_shinhan', 'card_kb', 'card_hyundai', 'card_toss']],
  ['minutes', ['10', '15', '20', '30', '45', '60']],
  ['length', ['30s', '5m', '30m', '1h']],
  ['time', ['30m', '1h', '2h', '18:00', '21:00']],
  ['fault', ['payment=', 'lookup=', 'void=', 'refund=', 'messenger=']],
]);

/** Those whose value is the name of a file. */
export const isFile = (named: string): boolean => named === 'file' || named === 'folder';

/** What stands in the table itself: `ko|en`, the values of the option; names with commas go on behind each comma. */
export const fixedCandidates = (named: string, word: string, values: readonly string[] | undefined): readonly Candidate[] => {
  if (values && named.endsWith('s')) {
    const settled = word.slice(0, word.lastIndexOf(',') + 1);
    const taken = settled.split(',');
    return bare(values.filter((value) => !taken.includes(value)).map((value) => `${settled}${value}`));
  }
  if (values) return bare(values);
  return bare(named.includes('|') ? named.split('|') : (usual.get(named) ?? []));
};
