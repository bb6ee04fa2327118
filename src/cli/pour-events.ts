import type { App } from '../core/app.ts';
import type { EventType, Recorded } from '../core/events.ts';
import type { OrderId } from '../core/kinds.ts';
import type { Refusal } from '../core/refusal.ts';
import { ok, type Result } from '../core/result.ts';
import type { Cursor } from '../core/use-cases/cursors.ts';
import { exits } from './exit.ts';
import { steadily } from './steadily.ts';
import { Stop } from './stop.ts';

const page = 500;

/** How far it has got; with a cursor, that is kept for the next time. */
export type Place = { readonly after: number; readonly cursor?: Cursor };
export type Pouring = {
  readonly app: App;
  readonly order?: OrderId;
  readonly types?: ReadonlySet<EventType>;
  /** Kept after every event, or after a page of them. */
  readonly keeps: 'event' | 'page';
  /** False: enough, this one was not dealt with. */
  readonly deliver: (event: Recorded) => Promise<boolean>;
};

const elsewhere = ({ consumer }: Cursor): Stop =>
  new Stop(
    'CURSOR_MOVED',
    exits.later,
    {
      ko: `다른 프로그램이 '${consumer}' 이름으로 읽고 있어요. 이 프로그램은 멈춰요`,
      en: `Another program reads as '${consumer}'; this one stops`,
    },
    { consumer },
  );

const keep = async (app: App, { cursor }: Place, after: number): Promise<Result<Place, Refusal>> => {
  if (!cursor || cursor.position === after) return ok({ after, ...(cursor && { cursor }) });
  const moved = await steadily(() => app.moveCursor(cursor, after));
  if (moved === 'moved') throw elsewhere(cursor);
  return moved.ok ? ok({ after, cursor: moved.value }) : moved;
};

type Poured = Result<{ readonly place: Place; readonly more: boolean }, Refusal>;

const pourPage = async (pouring: Pouring, from: Place): Promise<Poured> => {
  const { app, order, types, keeps, deliver } = pouring;
  const found = await steadily(() => app.readEvents({ after: from.after, limit: page, ...(order && { order }) }));
  if (!found.ok) return found;
  let place = from;
  let after = from.after;
  for (const event of found.value) {
    if (!types || types.has(event.type)) {
      if (!(await deliver(event))) return ok({ place, more: false });
      if (keeps === 'event') {
        const kept = await keep(app, place, event.position);
        if (!kept.ok) return kept;
        place = kept.value;
      }
    }
    after = event.position;
  }
  // What was passed by counts as seen.
  const kept = await keep(app, place, after);
  return kept.ok ? ok({ place: kept.value, more: found.value.length === page }) : kept;
};

/** Delivers what there is behind the place, and tells the new one. */
export const pour = async (pouring: Pouring, from: Place): Promise<Result<Place, Refusal>> => {
  let place = from;
  for (;;) {
    const poured = await pourPage(pouring, place);
    if (!poured.ok) return poured;
    place = poured.value.place;
    if (!poured.value.more) return ok(place);
  }
};
