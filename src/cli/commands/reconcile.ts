import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { exits } from '../exit.ts';
import { discrepancyLines, treatedJson } from '../show/discrepancies.ts';
import type { Phrase } from '../stop.ts';
import { isStillWrong, treat } from '../treat.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const agree: Phrase = { ko: '두 장부가 같아요', en: 'Both books agree' };
const how: Phrase = { ko: '처리하기: baedal reconcile --apply', en: 'Put right what can be: baedal reconcile --apply' };

const run = async (call: Call): Promise<Answered> => {
  const house = await call.house();
  const app = house.as(operatorOr(call));
  const found = await app.reconcileBooks(house.sandbox().ledger);
  if (!found.ok) return found;
  const apply = call.values.flag('apply');
  const treated = apply ? await treat(app, found.value) : found.value.map((discrepancy) => ({ discrepancy, outcome: 'due' as const }));
  const isLeft = treated.some(isStillWrong);
  const isForUs = treated.some(({ discrepancy: { remedy } }) => remedy === 'void' || remedy === 'cancel-order');
  return answer({
    json: { agree: !isLeft, applied: apply, discrepancies: treated.map(treatedJson) },
    text: () => (treated.length === 0 ? [{ text: agree[call.lang], tone: 'good' }] : discrepancyLines(treated, call.page())),
    advice: !apply && isForUs ? [how[call.lang]] : [],
    exit: isLeft ? exits.fault : exits.done,
  });
};

export const reconcile: Verb = {
  usage: 'reconcile',
  about: {
    ko: '은행은 알고 우리 장부는 모르는 돈, 그 반대: 보기, --apply로 처리',
    en: 'money that the bank knows and our books do not, and the reverse; shown, or put right with --apply',
  },
  options: [
    {
      flags: '--apply',
      about: { ko: '모르는 결제는 취소, 환불된 주문은 취소', en: 'reverse unknown charges, cancel orders whose money is back' },
    },
  ],
  examples: ['reconcile', 'reconcile --apply --json'],
  json: '{agree,applied,discrepancies:[{kind,remedy,key,order,payment,amount,currency,outcome,cause}]}',
  needs: 'operate',
  run,
};
