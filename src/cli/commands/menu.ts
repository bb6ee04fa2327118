import { type Choice, type Item, isSoldOut, type Shop } from '../../core/catalog/shop.ts';
import type { Instant } from '../../core/kinds.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { readId } from '../parse.ts';
import { menuText } from '../show/menu-text.ts';
import { unattended } from '../show/presence-text.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const choiceJson = (choice: Choice, now: Instant) => ({
  id: choice.id,
  name: choice.name,
  price: choice.price,
  soldOut: isSoldOut(choice, now),
});

const itemJson = (item: Item, now: Instant) => ({
  id: item.id,
  name: item.name,
  price: item.price,
  soldOut: isSoldOut(item, now),
  about: item.about ?? null,
  options: item.options.map(({ id, name, min, max, choices }) => ({
    id,
    name,
    min,
    max,
    choices: choices.map((one) => choiceJson(one, now)),
  })),
});

const menuJson = (shop: Shop, now: Instant) => ({
  shop: shop.id,
  name: shop.name,
  minimum: shop.minimum,
  categories: shop.menu.map(({ name, items }) => ({ name, items: items.map((item) => itemJson(item, now)) })),
});

const exampleOf = (shop: Shop): string => {
  const item = shop.menu.flatMap(({ items }) => items)[0];
  return `baedal order --shop ${shop.id} --item "${item?.id ?? '…'}*2" --address "…"`;
};

const run = async (call: Call): Promise<Answered> => {
  const id = readId('shop', call.args[0]);
  const house = await call.house();
  const app = house.as(customerOr(call));
  const shop = await app.findShop(id);
  if (!shop.ok) return shop;
  const off = call.json ? [] : unattended(await app.shopPresence(id), call.page(shop.value.zone));
  return answer({
    json: menuJson(shop.value, call.now()),
    text: () => menuText(shop.value, call.page(shop.value.zone)),
    advice: [...off, `${call.lang === 'ko' ? '주문하기' : 'Order'}: ${exampleOf(shop.value)}`],
  });
};

export const menu: Verb = {
  usage: 'menu <shop>',
  about: { ko: '상점의 메뉴와 선택지', en: 'show the menu of a shop with its options' },
  examples: ['menu shop_hanki', 'menu shop_chicken --json'],
  run,
};
