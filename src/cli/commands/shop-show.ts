import { isSoldOut, type Shop } from '../../core/catalog/shop.ts';
import { writeShopFile } from '../../core/catalog/write-shop-file.ts';
import { writeTier } from '../../core/catalog/written-fees.ts';
import type { ShopState } from '../../core/use-cases/change-shop.ts';
import { wonText } from '../../words/page.ts';
import { settingName } from '../../words/shop-change.ts';
import { feesText, hoursText } from '../../words/shop-words.ts';
import { demandedActor } from '../actor.ts';
import type { Call } from '../call.ts';
import { iso } from '../iso.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { intakeSpan } from '../show/shop-text.ts';
import { pairs } from '../table.ts';
import type { Line } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';
import { hoursRows } from './shop-settings.ts';

const countsOf = ({ menu }: Shop, call: Call) => {
  const items = menu.flatMap((category) => category.items);
  const choices = new Map(
    items.flatMap(({ options }) => options.flatMap((group) => group.choices.map((choice) => [choice.id, choice] as const))),
  );
  const soldOut = [...items, ...choices.values()].filter((thing) => isSoldOut(thing, call.now())).length;
  return { categories: menu.length, items: items.length, soldOut };
};

const showJson = ({ shop, version }: ShopState, call: Call) => {
  const {
    shop: id,
    menu: _menu,
    options: _options,
    version: _version,
    ...settings
  } = Object.fromEntries(Object.entries(writeShopFile(shop, version)));
  const { intake } = shop;
  return {
    id,
    version,
    intake: intake.state,
    until: intake.state === 'paused' ? iso(intake.until) : null,
    ...settings,
    ...countsOf(shop, call),
  };
};

const showText = ({ shop, version }: ShopState, call: Call): readonly Line[] => {
  const page = call.page(shop.zone);
  const { categories, items, soldOut } = countsOf(shop, call);
  const ko = call.lang === 'ko';
  const name = (of: Parameters<typeof settingName>[0]) => settingName(of, call.lang);
  const menu = ko
    ? `메뉴 ${items}개 (분류 ${categories}개, 품절 ${soldOut}개)`
    : `${items} items in ${categories} categories, ${soldOut} sold out`;
  return [
    [{ text: shop.name, tone: 'strong' }, `  ${shop.id}  `, intakeSpan(shop, page)],
    ...pairs(
      [
        ...hoursRows(shop, call).map((row, at): readonly [string, string] => [at === 0 ? name('hours') : '', row.join('  ')]),
        ...shop.holidays
          .slice(0, 5)
          .map(({ day, name: called }, at): readonly [string, string] => [at === 0 ? page.words.thing.holiday : '', `${day} ${called}`]),
        [name('minimum'), wonText(page, shop.minimum)],
        ...shop.fees.map((tier, at): readonly [string, string] => [at === 0 ? name('fees') : '', feesText(writeTier(tier), call.lang)]),
        [name('area'), String(shop.areaMetres)],
        [name('lease'), hoursText(String(writeShopFile(shop, version)['lease']), call.lang)],
        [name('location'), `${shop.location.latitude}, ${shop.location.longitude}`],
        [name('zone'), shop.zone],
        [ko ? '메뉴' : 'menu', menu],
        [ko ? '버전' : 'version', String(version)],
      ],
      page.width,
    ),
  ];
};

const run = async (call: Call): Promise<Answered> => {
  const actor = demandedActor(call, 'owner');
  const id = readId('shop', call.args[0]);
  const house = await call.house();
  const found = await house.as(actor).readShop(id);
  if (!found.ok) return found;
  return answer({ json: showJson(found.value, call), text: () => showText(found.value, call) });
};

export const showVerb: Verb = {
  usage: 'show <shop>',
  about: { ko: '상점의 설정', en: 'show the settings of a shop' },
  examples: ['shop show shop_hanki --as owner:shop_hanki', 'shop show shop_hanki --json --as owner:shop_hanki'],
  json: shapes.shopSettings,
  needs: 'change-shop',
  run,
};
