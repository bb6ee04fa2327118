import type { Lang } from '../../words/lang.ts';

/** The language in which everything is drawn; a change is drawn at once, and kept for the next time. */
export const createLangStore = (first: Lang, keep: (lang: Lang) => void) => {
  let lang = first;
  const watchers = new Set<() => void>();
  return {
    get: () => lang,
    set: (next: Lang) => {
      if (next === lang) return;
      lang = next;
      keep(next);
      for (const watch of watchers) watch();
    },
    subscribe: (onChange: () => void) => {
      watchers.add(onChange);
      return () => {
        watchers.delete(onChange);
      };
    },
  };
};
export type LangStore = ReturnType<typeof createLangStore>;
