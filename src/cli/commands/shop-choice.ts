import { addChoice, editChoice, editGroup, moveChoice, removeChoice } from '../../core/catalog/edit-choice.ts';
import { parseChoose } from '../../core/catalog/read-file-menu.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import { type ItemId, parseChoiceId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Call } from '../call.ts';
import { shapes } from '../shapes.ts';
import { ifVersion, onShop } from '../shop-change.ts';
import { choiceNamed, groupNamed, itemNamed, newId, positionOf, positions, readOptionGroupId, readWon } from '../shop-words.ts';
import { wrongInput, wrongUsage } from '../stop.ts';
import { option, type Verb } from '../verb.ts';
import { choiceMarks } from './shop-intake.ts';

type Reach = { readonly item?: ItemId };
const reachOf = (shop: Shop, { values }: Call): Result<Reach, Refusal> => {
  const text = values.text('item');
  if (text === undefined) return ok({});
  const item = itemNamed(shop, text);
  return item.ok ? ok({ item: item.value }) : item;
};

const priceOf = ({ values }: Call): number | undefined => {
  const text = values.text('price');
  return text === undefined ? undefined : readWon(text, '--price');
};

const chooseOf = ({ values }: Call) => {
  const text = values.text('choose');
  const limits = text === undefined ? undefined : parseChoose(text);
  if (text === undefined || limits) return limits;
  throw wrongInput('--choose', {
    ko: `몇 개 고르는지 적으세요 (예: 1, 0-3)`,
    en: `how many may be chosen, such as 1 or 0-3, not '${text}'`,
  });
};

const add = onShop((call) => {
  const [, group = '', name = ''] = call.args;
  const id = newId(call, name, parseChoiceId);
  const where = positionOf(call);
  const [price, limits, called] = [priceOf(call) ?? 0, chooseOf(call) ?? { min: 1, max: 1 }, call.values.text('new-group')];
  if (called !== undefined && call.values.text('item') === undefined)
    throw wrongUsage({ ko: '새 그룹을 붙일 메뉴를 적으세요: --item', en: 'say which item gets the new group: --item' });
  return (shop) => {
    const reach = reachOf(shop, call);
    if (!reach.ok) return reach;
    const position = where((text) => choiceNamed(shop, text));
    if (!position.ok) return position;
    const known = groupNamed(shop, group);
    const wish = {
      group: known.ok ? known.value : readOptionGroupId(group),
      choice: { id, name, price },
      position: position.value ?? { at: 'last' as const },
      ...(called !== undefined && { create: { ...limits, name: called } }),
    };
    return addChoice(shop, wish, reach.value);
  };
});

/** A choice that is there, in one item or wherever it is offered. */
const onChoice = <T>(
  read: (call: Call) => T,
  change: (shop: Shop, choice: ReturnType<typeof choiceNamed> & { readonly ok: true }, reach: Reach, what: T) => Result<Shop, Refusal>,
) =>
  onShop((call) => {
    const what = read(call);
    return (shop) => {
      const choice = choiceNamed(shop, call.args[1] ?? '');
      if (!choice.ok) return choice;
      const reach = reachOf(shop, call);
      return reach.ok ? change(shop, choice, reach.value, what) : reach;
    };
  });

const wishOf = (call: Call) => {
  const [name, price] = [call.values.text('name'), priceOf(call)];
  if (name === undefined && price === undefined)
    throw wrongUsage({ ko: '바꿀 것을 적으세요: --name, --price', en: 'say what to change: --name, --price' });
  return { ...(name !== undefined && { name }), ...(price !== undefined && { price }) };
};
const edit = onChoice(wishOf, (shop, { value }, reach, wish) => editChoice(shop, value, wish, reach));
const remove = onChoice(
  () => undefined,
  (shop, { value }, reach) => removeChoice(shop, value, reach),
);
const move = onChoice(positionOf, (shop, { value }, reach, where) => {
  const position = where((text) => choiceNamed(shop, text));
  if (!position.ok) return position;
  if (position.value !== undefined) return moveChoice(shop, value, position.value, reach);
  throw wrongUsage({
    ko: '어디로 옮길지 적으세요: --first, --last, --before, --after',
    en: 'say where to: --first, --last, --before, --after',
  });
});

const regroup = onShop((call) => {
  const [name, limits] = [call.values.text('name'), chooseOf(call)];
  if (name === undefined && !limits)
    throw wrongUsage({ ko: '바꿀 것을 적으세요: --name, --choose', en: 'say what to change: --name, --choose' });
  return (shop) => {
    const group = groupNamed(shop, call.args[1] ?? '');
    if (!group.ok) return group;
    const reach = reachOf(shop, call);
    return reach.ok ? editGroup(shop, group.value, { ...limits, ...(name !== undefined && { name }) }, reach.value) : reach;
  };
});

const price = option('--price <won>', '더 내는 돈 (기본 0)', 'what it adds to the price (0)');
const name = option('--name <name>', '이름', 'its name');
const item = option('--item <item>', '이 메뉴에서만 (기본: 있는 곳 모두)', 'only of this item; otherwise wherever it is offered');
const choose = option('--choose <n>', '고르는 수: 1, 0-3', 'how many are chosen: 1, 0-3');
const as = '--as owner:shop_hanki';

export const choiceVerb: Verb = {
  usage: 'choice',
  about: { ko: '선택지 하나씩 고치기', en: 'change options choice by choice' },
  examples: [`shop choice add shop_hanki toppings 떡사리 --price 1000 ${as}`, `shop choice sold-out shop_hanki spam ${as}`],
  verbs: [
    {
      usage: 'add <shop> <group> <name>',
      about: { ko: '선택지 더하기', en: 'add a choice to an option group' },
      options: [
        price,
        item,
        option('--id <id>', 'id (기본: 이름으로 만듦)', 'its id; made of the name otherwise'),
        option('--new-group <name>', '그룹이 없으면 이 이름으로 만듦', 'makes the group, by this name, where it is missing'),
        choose,
        ...positions,
        ifVersion,
      ],
      examples: [
        `shop choice add shop_hanki toppings 떡사리 --price 1000 ${as}`,
        `shop choice add shop_hanki size 곱빼기 --price 2000 --item rice --new-group 양 --choose 0-1 ${as}`,
      ],
      json: shapes.shopChanged,
      needs: 'change-shop',
      run: add,
    },
    {
      usage: 'edit <shop> <choice>',
      about: { ko: '이름, 가격 바꾸기', en: 'change its name or price' },
      options: [name, price, item, ifVersion],
      examples: [`shop choice edit shop_hanki spam --price 2500 ${as}`],
      json: shapes.shopChanged,
      needs: 'change-shop',
      run: edit,
    },
    {
      usage: 'move <shop> <choice>',
      about: { ko: '그룹 안에서 자리 옮기기', en: 'move it inside its group' },
      options: [item, ...positions, ifVersion],
      examples: [`shop choice move shop_hanki hot --first ${as}`],
      json: shapes.shopChanged,
      needs: 'change-shop',
      run: move,
    },
    {
      usage: 'remove <shop> <choice>',
      about: { ko: '선택지 빼기', en: 'take a choice away' },
      options: [item, ifVersion],
      examples: [`shop choice remove shop_hanki dumpling ${as}`],
      json: shapes.shopChanged,
      needs: 'change-shop',
      run: remove,
    },
    {
      usage: 'group <shop> <group>',
      about: { ko: '그룹의 이름, 고르는 수 바꾸기', en: 'change the name of a group, or how many are chosen' },
      options: [name, choose, item, ifVersion],
      examples: [`shop choice group shop_hanki toppings --choose 0-5 ${as}`],
      json: shapes.shopChanged,
      needs: 'change-shop',
      run: regroup,
    },
    ...choiceMarks,
  ],
};
