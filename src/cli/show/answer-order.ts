import type { App } from '../../core/app.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { type OrderView, statusOf } from '../../core/views/order-view.ts';
import type { Call } from '../call.ts';
import { type Answered, answer } from '../verb.ts';
import { placedJson, statusJson } from './order-json.ts';
import { unattended } from './presence-text.ts';
import { statusText } from './status-text.ts';
import { zoneOf } from './zones.ts';

/** What most commands end with: the order as it is now. */
export const answerOrder = async (done: Result<OrderView, Refusal>, app: App, call: Call): Promise<Answered> => {
  if (!done.ok) return done;
  const view = done.value;
  if (call.json) return answer({ json: statusJson(view), text: () => [] });
  const page = call.page(await zoneOf(app, view.shop));
  const isWaiting = statusOf(view) === 'placed';
  const advice = isWaiting ? unattended(await app.shopPresence(view.shop), page, view.acceptBy) : [];
  return answer({ json: statusJson(view), text: () => statusText(view, page), advice });
};

/** What ordering ends with. */
export const answerPlaced = (view: OrderView, call: Call, zone: string): Answered =>
  answer({
    json: placedJson(view),
    text: () => statusText(view, call.page(zone)),
    advice: [`${call.lang === 'ko' ? '지켜보기' : 'Watch it'}: baedal status ${view.order} --watch`],
  });
