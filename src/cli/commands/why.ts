import type { Recorded } from '../../core/events.ts';
import { eventText } from '../../words/event-text.ts';
import { exactly, type Page } from '../../words/page.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { iso } from '../iso.ts';
import { readId } from '../parse.ts';
import { zoneOf } from '../show/zones.ts';
import { table } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const eventJson = (event: Recorded, page: Page) => ({
  at: iso(event.at),
  type: event.type,
  actor: event.actor,
  causation: event.causation,
  what: eventText(event, page),
  id: event.id,
  position: event.position,
});

const who = ({ actor }: Recorded, page: Page): string => page.words.role[actor.role];

/** The event that it follows from, by its words; a person's command has no event before it. */
const becauseOf = (event: Recorded, known: ReadonlyMap<string, Recorded>, page: Page): string => {
  const cause = known.get(event.causation);
  if (cause) return `← ${page.words.event[cause.type]}`;
  return event.actor.role === 'system' ? '' : `← ${page.words.label.byCommand}`;
};

const run = async (call: Call): Promise<Answered> => {
  const order = readId('order', call.args[0]);
  const house = await call.house();
  const app = house.as(customerOr(call));
  const found = await app.whyOrder(order);
  if (!found.ok) return found;
  const status = await app.orderStatus(order);
  const page = call.page(status.ok && !call.json ? await zoneOf(app, status.value.shop) : undefined);
  const known = new Map(found.value.map((event) => [event.id, event] as const));
  const rows = () =>
    found.value.map((event) => [
      { text: exactly(page, event.at), tone: 'faint' } as const,
      eventText(event, page),
      who(event, page),
      { text: becauseOf(event, known, page), tone: 'faint' } as const,
    ]);
  return answer({ json: found.value.map((event) => eventJson(event, page)), text: () => table(rows(), page.width) });
};

export const why: Verb = {
  usage: 'why <order>',
  about: { ko: '주문에 있었던 일과 그 까닭', en: 'what happened to an order, and because of what' },
  examples: ['why ord_7k2m9p4qrs', 'why ord_7k2m9p4qrs --json'],
  json: '[{at,type,actor:{role,id},causation,what,id,position}]',
  needs: 'see-order',
  run,
};
