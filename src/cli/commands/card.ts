import type { Profile } from '../../core/profile/profile.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { customerFor } from '../customer.ts';
import { readCard, readLabel } from '../ingest.ts';
import { shapes } from '../shapes.ts';
import { table } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const labelOf = ({ args }: Call): string => readLabel(args[0], 20);

const answerCards = (done: Result<Profile, Refusal>, call: Call): Answered => {
  if (!done.ok) return done;
  const { methods, defaultMethod } = done.value;
  const page = call.page();
  const mark = (label: string) => (label === defaultMethod ? ({ text: page.words.label.isDefault, tone: 'good' } as const) : '');
  return answer({
    json: methods.map(({ label, method }) => ({ label, card: method, isDefault: label === defaultMethod })),
    text: () =>
      table(
        methods.map(({ label, method }) => [{ text: label, tone: 'strong' }, mark(label), method]),
        page.width,
      ),
    advice:
      methods.length > 0
        ? []
        : [
            call.lang === 'ko'
              ? '저장한 카드가 없어요. 저장하기: baedal card add 국민 card_kb'
              : 'No card is kept. Keep one: baedal card add kb card_kb',
          ],
  });
};

const list = async (call: Call): Promise<Answered> => {
  const house = await call.house();
  return answerCards(await house.as(customerOr(call)).profile(), call);
};

const add = async (call: Call): Promise<Answered> => {
  const method = { label: labelOf(call), method: readCard(call.args[1] ?? '') };
  const house = await call.house();
  const app = house.as(customerFor(call, house.env).acting());
  return answerCards(await app.saveMethod(method, { makeDefault: call.values.flag('default') }), call);
};

const byLabel =
  (change: 'removeMethod' | 'defaultMethod') =>
  async (call: Call): Promise<Answered> => {
    const label = labelOf(call);
    const house = await call.house();
    return answerCards(await house.as(customerOr(call))[change](label), call);
  };

export const card: Verb = {
  usage: 'card',
  about: { ko: '저장한 카드', en: 'the cards that are kept' },
  examples: ['card add 국민 card_kb', 'card list'],
  verbs: [
    {
      usage: 'list',
      about: { ko: '목록', en: 'list them' },
      examples: ['card list --json'],
      json: shapes.cards,
      needs: 'order',
      run: list,
    },
    {
      usage: 'add <label> <card>',
      about: { ko: '저장: 등록된 카드의 이름, 카드 번호는 안 됨', en: 'keep the name of a registered card, never a number' },
      options: [{ flags: '--default', about: { ko: '기본 카드로', en: 'make it the default' } }],
      examples: ['card add 국민 card_kb --default'],
      json: shapes.cards,
      needs: 'order',
      run: add,
    },
    {
      usage: 'remove <label>',
      about: { ko: '지우기', en: 'take one away' },
      examples: ['card remove 국민'],
      json: shapes.cards,
      needs: 'order',
      run: byLabel('removeMethod'),
    },
    {
      usage: 'default <label>',
      about: { ko: '기본 카드로', en: 'make it the default' },
      examples: ['card default 국민'],
      json: shapes.cards,
      needs: 'order',
      run: byLabel('defaultMethod'),
    },
  ],
};
