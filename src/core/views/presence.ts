import { type Instant, later } from '../kinds.ts';

/** When the screens of a shop were last heard of: those that beat lately, and the last sign of any other. */
export type Beats = { readonly screens: Readonly<Record<string, Instant>>; readonly last?: Instant };
export const noBeats: Beats = { screens: {} };

/** Whether somebody's screen at the shop would ring now. Says nothing about whether orders are taken: they always are. */
export type Presence =
  | { readonly state: 'online'; readonly screens: number }
  | { readonly state: 'offline'; readonly since: Instant }
  | { readonly state: 'never' };

const latest = (times: readonly Instant[]): Instant | undefined =>
  times.reduce<Instant | undefined>((last, at) => (last === undefined || at > last ? at : last), undefined);

const isFresh = (beatAt: Instant, now: Instant, staleMs: number): boolean => now < later(beatAt, staleMs);

export const presenceOf = ({ screens, last }: Beats, now: Instant, staleMs: number): Presence => {
  const beats = Object.values(screens);
  const fresh = beats.filter((at) => isFresh(at, now, staleMs)).length;
  if (fresh > 0) return { state: 'online', screens: fresh };
  const since = latest([...beats, ...(last === undefined ? [] : [last])]);
  return since === undefined ? { state: 'never' } : { state: 'offline', since };
};

/** Screens that went silent are folded into `last`, so that it never grows with the years. */
const folded = ({ screens, last }: Beats, isKept: (screen: string, at: Instant) => boolean): Beats => {
  const entries = Object.entries(screens);
  const gone = entries.filter(([screen, at]) => !isKept(screen, at)).map(([, at]) => at);
  const newest = latest([...gone, ...(last === undefined ? [] : [last])]);
  return {
    screens: Object.fromEntries(entries.filter(([screen, at]) => isKept(screen, at))),
    ...(newest !== undefined && { last: newest }),
  };
};

export const withBeat = (beats: Beats, screen: string, now: Instant, staleMs: number): Beats => {
  const kept = folded(beats, (other, at) => other !== screen && isFresh(at, now, staleMs));
  return { ...kept, screens: { ...kept.screens, [screen]: now } };
};

/** A screen that was closed in good order is off at once. */
export const withoutScreen = (beats: Beats, screen: string, now: Instant): Beats => {
  if (!Object.hasOwn(beats.screens, screen)) return beats;
  return { ...folded(beats, (other) => other !== screen), last: now };
};
