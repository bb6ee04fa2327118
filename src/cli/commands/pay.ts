import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { readCard } from '../ingest.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { placedJson } from '../show/order-json.ts';
import { statusText } from '../show/status-text.ts';
import { zoneOf } from '../show/zones.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const run = async (call: Call): Promise<Answered> => {
  const payment = readId('payment', call.args[0]);
  const card = call.values.text('pay');
  const method = card === undefined ? undefined : readCard(card);
  const house = await call.house();
  const app = house.as(customerOr(call));
  const paid = await app.pay(payment, method);
  if (!paid.ok) return paid;
  const { view } = paid.value;
  const zone = await zoneOf(app, view.shop);
  return answer({ json: placedJson(view), text: () => statusText(view, call.page(zone)) });
};

export const pay: Verb = {
  usage: 'pay <payment>',
  about: {
    ko: '보류된 결제 이어 하기, 결과를 모르는 결제 확인, 거절된 결제를 다른 카드로',
    en: 'go on with a payment: held, of unknown outcome, or declined (with another card)',
  },
  options: [{ flags: '--pay <card>', about: { ko: '다른 카드로', en: 'with another card' } }],
  examples: ['pay pay_7k2m9p4qrs', 'pay pay_7k2m9p4qrs --pay card_kb'],
  json: shapes.placed,
  needs: 'pay',
  run,
};
