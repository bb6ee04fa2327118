import type { Lang } from '../../../words/lang.ts';

export type WhyWords = {
  readonly title: (shop: string) => string;
  readonly panel: string;
  readonly followed: (what: string, at: string) => string;
  readonly byItself: string;
  readonly wasAsked: (who: string) => string;
};

const ko: WhyWords = {
  title: (shop) => `지난 일 · ${shop}`,
  panel: '있었던 일과 그 까닭',
  followed: (what, at) => `까닭: ${what} (${at})`,
  byItself: '때가 되어 저절로',
  wasAsked: (who) => `${who} 요청`,
};

const en: WhyWords = {
  title: (shop) => `History · ${shop}`,
  panel: 'What happened, and why',
  followed: (what, at) => `because of: ${what} (${at})`,
  byItself: 'by itself, when its time came',
  wasAsked: (who) => `asked for by: ${who}`,
};

const all: Readonly<Record<Lang, WhyWords>> = { ko, en };
export const whyWords = (lang: Lang): WhyWords => all[lang];
