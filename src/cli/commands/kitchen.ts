import type { App } from '../../core/app.ts';
import type { OrderId } from '../../core/kinds.ts';
import { parseShopReason, shopReasons } from '../../core/reasons.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import type { SoldOut } from '../../core/use-cases/reject-sold-out.ts';
import type { OrderView } from '../../core/views/order-view.ts';
import { demandedActor } from '../actor.ts';
import type { Call } from '../call.ts';
import { readNote } from '../ingest.ts';
import { readCode, readId, readMinutes, readUntil, tomorrow } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { anythingNamed } from '../shop-words.ts';
import { answerOrder } from '../show/answer-order.ts';
import { wrongUsage } from '../stop.ts';
import type { Answered, OptionSpec, Verb } from '../verb.ts';
import { kitchenBoardVerbs } from './kitchen-board.ts';
import { printVerb } from './kitchen-print.ts';

/** A verb of the kitchen on one order; `read` looks at the options before anything is opened. */
const onOrder =
  <T>(read: (call: Call) => T, act: (app: App, order: OrderId, what: T) => Promise<Result<OrderView, Refusal>>) =>
  async (call: Call): Promise<Answered> => {
    const actor = demandedActor(call, 'owner');
    const order = readId('order', call.args[0]);
    const what = read(call);
    const house = await call.house();
    const app = house.as(actor);
    return answerOrder(await act(app, order, what), app, call);
  };
const nothing = () => undefined;

const reasonOf = (call: Call) => {
  const text = call.values.text('reason');
  const all = shopReasons.join(', ');
  if (text === undefined) throw wrongUsage({ ko: `사유를 적으세요: --reason <${all}>`, en: `give a reason: --reason <${all}>` });
  return readCode(text, '--reason', parseShopReason, shopReasons);
};

const readyInOf = (call: Call): number | undefined => {
  const text = call.values.text('ready-in');
  return text === undefined ? undefined : readMinutes(text, '--ready-in');
};

const cancelOf = (call: Call) => {
  const note = call.values.text('note');
  return { reason: reasonOf(call), note: note === undefined ? undefined : readNote(note, '--note') };
};

/** What ran out, and until when; nothing when nothing was named. */
const soldOutOf = async (app: App, order: OrderId, call: Call): Promise<Result<SoldOut | undefined, Refusal>> => {
  const names = call.values.all('sold-out');
  if (names.length === 0) return ok(undefined);
  const view = await app.orderStatus(order);
  if (!view.ok) return view;
  const shop = await app.findShop(view.value.shop);
  if (!shop.ok) return shop;
  const items: SoldOut['items'][number][] = [];
  for (const name of names) {
    const thing = anythingNamed(shop.value, name);
    if (!thing.ok) return thing;
    items.push(thing.value);
  }
  const { zone } = shop.value;
  const until = call.values.text('until');
  return ok({ items, until: until === undefined ? tomorrow(call.now(), zone) : readUntil(until, call.now(), zone) });
};

const reject = (call: Call): Promise<Answered> =>
  onOrder(reasonOf, async (app, order, why) => {
    const soldOut = await soldOutOf(app, order, call);
    return soldOut.ok ? app.reject(order, why, soldOut.value) : soldOut;
  })(call);

const reason: OptionSpec = {
  flags: '--reason <reason>',
  about: { ko: `사유: ${shopReasons.join(', ')}`, en: `one of ${shopReasons.join(', ')}` },
  values: shopReasons,
};

const soldOut: readonly OptionSpec[] = [
  {
    flags: '--sold-out <item>',
    many: true,
    about: { ko: '함께 품절로 표시할 메뉴나 선택지 (여러 번)', en: 'an item or choice to mark sold out with it (again and again)' },
  },
  { flags: '--until <time>', about: { ko: '언제까지 품절인지 (기본: 내일까지)', en: 'sold out until when (until tomorrow)' } },
];

export const kitchen: Verb = {
  usage: 'kitchen',
  about: { ko: '주방: 주문서를 보고 접수하고 조리하기', en: 'the kitchen: see tickets, accept them, cook them' },
  examples: ['kitchen board --as owner:shop_hanki', 'kitchen accept ord_7k2m9p4qrs --ready-in 20 --as owner:shop_hanki'],
  verbs: [
    ...kitchenBoardVerbs,
    {
      usage: 'accept <order>',
      about: { ko: '주문 접수', en: 'accept an order' },
      options: [{ flags: '--ready-in <minutes>', about: { ko: '몇 분 뒤에 되는지 (1–240)', en: 'minutes until it is ready (1 to 240)' } }],
      examples: ['kitchen accept ord_7k2m9p4qrs --ready-in 20 --as owner:shop_hanki'],
      json: shapes.status,
      needs: 'work-kitchen',
      run: onOrder(readyInOf, (app, order, minutes) => app.accept(order, minutes)),
    },
    {
      usage: 'reject <order>',
      about: { ko: '주문 거절 (전액 환불)', en: 'reject an order; it is refunded in full' },
      options: [reason, ...soldOut],
      examples: [
        'kitchen reject ord_7k2m9p4qrs --reason item-sold-out --sold-out kimchi-jjigae --as owner:shop_hanki',
        'kitchen reject ord_7k2m9p4qrs --reason too-busy --as owner:shop_hanki',
      ],
      json: shapes.status,
      needs: 'work-kitchen',
      run: reject,
    },
    {
      usage: 'cook <order>',
      about: { ko: '조리 시작 (이제 고객은 취소할 수 없음)', en: 'start cooking; from now on the customer cannot cancel' },
      examples: ['kitchen cook ord_7k2m9p4qrs --as owner:shop_hanki'],
      json: shapes.status,
      needs: 'work-kitchen',
      run: onOrder(nothing, (app, order) => app.cook(order)),
    },
    {
      usage: 'finish <order>',
      about: { ko: '조리 완료', en: 'finish cooking' },
      examples: ['kitchen finish ord_7k2m9p4qrs --as owner:shop_hanki'],
      json: shapes.status,
      needs: 'work-kitchen',
      run: onOrder(nothing, (app, order) => app.finish(order)),
    },
    {
      usage: 'recall <order>',
      about: { ko: '잘못 누른 조리 완료 되돌리기', en: 'take back a finish that was a mistake' },
      examples: ['kitchen recall ord_7k2m9p4qrs --as owner:shop_hanki'],
      json: shapes.status,
      needs: 'work-kitchen',
      run: onOrder(nothing, (app, order) => app.recall(order)),
    },
    {
      usage: 'delay <order> <minutes>',
      about: { ko: '몇 분 늦어진다고 알리기', en: 'say that it takes some minutes longer' },
      examples: ['kitchen delay ord_7k2m9p4qrs 10 --as owner:shop_hanki'],
      json: shapes.status,
      needs: 'work-kitchen',
      run: onOrder(
        (call) => readMinutes(call.args[1] ?? '', 'minutes'),
        (app, order, minutes) => app.delay(order, minutes),
      ),
    },
    {
      usage: 'cancel <order>',
      about: { ko: '접수한 주문 취소 (전액 환불)', en: 'cancel an accepted order; it is refunded in full' },
      options: [reason, { flags: '--note <text>', about: { ko: '고객에게 남길 말', en: 'a word to the customer' } }],
      examples: ['kitchen cancel ord_7k2m9p4qrs --reason shop-issue --as owner:shop_hanki'],
      json: shapes.status,
      needs: 'work-kitchen',
      run: onOrder(cancelOf, (app, order, { reason: why, note }) => app.cancelByShop(order, why, note)),
    },
    printVerb,
  ],
};
