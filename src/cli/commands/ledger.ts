import { wonText } from '../../words/page.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { currency } from '../show/order-json.ts';
import { pairs } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

/** Our books against the bank's: they agree when not a won is on one side only. */
const run = async (call: Call): Promise<Answered> => {
  const house = await call.house();
  const books = await house.as(operatorOr(call)).readBooks();
  if (!books.ok) return books;
  const { taken, standing, orders, refunded, owed, settledManually } = books.value;
  const bank = await house.sandbox().ledger.balance();
  const balanced = taken === standing + refunded + owed + settledManually && bank.taken === taken && bank.refunded === refunded;
  const text = () => {
    const page = call.page();
    const { label } = page.words;
    return pairs(
      [
        [label.taken, wonText(page, taken)],
        [label.standing, `${wonText(page, standing)} (${orders})`],
        [label.refunded, wonText(page, refunded)],
        owed === 0 ? undefined : [label.owed, { text: wonText(page, owed), tone: 'warn' }],
        settledManually === 0 ? undefined : [label.settledManually, wonText(page, settledManually)],
        [label.bankTaken, wonText(page, bank.taken)],
        [label.bankRefunded, wonText(page, bank.refunded)],
        [label.balanced, { text: balanced ? label.yes : label.no, tone: balanced ? 'good' : 'bad' }],
      ],
      page.width,
    );
  };
  return answer({ json: { balanced, taken, standing, refunded, owed, settledManually, orders, currency, bank }, text });
};

export const ledger: Verb = {
  usage: 'ledger',
  about: { ko: '우리 장부와 은행 장부 맞춰 보기', en: "our books against the bank's" },
  examples: ['ledger', 'ledger --json'],
  json: '{balanced,taken,standing,refunded,owed,settledManually,orders,currency,bank:{taken,refunded,balance}}',
  needs: 'operate',
  run,
};
