import { sum } from '../../core/money.ts';
import type { Profile, Usual } from '../../core/profile/profile.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { wonText } from '../../words/page.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { readLabel } from '../ingest.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { currency } from '../show/order-json.ts';
import { wrongUsage } from '../stop.ts';
import { table } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';
import { againOptions, haveAgain } from './reorder.ts';

const nameOf = ({ args }: Call): string => readLabel(args[0], 30);
const subtotalOf = ({ lines }: Usual) => sum(lines.map(({ total }) => total));

const usualJson = (usual: Usual) => ({
  name: usual.name,
  shop: usual.shop,
  shopName: usual.shopName,
  lines: usual.lines.map(({ item, name, quantity, choices, note, total }) => ({
    item,
    name,
    quantity,
    choices,
    note: note ?? null,
    total,
  })),
  subtotal: subtotalOf(usual),
  currency,
});

const answerUsuals = (done: Result<Profile, Refusal>, call: Call): Answered => {
  if (!done.ok) return done;
  const { usuals } = done.value;
  const page = call.page();
  const rows = () =>
    usuals.map((usual) => [
      { text: usual.name, tone: 'strong' } as const,
      wonText(page, subtotalOf(usual)),
      usual.shopName,
      usual.lines.map(({ name, quantity }) => `${name} ×${quantity}`).join(', '),
    ]);
  return answer({
    json: usuals.map(usualJson),
    text: () => table(rows(), page.width, [1]),
    advice:
      usuals.length > 0
        ? []
        : [
            call.lang === 'ko'
              ? '단골 메뉴가 없어요. 지난 주문 저장하기: baedal usual save 점심 --order ord_…'
              : 'There are no usuals. Keep an order: baedal usual save lunch --order ord_…',
          ],
  });
};

const save = async (call: Call): Promise<Answered> => {
  const name = nameOf(call);
  const [order, shop] = [call.values.text('order'), call.values.text('cart')];
  if ((order === undefined) === (shop === undefined)) {
    throw wrongUsage({ ko: '--order <order> 또는 --cart <shop> 하나를 적으세요', en: 'say one of --order <order> and --cart <shop>' });
  }
  const of = order === undefined ? { cart: readId('shop', shop, '--cart') } : { order: readId('order', order, '--order') };
  const house = await call.house();
  return answerUsuals(await house.as(customerOr(call)).saveUsual(name, of), call);
};

const list = async (call: Call): Promise<Answered> => {
  const house = await call.house();
  return answerUsuals(await house.as(customerOr(call)).profile(), call);
};

const rename = async (call: Call): Promise<Answered> => {
  const [from, to] = [nameOf(call), readLabel(call.args[1], 30)];
  const house = await call.house();
  return answerUsuals(await house.as(customerOr(call)).renameUsual(from, to), call);
};

const remove = async (call: Call): Promise<Answered> => {
  const name = nameOf(call);
  const house = await call.house();
  return answerUsuals(await house.as(customerOr(call)).removeUsual(name), call);
};

export const usual: Verb = {
  usage: 'usual',
  about: { ko: '단골 메뉴: 이름을 붙여 둔 주문', en: 'usuals: orders with a name, to have again' },
  examples: ['usual save 점심 --order ord_…', 'usual order 점심', 'usual list'],
  verbs: [
    {
      usage: 'save <name>',
      about: { ko: '지난 주문이나 장바구니를 이름으로 저장', en: 'keep an order or a cart under a name' },
      options: [
        { flags: '--order <order>', about: { ko: '지난 주문', en: 'an order of yours' } },
        { flags: '--cart <shop>', about: { ko: '상점의 장바구니', en: 'the cart of a shop' } },
      ],
      examples: ['usual save 점심 --order ord_…', 'usual save snack --cart shop_hanki'],
      json: shapes.usuals,
      needs: 'own-order',
      run: save,
    },
    {
      usage: 'list',
      about: { ko: '목록', en: 'list them' },
      examples: ['usual list --json'],
      json: shapes.usuals,
      needs: 'order',
      run: list,
    },
    {
      usage: 'order <usual>',
      about: { ko: '오늘 값으로 주문하기', en: 'order it at today’s price' },
      options: againOptions,
      examples: ['usual order 점심', 'usual order 점심 --dry-run'],
      json: shapes.again,
      needs: 'order',
      run: async (call) => haveAgain(call, { usual: nameOf(call) }),
    },
    {
      usage: 'rename <usual> <name>',
      about: { ko: '이름 바꾸기: 있는 이름으로는 안 됨', en: 'give one another name, which none may have yet' },
      examples: ['usual rename 점심 "월요일 점심"'],
      json: shapes.usuals,
      needs: 'order',
      run: rename,
    },
    {
      usage: 'remove <usual>',
      about: { ko: '지우기', en: 'take one away' },
      examples: ['usual remove 점심'],
      json: shapes.usuals,
      needs: 'order',
      run: remove,
    },
  ],
};
