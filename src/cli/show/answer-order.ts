import type { App } from '../../core/app.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import type { OrderView } from '../../core/views/order-view.ts';
import type { Call } from '../call.ts';
import { type Answered, answer } from '../verb.ts';
import { statusJson } from './order-json.ts';
import { statusText } from './status-text.ts';
import { zoneOf } from './zones.ts';

/** What most commands end with: the order as it is now. */
export const answerOrder = async (done: Result<OrderView, Refusal>, app: App, call: Call): Promise<Answered> => {
  if (!done.ok) return done;
  const view = done.value;
  const zone = call.json ? undefined : await zoneOf(app, view.shop);
  return answer({ json: statusJson(view), text: () => statusText(view, call.page(zone)) });
};
