import type { App } from '../../core/app.ts';
import type { Intake, Shop } from '../../core/catalog/shop.ts';
import type { Instant } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { customerOr, demandedActor } from '../actor.ts';
import type { Call } from '../call.ts';
import { iso } from '../iso.ts';
import { thingOf } from '../menu-thing.ts';
import { readId, readUntil, tomorrow } from '../parse.ts';
import { presenceJson, presenceText } from '../show/presence-text.ts';
import { intakeSpan } from '../show/shop-text.ts';
import { wrongUsage } from '../stop.ts';
import { type Answered, answer, type OptionSpec, type Verb } from '../verb.ts';

type Change = (app: App, shop: Shop, call: Call) => Promise<Result<Shop, Refusal>>;

const shopJson = ({ id, name, intake }: Shop) => ({
  id,
  name,
  intake: intake.state,
  until: intake.state === 'paused' ? iso(intake.until) : null,
});

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
    const changed = await change(app, found.value, call);
    if (!changed.ok) return { ...changed, zone };
    const shop = changed.value;
    return answer({
      json: shopJson(shop),
      text: () => [[{ text: shop.name, tone: 'strong' }, '  ', intakeSpan(shop, call.page(zone))]],
    });
  };

const intakeTo =
  (intake: Intake): Change =>
  (app, shop) =>
    app.setIntake(shop.id, intake);

const untilOf = (call: Call, shop: Shop): Instant | undefined => {
  const text = call.values.text('until');
  return text === undefined ? undefined : readUntil(text, call.now(), shop.zone);
};

const pause: Change = async (app, shop, call) => {
  const until = untilOf(call, shop);
  if (until === undefined) throw wrongUsage({ ko: '언제까지인지 적으세요: --until 30m', en: 'say until when: --until 30m' });
  return app.setIntake(shop.id, { state: 'paused', until });
};

const soldOut: Change = async (app, shop, call) => {
  const until = untilOf(call, shop) ?? tomorrow(call.now(), shop.zone);
  const thing = thingOf(shop, call.args[1] ?? '');
  return thing.ok ? app.markSoldOut(shop.id, thing.value, until) : thing;
};

const restore: Change = async (app, shop, call) => {
  const thing = thingOf(shop, call.args[1] ?? '');
  return thing.ok ? app.restoreItem(shop.id, thing.value) : thing;
};

const presence = async (call: Call): Promise<Answered> => {
  const id = readId('shop', call.args[0]);
  const house = await call.house();
  const app = house.as(customerOr(call));
  const found = await app.findShop(id);
  if (!found.ok) return found;
  const seen = await app.shopPresence(id);
  return answer({
    json: presenceJson(id, seen),
    text: () => [[{ text: found.value.name, tone: 'strong' }, '  ', presenceText(seen, call.page(found.value.zone))]],
  });
};

const until: OptionSpec = {
  flags: '--until <time>',
  about: { ko: '언제까지: 30m, 2h, 18:00, "2026-12-25 18:00"', en: 'until when: 30m, 2h, 18:00, "2026-12-25 18:00"' },
};

export const shop: Verb = {
  usage: 'shop',
  about: { ko: '상점 열고 닫기, 품절 표시', en: 'open and close a shop, mark things sold out' },
  examples: ['shop pause shop_hanki --until 30m --as owner:shop_hanki', 'shop sold-out shop_hanki rice --as owner:shop_hanki'],
  verbs: [
    {
      usage: 'open <shop>',
      about: { ko: '영업시간에 주문 받기', en: 'take orders, within the hours' },
      examples: ['shop open shop_hanki --as owner:shop_hanki'],
      run: onShop(intakeTo({ state: 'open' })),
    },
    {
      usage: 'close <shop>',
      about: { ko: '다시 열 때까지 주문 안 받기', en: 'take no orders until it is opened again' },
      examples: ['shop close shop_hanki --as owner:shop_hanki'],
      run: onShop(intakeTo({ state: 'closed' })),
    },
    {
      usage: 'pause <shop>',
      about: { ko: '정한 때까지 주문 안 받기', en: 'take no orders until a time' },
      options: [until],
      examples: ['shop pause shop_hanki --until 30m --as owner:shop_hanki'],
      run: onShop(pause),
    },
    {
      usage: 'sold-out <shop> <item>',
      about: { ko: '메뉴나 선택지 품절 (기본: 내일까지)', en: 'mark an item or a choice sold out (until tomorrow)' },
      options: [until],
      examples: ['shop sold-out shop_hanki kimchi-jjigae --until 18:00 --as owner:shop_hanki'],
      run: onShop(soldOut),
    },
    {
      usage: 'restore <shop> <item>',
      about: { ko: '품절 해제', en: 'put an item or a choice back on sale' },
      examples: ['shop restore shop_hanki kimchi-jjigae --as owner:shop_hanki'],
      run: onShop(restore),
    },
    {
      usage: 'presence <shop>',
      about: { ko: '상점 화면이 켜져 있는지', en: 'whether a screen of the shop is on' },
      examples: ['shop presence shop_hanki', 'shop presence shop_hanki --json'],
      run: presence,
    },
  ],
};
