import type { Recorded } from '../../../core/events.ts';
import type { EventId } from '../../../core/kinds.ts';
import { eventText } from '../../../words/event-text.ts';
import { exactly, type Page } from '../../../words/page.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { ListItem } from '../../kit/list-state.ts';
import type { Cell } from '../../kit/rows.ts';
import type { WhyWords } from './why-words.ts';

/** One thing that happened, and where it hangs in the tree of causes. */
export type WhyRow = ListItem & {
  readonly event: Recorded;
  readonly cause: Recorded | undefined;
  /** Of each branch from the root to here: whether it is the last one of its cause. */
  readonly path: readonly boolean[];
};

/** What followed from what: a person's doing first, below it all that came of it, in the order in which it came. */
export const whyRows = (events: readonly Recorded[]): readonly WhyRow[] => {
  const known = new Map<string, Recorded>(events.map((event) => [event.id, event]));
  const causeOf = (event: Recorded) => (event.causation === event.id ? undefined : known.get(event.causation));
  const following = Map.groupBy(events, (event): EventId | undefined => causeOf(event)?.id);
  const rowsOf = (event: Recorded, cause: Recorded | undefined, path: readonly boolean[]): readonly WhyRow[] => {
    const next = following.get(event.id) ?? [];
    return [{ id: event.id, event, cause, path }, ...next.flatMap((child, at) => rowsOf(child, event, [...path, at === next.length - 1]))];
  };
  return (following.get(undefined) ?? []).flatMap((root) => rowsOf(root, undefined, []));
};

/** The lines of the tree before a row. */
export const branches = (path: readonly boolean[], glyphs: Glyphs): string =>
  path
    .map((isLast, at) => {
      if (at === path.length - 1) return `${isLast ? glyphs.lastBranch : glyphs.branch}${glyphs.line} `;
      return isLast ? '   ' : `${glyphs.track}  `;
    })
    .join('');

export const whoDid = ({ actor }: Recorded, page: Page): string => page.words.role[actor.role];

const roomForWho = 60;

export const whyCells = ({ event, path }: WhyRow, page: Page, glyphs: Glyphs, width: number): readonly Cell[] => [
  { text: `${exactly(page, event.at)}  `, role: 'dim' },
  { text: branches(path, glyphs), role: 'dim' },
  { text: eventText(event, page), grow: true },
  ...(width < roomForWho ? [] : [{ text: ` ${whoDid(event, page)}`, role: 'dim' } as const]),
];

/** How the one under the cursor came about, in words. */
export const becauseText = ({ event, cause }: WhyRow, page: Page, words: WhyWords): string => {
  if (cause) return words.followed(page.words.event[cause.type], exactly(page, cause.at));
  return event.actor.role === 'system' ? words.byItself : words.wasAsked(whoDid(event, page));
};
