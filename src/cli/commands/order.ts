import type { App } from '../../core/app.ts';
import type { Cart } from '../../core/ordering/quote.ts';
import type { Profile } from '../../core/profile/profile.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import { usualZone, when } from '../../words/page.ts';
import type { Call } from '../call.ts';
import { type Customer, customerFor, type Delivery, placeOf } from '../customer.ts';
import { answerFrom, answerOptions, deliveryOptions } from '../delivery-options.ts';
import { exits } from '../exit.ts';
import { readLines } from '../find-item.ts';
import { readKey } from '../ingest.ts';
import { iso } from '../iso.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { answerPlaced } from '../show/answer-order.ts';
import { currency } from '../show/order-json.ts';
import { bill } from '../show/status-text.ts';
import { Stop, wrongUsage } from '../stop.ts';
import { pairs } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

type Wanted = { readonly of: { readonly cart: Cart } | { readonly quote: ReturnType<typeof readId<'quote'>> }; readonly zone: string };

const wantedOf = async (call: Call, app: App, kept: Profile): Promise<Result<Wanted, Refusal>> => {
  const { values } = call;
  const [quote, shopText, items] = [values.text('quote'), values.text('shop'), values.all('item')];
  if (quote !== undefined) {
    if (shopText === undefined && items.length === 0 && !values.flag('dry-run'))
      return ok({ of: { quote: readId('quote', quote, '--quote') }, zone: usualZone });
    throw wrongUsage({
      ko: '--quote 옵션은 --shop, --item, --dry-run 없이 쓰세요',
      en: '--quote goes without --shop, --item and --dry-run',
    });
  }
  if (values.flag('accept-changes') || values.flag('drop-missing')) {
    throw wrongUsage({
      ko: '--accept-changes, --drop-missing 옵션은 --quote 견적에만 써요',
      en: '--accept-changes and --drop-missing go with --quote',
    });
  }
  if (shopText === undefined)
    throw wrongUsage({ ko: '상점을 고르세요: --shop <shop> (목록: baedal shops)', en: 'choose a shop: --shop <shop> (see: baedal shops)' });
  const id = readId('shop', shopText, '--shop');
  if (items.length === 0) {
    throw wrongUsage({
      ko: `메뉴를 고르세요: --item <item> (메뉴: baedal menu ${id})`,
      en: `choose something: --item <item> (see: baedal menu ${id})`,
    });
  }
  const to = placeOf(call, kept);
  const shop = await app.findShop(id);
  if (!shop.ok) return shop;
  const lines = readLines(shop.value, items, values.text('key') !== undefined);
  if (!lines.ok) return lines;
  return ok({ of: { cart: { shop: id, lines: lines.value, ...(to && { to }) } }, zone: shop.value.zone });
};

const dryRun = async (call: Call, app: App, cart: Cart, zone: string): Promise<Answered> => {
  const quoted = await app.issueQuote(cart);
  if (!quoted.ok) return { ...quoted, zone };
  const { quote, lines, subtotal, fee, discount, total, expiresAt, shop, shopName } = quoted.value;
  const page = call.page(zone);
  const { label } = page.words;
  const held = [
    [label.quote, quote],
    [label.expiresAt, when(page, expiresAt)],
  ] as const;
  return answer({
    json: { quote, lines, subtotal, fee, discount, total, currency, expiresAt: iso(expiresAt), shop, shopName },
    text: () => [{ text: shopName, tone: 'strong' }, ...bill(lines, fee, total, page), ...pairs(held, page.width)],
    advice: [`${call.lang === 'ko' ? '이 값으로 주문하기' : 'Order at this price'}: baedal order --quote ${quote} --address "…"`],
  });
};

// Nobody chose a key: then this is the moment at which it must be known.
const lost = (key: string): Stop =>
  new Stop(
    'OUTCOME_UNKNOWN',
    exits.unknown,
    {
      ko: `디스크 오류로 주문이 저장됐는지 알 수 없어요. 디스크를 확인하고, 같은 명령에 --key ${key} 옵션을 붙여 다시 실행하세요`,
      en: `The disk failed, so it is not known whether the order was written. Look at the disk, then run the same command again with --key ${key}`,
    },
    { key },
  );

type Placing = { readonly customer: Customer; readonly delivery: Delivery; readonly spareKey: string };

const place = async (call: Call, app: App, { of, zone }: Wanted, { customer, delivery, spareKey }: Placing): Promise<Answered> => {
  const { contact, card } = delivery;
  const asked = call.values.text('key');
  const key = asked === undefined ? spareKey : readKey(asked);
  try {
    const placed = await app.placeOrder({ of, contact, method: card, key, answer: answerFrom(call.values) });
    if (!placed.ok) return { ...placed, zone };
    await customer.remember(app, delivery);
    return answerPlaced(placed.value.view, call, zone);
  } catch (error) {
    if (error instanceof Error && error.name === 'OutcomeUnknown') throw lost(key);
    throw error;
  }
};

const run = async (call: Call): Promise<Answered> => {
  const house = await call.house();
  const customer = customerFor(call, house.env);
  const isDry = call.values.flag('dry-run');
  const app = house.as(customer.looking());
  const kept = await customer.kept(app);
  const wanted = await wantedOf(call, app, kept);
  if (!wanted.ok) return wanted;
  const { of, zone } = wanted.value;
  if (isDry && 'cart' in of) return dryRun(call, house.as(customer.acting()), of.cart, zone);
  const delivery = customer.delivery(kept);
  return place(call, house.as(customer.acting()), wanted.value, { customer, delivery, spareKey: house.env.newCommandId() });
};

export const order: Verb = {
  usage: 'order',
  about: { ko: '주문하고 결제하기', en: 'order and pay' },
  options: [
    { flags: '--shop <shop>', about: { ko: '상점 (baedal shops)', en: 'the shop (baedal shops)' } },
    {
      flags: '--item <item>',
      about: {
        ko: '"메뉴[*수량][:선택지,선택지]"; id 또는 정확한 이름. 여러 번 쓸 수 있음',
        en: '"item[*quantity][:choice,choice]" by id or exact name; may be repeated',
      },
      many: true,
    },
    ...deliveryOptions,
    { flags: '--key <key>', about: { ko: '같은 키로 다시 실행해도 한 번만 주문', en: 'repeating with the same key orders once' } },
    {
      flags: '--quote <quote>',
      about: { ko: '--dry-run 견적을 그 값 그대로 주문', en: 'order a quote of --dry-run at exactly its price' },
    },
    ...answerOptions,
    { flags: '--dry-run', about: { ko: '값만 알아보기: 결제도 주문도 하지 않음', en: 'only ask the price: nothing is paid or ordered' } },
  ],
  examples: [
    'order --shop shop_hanki --item "kimchi-jjigae*2:mild" --address "서울시 마포구 월드컵로 1"',
    'order --shop shop_chicken --item "후라이드치킨:순살,머스타드" --item "콜라:1.25L"',
    'order --shop shop_hanki --item "pork-stirfry:hot,white-rice" --item rice --dry-run',
    'order --quote quo_… --address "…" --json',
  ],
  json: `${shapes.placed}|${shapes.quoted}`,
  needs: 'order',
  run,
};
