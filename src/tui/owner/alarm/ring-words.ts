import type { Lang } from '../../../words/lang.ts';
import type { Ring } from './what-rings.ts';

/** For the desktop and the title of the window: what rings, in a few words, and of nobody in person. */
export type RingWords = {
  readonly kind: Readonly<Record<Ring['kind'], string>>;
  readonly many: (what: string, count: number) => string;
};

const ko: RingWords = {
  kind: { new: '새 주문', 'stop-cooking': '조리 중지!', 'delivery-failed': '배달 실패' },
  many: (what, count) => `${what} ${count}건`,
};
const en: RingWords = {
  kind: { new: 'new order', 'stop-cooking': 'STOP COOKING', 'delivery-failed': 'delivery failed' },
  many: (what, count) => (count === 1 ? what : `${what} ×${count}`),
};
const all: Readonly<Record<Lang, RingWords>> = { ko, en };

const kinds = ['stop-cooking', 'delivery-failed', 'new'] as const;

/** `한끼 김치찌개 · 조리 중지! 1건 · 새 주문 2건`; the worst first, and nothing when nothing rings. */
export const ringText = (rings: readonly Ring[], lang: Lang): string => {
  const words = all[lang];
  const shops = [...new Set(rings.map(({ shopName }) => shopName))];
  const counted = kinds.flatMap((kind) => {
    const count = rings.filter((ring) => ring.kind === kind).length;
    return count === 0 ? [] : [words.many(words.kind[kind], count)];
  });
  return counted.length === 0 ? '' : [...shops, ...counted].join(' · ');
};
