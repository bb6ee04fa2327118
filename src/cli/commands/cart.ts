import type { App } from '../../core/app.ts';
import type { Wish } from '../../core/cart/cart.ts';
import type { ShopId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import type { CartView } from '../../core/use-cases/carts.ts';
import { usualZone } from '../../words/page.ts';
import type { Call } from '../call.ts';
import { customerFor } from '../customer.ts';
import { readLines } from '../find-item.ts';
import { readNote } from '../ingest.ts';
import { readId, readWhole } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { cartJson } from '../show/cart-json.ts';
import { cartText } from '../show/cart-text.ts';
import { zoneOf } from '../show/zones.ts';
import { wrongUsage } from '../stop.ts';
import { type Answered, answer, type OptionSpec, type Verb } from '../verb.ts';
import { checkout, quote } from './cart-checkout.ts';

const answerCart = async (done: Result<CartView, Refusal>, app: App, call: Call): Promise<Answered> => {
  if (!done.ok) return { ...done, zone: usualZone };
  const view = done.value;
  const { shop, lines } = view.cart;
  const zone = call.json ? undefined : await zoneOf(app, shop);
  const next = call.lang === 'ko' ? '주문하기' : 'Order it';
  return answer({
    json: cartJson(view),
    text: () => cartText(view, call.page(zone)),
    advice: lines.length > 0 && view.look.stops.length === 0 ? [`${next}: baedal cart checkout ${shop}`] : [],
  });
};

type Editing = { readonly app: App; readonly shop: ShopId };
const onCart =
  <T>(read: (call: Call) => T, change: (editing: Editing, what: T, call: Call) => Promise<Result<CartView, Refusal>>) =>
  async (call: Call): Promise<Answered> => {
    const shop = readId('shop', call.args[0]);
    const what = read(call);
    const house = await call.house();
    const customer = customerFor(call, house.env);
    const found = await house.as(customer.looking()).findShop(shop);
    if (!found.ok) return found;
    const app = house.as(customer.acting());
    return answerCart(await change({ app, shop }, what, call), app, call);
  };

const wishesFrom = async ({ app, shop }: Editing, { values }: Call): Promise<Result<readonly Wish[], Refusal>> => {
  const found = await app.findShop(shop);
  if (!found.ok) return found;
  const lines = readLines(found.value, values.all('item'), false);
  if (!lines.ok) return lines;
  const note = values.text('note');
  const kept = note === undefined ? {} : { note: readNote(note, '--note') };
  return ok(lines.value.map((line) => ({ ...line, ...kept })));
};

const addAll = async (editing: Editing, call: Call): Promise<Result<CartView, Refusal>> => {
  const wishes = await wishesFrom(editing, call);
  if (!wishes.ok) return wishes;
  return editing.app.addToCart(editing.shop, wishes.value);
};

const someItems = ({ args, values }: Call): void => {
  if (values.all('item').length > 0) return;
  throw wrongUsage({
    ko: `메뉴를 고르세요: --item <item> (메뉴: baedal menu ${args[0] ?? ''})`,
    en: `choose something: --item <item> (see: baedal menu ${args[0] ?? ''})`,
  });
};

const lineOf = ({ args }: Call): number => readWhole(args[1] ?? '', 'line', 1, 999_999_999);

type Setting = { readonly line: number; readonly quantity: number | undefined };
const settingOf = (call: Call): Setting => {
  const { args, values } = call;
  const isOther = values.all('item').length > 0;
  if ((args[2] === undefined) !== isOther || values.all('item').length > 1) {
    throw wrongUsage({ ko: '수량이나 --item 하나를 적으세요', en: 'say a quantity, or one --item' });
  }
  return { line: lineOf(call), quantity: isOther ? undefined : readWhole(args[2] ?? '', 'quantity', 0, 99) };
};

const set = async (editing: Editing, { line, quantity }: Setting, call: Call): Promise<Result<CartView, Refusal>> => {
  const { app, shop } = editing;
  if (quantity !== undefined) return app.setCartLine(shop, line, quantity);
  const wishes = await wishesFrom(editing, call);
  if (!wishes.ok) return wishes;
  const [wish] = wishes.value;
  return wish ? app.setCartLine(shop, line, wish) : app.cart(shop);
};

const show = async (call: Call): Promise<Answered> => {
  const text = call.args[0];
  const shop = text === undefined ? undefined : readId('shop', text);
  const house = await call.house();
  const app = house.as(customerFor(call, house.env).looking());
  if (shop !== undefined) return answerCart(await app.cart(shop), app, call);
  const found = await app.carts();
  if (!found.ok) return found;
  const page = call.page();
  return answer({
    json: found.value.map(cartJson),
    text: () => found.value.flatMap((view, at) => [...(at === 0 ? [] : ['']), ...cartText(view, page)]),
    advice:
      found.value.length > 0
        ? []
        : [call.lang === 'ko' ? '장바구니가 비어 있어요. 상점 보기: baedal shops' : 'There is no cart. See the shops: baedal shops'],
  });
};

const item: OptionSpec = {
  flags: '--item <item>',
  about: { ko: '"메뉴[*수량][:선택지,선택지]"; id 또는 정확한 이름', en: '"item[*quantity][:choice,choice]" by id or exact name' },
  many: true,
};
const note: OptionSpec = {
  flags: '--note <text>',
  about: { ko: '이 메뉴에 대해 주방에 남길 말', en: 'for the kitchen, about these dishes' },
};

export const cart: Verb = {
  usage: 'cart',
  about: { ko: '장바구니: 상점마다 하나, 주문할 때까지 그대로', en: 'carts: one a shop, kept until they are ordered' },
  examples: ['cart add shop_hanki --item "kimchi-jjigae*2:mild" --note "덜 맵게"', 'cart show', 'cart checkout shop_hanki'],
  verbs: [
    {
      usage: 'add <shop>',
      about: { ko: '담기: 같은 메뉴는 수량만 늘어남', en: 'put in; more of the same adds up' },
      options: [item, note],
      examples: ['cart add shop_hanki --item "kimchi-jjigae:mild" --item egg-roll'],
      json: shapes.cart,
      needs: 'order',
      run: onCart(someItems, (editing, _what, call) => addAll(editing, call)),
    },
    {
      usage: 'set <shop> <line> [quantity]',
      about: { ko: '수량이나 메뉴 바꾸기 (줄 번호는 cart show)', en: 'change a line, by its number in cart show' },
      options: [item, note],
      examples: ['cart set shop_hanki 1 3', 'cart set shop_hanki 1 --item "kimchi-jjigae*2:hot"'],
      json: shapes.cart,
      needs: 'order',
      run: onCart(settingOf, set),
    },
    {
      usage: 'remove <shop> <line>',
      about: { ko: '한 줄 빼기', en: 'take a line out' },
      examples: ['cart remove shop_hanki 1'],
      json: shapes.cart,
      needs: 'order',
      run: onCart(lineOf, ({ app, shop }, line) => app.removeCartLine(shop, line)),
    },
    {
      usage: 'show [shop]',
      about: { ko: '지금 값으로 보기, 없는 것과 바뀐 것도', en: 'at the prices of now, with what is missing or changed' },
      examples: ['cart show', 'cart show shop_hanki --json'],
      json: `${shapes.carts}|${shapes.cart}`,
      needs: 'order',
      run: show,
    },
    {
      usage: 'clear <shop>',
      about: { ko: '비우기', en: 'empty it' },
      examples: ['cart clear shop_hanki'],
      json: shapes.cart,
      needs: 'order',
      run: onCart(
        () => undefined,
        ({ app, shop }) => app.clearCart(shop),
      ),
    },
    quote,
    checkout,
  ],
};
