import type { App } from '../../core/app.ts';
import type { OrderId } from '../../core/kinds.ts';
import { deliveryFailures, parseDeliveryFailure } from '../../core/reasons.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import type { OrderView } from '../../core/views/order-view.ts';
import { demandedActor } from '../actor.ts';
import type { Call } from '../call.ts';
import { readCode, readId } from '../parse.ts';
import { answerOrder } from '../show/answer-order.ts';
import { riderBoardAnswer } from '../show/rider-board.ts';
import { wrongUsage } from '../stop.ts';
import type { Answered, Verb } from '../verb.ts';

const most = 200;

const onOrder =
  (act: (app: App, order: OrderId) => Promise<Result<OrderView, Refusal>>) =>
  async (call: Call): Promise<Answered> => {
    const actor = demandedActor(call, 'rider');
    const order = readId('order', call.args[0]);
    const house = await call.house();
    const app = house.as(actor);
    return answerOrder(await act(app, order), app, call);
  };

const fail = async (call: Call): Promise<Answered> => {
  const all = deliveryFailures.join(', ');
  const text = call.values.text('reason');
  if (text === undefined) throw wrongUsage({ ko: `사유를 적으세요: --reason <${all}>`, en: `give a reason: --reason <${all}>` });
  const reason = readCode(text, '--reason', parseDeliveryFailure, deliveryFailures);
  return onOrder((app, order) => app.fail(order, reason))(call);
};

const board = async (call: Call): Promise<Answered> => {
  const actor = demandedActor(call, 'rider');
  const house = await call.house();
  const app = house.as(actor);
  return riderBoardAnswer(await app.riderBoard(most), app, call);
};

export const rider: Verb = {
  usage: 'rider',
  about: { ko: '라이더: 배달을 맡고 나르기', en: 'riders: claim deliveries and bring them' },
  examples: ['rider board --as rider:rdr_minsu', 'rider claim ord_7k2m9p4qrs --as rider:rdr_minsu'],
  verbs: [
    {
      usage: 'board',
      about: { ko: '기다리는 배달과 내가 맡은 배달', en: 'deliveries that wait, and your own' },
      examples: ['rider board --as rider:rdr_minsu'],
      run: board,
    },
    {
      usage: 'claim <order>',
      about: { ko: '배달 맡기', en: 'claim a delivery' },
      examples: ['rider claim ord_7k2m9p4qrs --as rider:rdr_minsu'],
      run: onOrder((app, order) => app.claim(order)),
    },
    {
      usage: 'release <order>',
      about: { ko: '맡은 배달 내놓기', en: 'give a claimed delivery back' },
      examples: ['rider release ord_7k2m9p4qrs --as rider:rdr_minsu'],
      run: onOrder((app, order) => app.release(order)),
    },
    {
      usage: 'pick <order>',
      about: { ko: '음식을 받아 출발', en: 'pick the food up and go' },
      examples: ['rider pick ord_7k2m9p4qrs --as rider:rdr_minsu'],
      run: onOrder((app, order) => app.pick(order)),
    },
    {
      usage: 'deliver <order>',
      about: { ko: '배달 완료', en: 'hand it over at the door' },
      examples: ['rider deliver ord_7k2m9p4qrs --as rider:rdr_minsu'],
      run: onOrder((app, order) => app.deliver(order)),
    },
    {
      usage: 'fail <order>',
      about: { ko: '배달하지 못했다고 알리기', en: 'say that it could not be delivered' },
      options: [
        { flags: '--reason <reason>', about: { ko: `사유: ${deliveryFailures.join(', ')}`, en: `one of ${deliveryFailures.join(', ')}` } },
      ],
      examples: ['rider fail ord_7k2m9p4qrs --reason customer-absent --as rider:rdr_minsu'],
      run: fail,
    },
  ],
};
