import { printingWords } from '../../words/printing-words.ts';
import { demandedActor } from '../actor.ts';
import type { Call } from '../call.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { printJobJson } from '../show/printing-text.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const print = async (call: Call): Promise<Answered> => {
  const actor = demandedActor(call, 'owner');
  const order = readId('order', call.args[0]);
  const house = await call.house();
  const asked = await house.as(actor).printTicket(order);
  if (!asked.ok) return asked;
  const words = printingWords(call.lang);
  const { isReprint } = asked.value;
  return answer({
    json: printJobJson(asked.value),
    text: () => [[{ text: order, tone: 'strong' }, `  ${words.queued}${isReprint ? ` (${words.isReprint})` : ''}`]],
  });
};

export const printVerb: Verb = {
  usage: 'print <order>',
  about: { ko: '주문서를 다시 출력 (재출력이라고 찍힘)', en: 'print a ticket again; it is marked as a reprint' },
  examples: ['kitchen print ord_7k2m9p4qrs --as owner:shop_hanki'],
  json: shapes.printJob,
  needs: 'work-kitchen',
  run: print,
};
