import type { App } from '../../core/app.ts';
import type { Intake, Shop } from '../../core/catalog/shop.ts';
import type { ChoiceId, Instant, ItemId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { when } from '../../words/page.ts';
import { demandedActor } from '../actor.ts';
import type { Call } from '../call.ts';
import { iso } from '../iso.ts';
import { readId, readUntil, tomorrow } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { anythingNamed, choiceNamed, itemNamed } from '../shop-words.ts';
import { intakeSpan } from '../show/shop-text.ts';
import { wrongUsage } from '../stop.ts';
import type { Line } from '../terminal.ts';
import { type Answered, answer, type OptionSpec, type Verb } from '../verb.ts';

/** What was done to one thing on the menu. */
type Marked = { readonly id: string; readonly until?: Instant };
type Done = { readonly shop: Shop; readonly marked?: Marked };
type Change = (app: App, shop: Shop, call: Call) => Promise<Result<Done, Refusal>>;

const shopJson = ({ shop: { id, name, intake }, marked }: Done) => ({
  id,
  name,
  intake: intake.state,
  until: intake.state === 'paused' ? iso(intake.until) : null,
  ...(marked && { item: marked.id, soldOutUntil: marked.until === undefined ? null : iso(marked.until) }),
});

const nameIn = (shop: Shop, id: string): string => {
  const items = shop.menu.flatMap((category) => category.items);
  const choices = items.flatMap(({ options }) => options.flatMap((group) => group.choices));
  return [...items, ...choices].find((thing) => thing.id === id)?.name ?? id;
};

const doneText = ({ shop, marked }: Done, call: Call): readonly Line[] => {
  const page = call.page(shop.zone);
  const strong = { text: marked ? nameIn(shop, marked.id) : shop.name, tone: 'strong' } as const;
  if (!marked) return [[strong, '  ', intakeSpan(shop, page)]];
  const { label } = page.words;
  const back = call.lang === 'ko' ? '다시 판매' : 'back on sale';
  if (marked.until === undefined) return [[strong, '  ', { text: back, tone: 'good' }]];
  return [[strong, '  ', { text: `${label.soldOutUntil} ${when(page, marked.until)}`, tone: 'bad' }]];
};

const onShop =
  (change: Change) =>
  async (call: Call): Promise<Answered> => {
    const actor = demandedActor(call, 'owner');
    const id = readId('shop', call.args[0]);
    const house = await call.house();
    const app = house.as(actor);
    const found = await app.findShop(id);
    if (!found.ok) return found;
    const { zone } = found.value;
    const done = await change(app, found.value, call);
    if (!done.ok) return { ...done, zone };
    return answer({ json: shopJson(done.value), text: () => doneText(done.value, call) });
  };

const asDone = (shop: Result<Shop, Refusal>, marked?: Marked): Result<Done, Refusal> =>
  shop.ok ? { ok: true, value: { shop: shop.value, ...(marked && { marked }) } } : shop;

const intakeTo =
  (intake: Intake): Change =>
  async (app, shop) =>
    asDone(await app.setIntake(shop.id, intake));

const untilOf = (call: Call, shop: Shop): Instant | undefined => {
  const text = call.values.text('until');
  return text === undefined ? undefined : readUntil(text, call.now(), shop.zone);
};

const pause: Change = async (app, shop, call) => {
  const until = untilOf(call, shop);
  if (until === undefined) throw wrongUsage({ ko: '언제까지인지 적으세요: --until 30m', en: 'say until when: --until 30m' });
  return asDone(await app.setIntake(shop.id, { state: 'paused', until }));
};

type Finder = (shop: Shop, text: string) => Result<ItemId | ChoiceId, Refusal>;

const soldOut =
  (find: Finder): Change =>
  async (app, shop, call) => {
    const until = untilOf(call, shop) ?? tomorrow(call.now(), shop.zone);
    const thing = find(shop, call.args[1] ?? '');
    return thing.ok ? asDone(await app.markSoldOut(shop.id, thing.value, until), { id: thing.value, until }) : thing;
  };

const restored =
  (find: Finder): Change =>
  async (app, shop, call) => {
    const thing = find(shop, call.args[1] ?? '');
    return thing.ok ? asDone(await app.restoreItem(shop.id, thing.value), { id: thing.value }) : thing;
  };

const until: OptionSpec = {
  flags: '--until <time>',
  about: { ko: '언제까지: 30m, 2시간, 21:30, "내일 10시"', en: 'until when: 30m, 2h, 21:30, "tomorrow 10:00"' },
};
const as = '--as owner:shop_hanki';

/** `sold-out` and `restore`, of whatever `find` finds. */
const marks = (find: Finder, path: string, thing: string, sample: string): readonly Verb[] => [
  {
    usage: `sold-out <shop> <${thing}>`,
    about: { ko: '품절 표시 (기본: 내일까지)', en: 'mark it sold out (until tomorrow)' },
    options: [until],
    examples: [`${path} sold-out shop_hanki ${sample} --until 18:00 ${as}`],
    json: shapes.shopIntake,
    needs: 'change-shop',
    run: onShop(soldOut(find)),
  },
  {
    usage: `restore <shop> <${thing}>`,
    about: { ko: '품절 해제', en: 'put it back on sale' },
    examples: [`${path} restore shop_hanki ${sample} ${as}`],
    json: shapes.shopIntake,
    needs: 'change-shop',
    run: onShop(restored(find)),
  },
];

export const anyMarks = marks(anythingNamed, 'shop', 'item', 'kimchi-jjigae');
export const itemMarks = marks(itemNamed, 'shop item', 'item', 'kimchi-jjigae');
export const choiceMarks = marks(choiceNamed, 'shop choice', 'choice', 'spam');

export const intakeVerbs: readonly Verb[] = [
  {
    usage: 'open <shop>',
    about: { ko: '영업시간에 주문 받기', en: 'take orders, within the hours' },
    examples: [`shop open shop_hanki ${as}`],
    json: shapes.shopIntake,
    needs: 'change-shop',
    run: onShop(intakeTo({ state: 'open' })),
  },
  {
    usage: 'close <shop>',
    about: { ko: '다시 열 때까지 주문 안 받기', en: 'take no orders until it is opened again' },
    examples: [`shop close shop_hanki ${as}`],
    json: shapes.shopIntake,
    needs: 'change-shop',
    run: onShop(intakeTo({ state: 'closed' })),
  },
  {
    usage: 'pause <shop>',
    about: { ko: '정한 때까지 주문 안 받기', en: 'take no orders until a time' },
    options: [until],
    examples: [`shop pause shop_hanki --until 30m ${as}`, `shop pause shop_hanki --until "내일 10시" ${as}`],
    json: shapes.shopIntake,
    needs: 'change-shop',
    run: onShop(pause),
  },
];
