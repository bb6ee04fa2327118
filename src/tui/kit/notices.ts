import type { Role } from './theme.ts';

export type Tone = 'info' | 'good' | 'warn' | 'bad';
export type Notice = { readonly text: string; readonly tone: Tone };

/** What is said to the person in passing, in the message line; the last word counts. */
export type Notices = {
  readonly say: (text: string, tone?: Tone) => void;
  readonly clear: () => void;
  readonly current: () => Notice | undefined;
  readonly subscribe: (onChange: () => void) => () => void;
};

const shownMs: Readonly<Record<Tone, number>> = { info: 5_000, good: 5_000, warn: 8_000, bad: 15_000 };

export type Wait = (run: () => void, ms: number) => () => void;
export const byTimer: Wait = (run, ms) => {
  const timer = setTimeout(run, ms);
  // A word that is still shown must not keep the program alive.
  timer.unref();
  return () => clearTimeout(timer);
};

export const createNotices = (wait: Wait = byTimer): Notices => {
  let notice: Notice | undefined;
  let stop: () => void = () => undefined;
  const watchers = new Set<() => void>();
  const set = (next: Notice | undefined) => {
    stop();
    notice = next;
    for (const watch of watchers) watch();
  };
  return {
    say: (text, tone = 'info') => {
      set({ text, tone });
      stop = wait(() => set(undefined), shownMs[tone]);
    },
    clear: () => {
      if (notice) set(undefined);
    },
    current: () => notice,
    subscribe: (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
};

export const toneRole: Readonly<Record<Tone, Role>> = { info: 'text', good: 'good', warn: 'warn', bad: 'bad' };
