import type { App } from '../../core/app.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import type { Call } from '../call.ts';
import { type Answered, answer } from '../verb.ts';
import { statusSpan } from './status-text.ts';
import { apart, deadline, type Shown, ticketJson, ticketLines } from './ticket.ts';
import { zoneOf } from './zones.ts';

const empty = { ko: '지금은 나를 배달이 없어요', en: 'There is nothing to deliver now' } as const;

/** Rides, the oldest first. */
export const riderBoardAnswer = async (found: Result<readonly Shown[], Refusal>, app: App, call: Call): Promise<Answered> => {
  if (!found.ok) return found;
  const rides = found.value;
  const first = rides[0];
  const page = call.page(first && !call.json ? await zoneOf(app, first.view.shop) : undefined);
  const lines = (ride: Shown) => {
    const { view } = ride;
    const riding = view.delivery === 'none' ? '' : `  ${page.words.state[view.delivery]}`;
    const head = [statusSpan(view, page), `  ${deadline(ride, page)}${riding}  ${view.shopName}`];
    return ticketLines(ride, page, { head, notes: [] });
  };
  return answer({ json: rides.map(ticketJson), text: () => apart(rides.map(lines)), advice: first ? [] : [empty[call.lang]] });
};
