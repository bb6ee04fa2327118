import type { App } from '../../core/app.ts';
import type { ShopId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import { no, type Result } from '../../core/result.ts';
import { type KitchenBoard, ringing } from '../../core/views/board.ts';
import { demandedActor, shopOfOwner } from '../actor.ts';
import type { Call } from '../call.ts';
import { readId, readWhole } from '../parse.ts';
import { allDayAnswer } from '../show/all-day-text.ts';
import { answerOrder } from '../show/answer-order.ts';
import { kitchenBoardAnswer } from '../show/kitchen-board.ts';
import { statusJson } from '../show/order-json.ts';
import { presenceJson, presenceText } from '../show/presence-text.ts';
import { statusText } from '../show/status-text.ts';
import { zoneOf } from '../show/zones.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const most = 300;

type AtWork = { readonly app: App; readonly shop: ShopId; readonly call: Call };

/** A verb of the kitchen about its own shop. */
const inKitchen =
  (run: (at: AtWork) => Promise<Answered>) =>
  async (call: Call): Promise<Answered> => {
    const actor = demandedActor(call, 'owner');
    const shop = shopOfOwner(actor);
    if (shop === undefined) return no({ code: 'NOT_ALLOWED', need: 'the owner of the shop (--as owner:<shop>)' });
    const house = await call.house();
    return run({ app: house.as(actor), shop, call });
  };

const boardOf = ({ app, shop }: AtWork): Promise<Result<KitchenBoard, Refusal>> => app.kitchenBoard(shop, most);

const acknowledge = async (at: AtWork): Promise<Answered> => {
  const { app, shop, call } = at;
  const named = call.args[0] === undefined ? undefined : readId('order', call.args[0]);
  const board = await boardOf(at);
  if (!board.ok) return board;
  const orders = ringing(board.value).filter((order) => named === undefined || order === named);
  const heard = await app.acknowledge(shop, orders);
  if (!heard.ok) return heard;
  return answer({
    json: { shop, acknowledged: orders },
    text: () => orders,
    advice: orders.length > 0 ? [] : [call.lang === 'ko' ? '지금 울리는 주문이 없어요' : 'Nothing rings now'],
  });
};

const mark = async ({ app, call }: AtWork): Promise<Answered> => {
  const order = readId('order', call.args[0]);
  const line = readWhole(call.args[1] ?? '', 'line', 1, 50);
  const marked = await app.markLine(order, line - 1, !call.values.flag('undo'));
  if (!marked.ok) return marked;
  const { view, done } = marked.value;
  const page = call.page(call.json ? undefined : await zoneOf(app, view.shop));
  return answer({
    json: { ...statusJson(view), done },
    text: () => [...statusText(view, page), `${page.words.label.done} ${done.length}/${view.lines.length}`],
  });
};

const beat = async ({ app, shop, call }: AtWork): Promise<Answered> => {
  const screen = call.values.text('screen') ?? 'cli';
  const presence = call.values.flag('off') ? await app.leaveScreen(shop, screen) : await app.beatScreen(shop, screen);
  if (!presence.ok) return presence;
  const page = call.page(call.json ? undefined : await zoneOf(app, shop));
  return answer({
    json: presenceJson(shop, presence.value),
    text: () => [`${page.words.label.screen}  ${presenceText(presence.value, page)}`],
  });
};

/** What concerns the board as a whole, and what its screens share. */
export const kitchenBoardVerbs: readonly Verb[] = [
  {
    usage: 'board',
    about: { ko: '경고와 주방에 있는 주문서, 오래된 것부터', en: 'alarms and the tickets in the kitchen, oldest first' },
    examples: ['kitchen board --as owner:shop_hanki'],
    run: inKitchen(async (at) => kitchenBoardAnswer(await boardOf(at), at.app, at.call)),
  },
  {
    usage: 'all-day',
    about: { ko: '메뉴마다 지금 만들 개수', en: 'how many of each dish are to be cooked' },
    examples: ['kitchen all-day --as owner:shop_hanki'],
    run: inKitchen(async (at) => {
      const board = await boardOf(at);
      return board.ok ? allDayAnswer(board.value, at.call) : board;
    }),
  },
  {
    usage: 'acknowledge [order]',
    about: { ko: '새 주문 소리 끄기 (접수와는 달라요)', en: 'stop the ringing of new orders; it accepts nothing' },
    examples: ['kitchen acknowledge --as owner:shop_hanki', 'kitchen acknowledge ord_7k2m9p4qrs --as owner:shop_hanki'],
    run: inKitchen(acknowledge),
  },
  {
    usage: 'bump <order>',
    about: { ko: '취소나 배달 실패 경고를 봤다고 표시', en: 'say that you saw the alarm of a canceled or failed order' },
    examples: ['kitchen bump ord_7k2m9p4qrs --as owner:shop_hanki'],
    run: inKitchen(async ({ app, call }) => answerOrder(await app.bumpAlarm(readId('order', call.args[0])), app, call)),
  },
  {
    usage: 'mark <order> <line>',
    about: { ko: '주문서의 한 줄을 다 만들었다고 표시', en: 'mark one line of a ticket as done' },
    options: [{ flags: '--undo', about: { ko: '표시 지우기', en: 'take the mark away' } }],
    examples: ['kitchen mark ord_7k2m9p4qrs 1 --as owner:shop_hanki'],
    run: inKitchen(mark),
  },
  {
    usage: 'beat',
    about: { ko: '상점 화면이 켜져 있다고 알리기', en: 'say that a screen of the shop is on, as scripts may' },
    options: [
      { flags: '--screen <name>', about: { ko: '화면 이름 (기본 cli)', en: 'name of the screen (cli)' } },
      { flags: '--off', about: { ko: '이 화면을 껐다고 알리기', en: 'say that this screen is off now' } },
    ],
    examples: ['kitchen beat --screen counter --as owner:shop_hanki'],
    run: inKitchen(beat),
  },
];
