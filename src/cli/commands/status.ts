import type { OrderView } from '../../core/views/order-view.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { readId } from '../parse.ts';
import { answerOrder } from '../show/answer-order.ts';
import { statusJson } from '../show/order-json.ts';
import { shortStatus } from '../show/short-status.ts';
import { statusText } from '../show/status-text.ts';
import { zoneOf } from '../show/zones.ts';
import type { Line } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const linesOf = (view: OrderView, call: Call, zone: string): readonly Line[] => {
  const page = call.page(zone);
  return call.values.flag('short') ? [shortStatus(view, page)] : statusText(view, page);
};

const run = async (call: Call): Promise<Answered> => {
  const order = readId('order', call.args[0]);
  const house = await call.house();
  const app = house.as(customerOr(call));
  if (call.values.flag('watch')) {
    const { watchOrder } = await import('../watch-order.ts');
    return watchOrder(order, { app, store: house.store, call, linesOf });
  }
  const found = await app.orderStatus(order);
  if (!found.ok || !call.values.flag('short') || call.json) return answerOrder(found, app, call);
  const zone = await zoneOf(app, found.value.shop);
  return answer({ json: statusJson(found.value), text: () => linesOf(found.value, call, zone) });
};

export const status: Verb = {
  usage: 'status <order>',
  about: { ko: '주문이 지금 어떤지', en: 'show how an order is now' },
  options: [
    { flags: '--watch', about: { ko: '끝날 때까지 바뀔 때마다', en: 'again at every change, until it is over' } },
    { flags: '--short', about: { ko: '프롬프트용 한 줄', en: 'one short line, for a prompt' } },
  ],
  examples: ['status ord_7k2m9p4qrs', 'status ord_7k2m9p4qrs --watch', 'status ord_7k2m9p4qrs --json'],
  run,
};
