import type { App } from '../../core/app.ts';
import { customerOr, operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { iso } from '../iso.ts';
import { readId, readWhole } from '../parse.ts';
import { messagesText } from '../show/messages-text.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

export type Message = Extract<Awaited<ReturnType<App['messagesOf']>>, { readonly ok: true }>['value'][number];

const messageJson = ({ id, order, event, recipient, channel, status, attempts, text, template, at, cause }: Message) => ({
  id,
  order,
  event,
  recipient,
  channel,
  status,
  attempts,
  text,
  template,
  at: iso(at),
  error: cause ?? null,
});

const run = async (call: Call): Promise<Answered> => {
  const limit = readWhole(call.values.text('limit') ?? '200', '--limit', 1, 1000);
  const text = call.values.text('order');
  const order = text === undefined ? undefined : readId('order', text, '--order');
  const house = await call.house();
  const found =
    order === undefined ? await house.as(operatorOr(call)).allMessages(limit) : await house.as(customerOr(call)).messagesOf(order);
  if (!found.ok) return found;
  const none =
    call.lang === 'ko'
      ? '아직 메시지가 없어요. 보내는 것은 데몬의 일: baedal daemon'
      : 'There are no messages yet. The daemon sends them: baedal daemon';
  return answer({
    json: found.value.map(messageJson),
    text: () => messagesText(found.value, call.page()),
    advice: found.value.length > 0 ? [] : [none],
  });
};

export const messages: Verb = {
  usage: 'messages',
  about: { ko: '보낸 메시지와 (주문 하나는) 보낼 메시지', en: 'messages that were sent; of one order, those to be sent too' },
  options: [
    { flags: '--order <order>', about: { ko: '이 주문의 것만', en: 'only those of this order' } },
    { flags: '--limit <n>', about: { ko: '최근 몇 개 (기본 200)', en: 'how many of the latest (200)' } },
  ],
  examples: ['messages --order ord_7k2m9p4qrs', 'messages --json'],
  json: '[{id,order,event,recipient,channel,status,attempts,text,template,at,error}]',
  needs: 'see-order',
  run,
};
