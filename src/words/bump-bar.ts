import type { Lang } from './lang.ts';

/** What the keys of a bump bar can do; each screen has those that mean something on it. */
export const deeds = [
  'bump',
  'accept',
  'reject',
  'recall',
  'delay',
  'mark',
  'undo',
  'silence',
  'focus',
  'print',
  'sort',
  'late',
  'all-day',
  'menu',
  'shop',
  'day',
  'next-shop',
  'open',
  'pause',
  'close',
  'back',
  'up',
  'down',
  'left',
  'right',
] as const;
export type Deed = (typeof deeds)[number];
/** Which key, by its name, does what. */
export type BumpBar = ReadonlyMap<string, Deed>;

/** What was wrong with a mapping: a pair that is none, a key or a deed that is not known, a key that is to do two things. */
export type BumpBarProblem = { readonly pair: string; readonly what: 'pair' | 'key' | 'deed' | 'twice' };

const arrows = ['up', 'down', 'left', 'right'];
const named = [...arrows, ...['enter', 'esc', 'tab', 'shift-tab', 'space', 'backspace', 'delete', 'home', 'end', 'pageup', 'pagedown']];
const signs = '!?/:+-=.,[]<>*#_';

/** Whether there is a key of this name: for what people write into a configuration. */
export const isKey = (name: string): boolean => {
  // Ctrl-C is the way out, whatever is mapped.
  if (name.startsWith('ctrl-')) return /^ctrl-[abd-z]$/.test(name) || arrows.includes(name.slice('ctrl-'.length));
  if (name.startsWith('shift-') && name !== 'shift-tab') return arrows.includes(name.slice('shift-'.length));
  return /^[a-zA-Z0-9]$/.test(name) || (name.length === 1 && signs.includes(name)) || named.includes(name);
};

const pairOf = (pair: string): readonly [string, Deed] | BumpBarProblem => {
  // The key itself may be `=`.
  const at = pair.indexOf('=', 1);
  if (at === -1) return { pair, what: 'pair' };
  const key = pair.slice(0, at);
  const deed = deeds.find((one) => one === pair.slice(at + 1));
  if (!isKey(key)) return { pair, what: 'key' };
  return deed ? [key, deed] : { pair, what: 'deed' };
};

/** `1=bump 2=recall F=focus`: which key of the bar does what. */
export const readBumpBar = (text: string): BumpBar | BumpBarProblem => {
  const bar = new Map<string, Deed>();
  for (const pair of text.split(/[\s,]+/).filter((one) => one !== '')) {
    const read = pairOf(pair);
    if ('what' in read) return read;
    const [key, deed] = read;
    if (bar.has(key)) return { pair, what: 'twice' };
    bar.set(key, deed);
  }
  return bar;
};

/** What is to be written instead. */
export const bumpBarProblem = ({ pair, what }: BumpBarProblem, lang: Lang): string => {
  const all = deeds.join(', ');
  const said = {
    pair: { ko: '키=동작 꼴로 적으세요 (1=bump)', en: 'write key=deed (1=bump)' },
    key: { ko: '그런 키는 없어요 (1, a, A, space, up 같은 이름)', en: 'there is no such key (names such as 1, a, A, space, up)' },
    deed: { ko: `그런 동작은 없어요. 이 중에서 고르세요: ${all}`, en: `there is no such deed; choose of ${all}` },
    twice: { ko: '이 키는 이미 다른 동작에 쓰였어요', en: 'this key does something already' },
  }[what][lang];
  return `'${pair}': ${said}`;
};
