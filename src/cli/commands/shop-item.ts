import { addItem, editItem, type ItemWish, moveItem, removeItem } from '../../core/catalog/edit-item.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import { parseItemId } from '../../core/kinds.ts';
import type { Call } from '../call.ts';
import { shapes } from '../shapes.ts';
import { ifVersion, onShop } from '../shop-change.ts';
import { groupNamed, itemNamed, newId, positionOf, positions, readWon } from '../shop-words.ts';
import { wrongUsage } from '../stop.ts';
import { option, type Verb } from '../verb.ts';
import { itemMarks } from './shop-intake.ts';

type Wish = Omit<ItemWish, 'options'> & { readonly groups?: readonly string[] };

const wishOf = ({ values }: Call): Wish => {
  const [name, price, about, options] = [values.text('name'), values.text('price'), values.text('about'), values.text('options')];
  return {
    ...(name !== undefined && { name }),
    ...(price !== undefined && { price: readWon(price, '--price') }),
    ...(about !== undefined && { about: about.trim() === '' ? null : about }),
    ...(options !== undefined && { groups: options.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])) }),
  };
};

/** Groups by id or name, as the menu has them. */
const inShop = (shop: Shop, { groups, ...wish }: Wish): ItemWish => ({
  ...wish,
  ...(groups && {
    options: [
      ...new Set(
        groups.map((text): string => {
          const group = groupNamed(shop, text);
          return group.ok ? group.value : text;
        }),
      ),
    ],
  }),
});

const add = onShop((call) => {
  const name = call.args[1] ?? '';
  const id = newId(call, name, parseItemId);
  const wish = wishOf(call);
  const where = positionOf(call);
  const category = call.values.text('category');
  if (wish.price === undefined) throw wrongUsage({ ko: '가격을 적으세요: --price 9000', en: 'say what it costs: --price 9000' });
  return (shop) => {
    const position = where((text) => itemNamed(shop, text));
    if (!position.ok) return position;
    const place = { position: position.value ?? { at: 'last' as const }, ...(category !== undefined && { category }) };
    return addItem(shop, id, { ...inShop(shop, wish), name }, place);
  };
});

const edit = onShop((call) => {
  const wish = wishOf(call);
  if (Object.keys(wish).length === 0)
    throw wrongUsage({
      ko: '바꿀 것을 적으세요: --name, --price, --about, --options',
      en: 'say what to change: --name, --price, --about, --options',
    });
  return (shop) => {
    const item = itemNamed(shop, call.args[1] ?? '');
    return item.ok ? editItem(shop, item.value, inShop(shop, wish)) : item;
  };
});

const move = onShop((call) => {
  const where = positionOf(call);
  const category = call.values.text('category');
  return (shop) => {
    const item = itemNamed(shop, call.args[1] ?? '');
    if (!item.ok) return item;
    const position = where((text) => itemNamed(shop, text));
    if (!position.ok) return position;
    if (position.value === undefined && category === undefined)
      throw wrongUsage({
        ko: '어디로 옮길지 적으세요: --category, --first, --last, --before, --after',
        en: 'say where to: --category, --first, --last, --before, --after',
      });
    return moveItem(shop, item.value, { position: position.value ?? { at: 'last' }, ...(category !== undefined && { category }) });
  };
});

const remove = onShop((call) => (shop) => {
  const item = itemNamed(shop, call.args[1] ?? '');
  return item.ok ? removeItem(shop, item.value) : item;
});

const price = option('--price <won>', '가격: 9000, 9,000원', 'what it costs: 9000, 9,000');
const category = option('--category <name>', '분류 (없으면 새로 만듦)', 'its category; a new one is made');
const about = option('--about <text>', '설명, 200자까지 ("" 는 지움)', 'a few words, at most 200 characters ("" for none)');
const options = option('--options <groups>', '선택 그룹, 쉼표로 (메뉴에 있는 것)', 'option groups of this menu, by commas');
const as = '--as owner:shop_hanki';

export const itemVerb: Verb = {
  usage: 'item',
  about: { ko: '메뉴 하나씩 고치기', en: 'change the menu item by item' },
  examples: [
    `shop item add shop_hanki 떡만둣국 --price 9500 --category 찌개 ${as}`,
    `shop item edit shop_hanki kimchi-jjigae --price 9500 ${as}`,
  ],
  verbs: [
    {
      usage: 'add <shop> <name>',
      about: { ko: '메뉴 더하기', en: 'add an item' },
      options: [
        price,
        category,
        about,
        options,
        option('--id <id>', 'id (기본: 이름으로 만듦)', 'its id; made of the name otherwise'),
        ...positions,
        ifVersion,
      ],
      examples: [
        `shop item add shop_hanki 떡만둣국 --price 9500 --category 찌개 --options spice ${as}`,
        `shop item add shop_hanki "Rice cake soup" --id tteokguk --price 9500 --after soft-tofu ${as}`,
      ],
      json: shapes.shopChanged,
      needs: 'change-shop',
      run: add,
    },
    {
      usage: 'edit <shop> <item>',
      about: { ko: '이름, 가격, 설명, 선택 그룹 바꾸기', en: 'change its name, price, words or options' },
      options: [option('--name <name>', '이름', 'its name'), price, about, options, ifVersion],
      examples: [`shop item edit shop_hanki kimchi-jjigae --price 9500 ${as}`],
      json: shapes.shopChanged,
      needs: 'change-shop',
      run: edit,
    },
    {
      usage: 'move <shop> <item>',
      about: { ko: '자리 옮기기', en: 'move it to another place or category' },
      options: [category, ...positions, ifVersion],
      examples: [`shop item move shop_hanki rice --first ${as}`, `shop item move shop_hanki rice --category 찌개 ${as}`],
      json: shapes.shopChanged,
      needs: 'change-shop',
      run: move,
    },
    {
      usage: 'remove <shop> <item>',
      about: { ko: '메뉴에서 빼기 (받은 주문은 그대로)', en: 'take it off the menu; placed orders stay' },
      options: [ifVersion],
      examples: [`shop item remove shop_hanki seaweed ${as}`],
      json: shapes.shopChanged,
      needs: 'change-shop',
      run: remove,
    },
    ...itemMarks,
  ],
};
