import { customerReasons, parseCustomerReason } from '../../core/reasons.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { readCode, readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { answerOrder } from '../show/answer-order.ts';
import type { Answered, Verb } from '../verb.ts';

const run = async (call: Call): Promise<Answered> => {
  const order = readId('order', call.args[0]);
  const reason = readCode(call.values.text('reason') ?? 'CHANGED_MIND', '--reason', parseCustomerReason, customerReasons);
  const house = await call.house();
  const app = house.as(customerOr(call));
  return answerOrder(await app.cancelOrder(order, reason), app, call);
};

export const cancel: Verb = {
  usage: 'cancel <order>',
  about: { ko: '주문 취소 (조리가 시작되기 전까지, 전액 환불)', en: 'cancel an order, until cooking starts; refunded in full' },
  options: [
    {
      flags: '--reason <reason>',
      about: { ko: `사유: ${customerReasons.join(', ')}`, en: `one of ${customerReasons.join(', ')}` },
      values: customerReasons,
    },
  ],
  examples: ['cancel ord_7k2m9p4qrs', 'cancel ord_7k2m9p4qrs --reason wrong-address'],
  json: shapes.status,
  needs: 'cancel-order',
  run,
};
