import { hostname } from 'node:os';
import type { ShopId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import { no, ok, type Result } from '../../core/result.ts';
import { actorAsked, shopOfOwner } from '../actor.ts';
import type { Call } from '../call.ts';
import { configured } from '../config-file.ts';
import { incidentFile } from '../incidents.ts';
import { bumpBarIn } from '../kitchen-keys.ts';
import { kitchenSound } from '../kitchen-sound.ts';
import { readId } from '../parse.ts';
import { screenOptions } from '../screen-options.ts';
import { wrongUsage } from '../stop.ts';
import type { Answered, Verb } from '../verb.ts';
import type { House } from '../wire.ts';

type Shops = readonly [ShopId, ...ShopId[]];

const ownerOf = (house: House, shop: ShopId) => house.as({ role: 'owner', id: shop });

/** Where something is to be done the screens open. */
const busyFirst = async (house: House, shops: readonly ShopId[]): Promise<readonly ShopId[]> => {
  const boards = await Promise.all(shops.map((shop) => ownerOf(house, shop).kitchenBoard(shop, 1)));
  const isBusy = (at: number) => {
    const board = boards[at];
    return board?.ok === true && board.value.tickets.length + board.value.alarms.length > 0;
  };
  return [...shops.filter((_shop, at) => isBusy(at)), ...shops.filter((_shop, at) => !isBusy(at))];
};

/** The shop that is named, or all of this house: whoever sits at the machine may see them, as everywhere on the command line. */
const shopsOf = async (call: Call, house: House): Promise<Result<Shops, Refusal>> => {
  const asked = actorAsked(call);
  if (asked && asked.role !== 'owner' && asked.role !== 'operator')
    throw wrongUsage({ ko: '이 화면은 상점주인의 것이에요: --as owner:shop_…', en: 'this screen is for owners: --as owner:shop_…' });
  const spokenFor = asked && shopOfOwner(asked);
  const named = call.args[0] === undefined ? spokenFor : readId('shop', call.args[0]);
  if (named !== undefined && spokenFor !== undefined && named !== spokenFor)
    return no({ code: 'NOT_ALLOWED', need: 'the owner of the shop (--as owner:<shop>)' });
  const app = house.as({ role: 'operator', id: 'operator' });
  if (named !== undefined) {
    const found = await app.findShop(named);
    return found.ok ? ok([found.value.id]) : found;
  }
  const [first, ...others] = await busyFirst(
    house,
    (await app.listShops()).map(({ id }) => id),
  );
  return first === undefined ? no({ code: 'NOT_FOUND', what: 'shop', id: 'shop_…' }) : ok([first, ...others]);
};

/** As a name of a screen is written; two on one machine are told apart by their processes. */
const screenName = (call: Call): string => {
  const said = call.values.text('screen');
  if (said !== undefined) {
    if (/^[a-z0-9][a-z0-9_.-]{0,39}$/.test(said)) return said;
    throw wrongUsage({
      ko: `--screen: 소문자, 숫자, _ . - 만 쓸 수 있어요 ('${said}')`,
      en: `--screen takes small letters, digits, _ . - only, not '${said}'`,
    });
  }
  const host = hostname()
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '-')
    .replace(/^[^a-z0-9]+/, '');
  return `${host.slice(0, 28) || 'screen'}.${process.pid}`;
};

const run = async (call: Call): Promise<Answered> => {
  const { isAtTerminal, aroundOf, afterScreens, personalLang } = await import('../screens.ts');
  if (call.json || !isAtTerminal())
    throw wrongUsage({
      ko: '이 화면은 터미널에서 열어요. 스크립트에서는: baedal kitchen board',
      en: 'these screens want a terminal; for scripts: baedal kitchen board',
    });
  const screen = screenName(call);
  const surroundings = configured(call.env);
  const bumpBar = bumpBarIn(surroundings);
  const house = await call.house();
  const shops = await shopsOf(call, house);
  if (!shops.ok) return shops;
  const file = incidentFile(house.file);
  const around = aroundOf(call, house, file);
  const appOf = (shop: ShopId) => ownerOf(house, shop);
  const sound = kitchenSound(surroundings, around.report);
  const { openOwner } = await import('../../tui/open.tsx');
  const left = await openOwner({
    ...{ ...around, appOf, screen, bumpBar },
    ...{ shops: shops.value, settings: house.settings, ...personalLang(call) },
    ...(sound && { sound }),
  });
  // Off at once, so that customers are told so now and not when it is stale; a database that is gone cannot be told.
  await Promise.all(shops.value.map((shop) => appOf(shop).leaveScreen(shop, screen))).catch(around.report);
  return afterScreens(left, call, file);
};

export const owner: Verb = {
  usage: 'owner [shop]',
  about: { ko: '상점주인의 화면: 주문판, 접수, 조리', en: "the owner's screens: the kitchen board" },
  options: [
    ...screenOptions,
    { flags: '--screen <name>', about: { ko: '화면 이름 (기본: 컴퓨터 이름)', en: 'name of this screen (of this computer)' } },
  ],
  examples: ['owner shop_hanki', 'owner'],
  needs: 'work-kitchen',
  run,
};
