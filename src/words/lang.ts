export type Lang = 'ko' | 'en';
export const langs: readonly Lang[] = ['ko', 'en'];

export type Surroundings = Readonly<Record<string, string | undefined>>;

export const parseLang = (text: string): Lang | undefined => langs.find((lang) => lang === text);

/** Korean in a Korean locale, English in every other. The first one that is set decides, as in POSIX. */
export const langOf = (env: Surroundings): Lang => {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^ko([_.@-]|$)/i.test(locale) ? 'ko' : 'en';
};
