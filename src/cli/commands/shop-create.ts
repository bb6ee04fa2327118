import { checkedShop } from '../../core/catalog/edit-shop.ts';
import { parseShop } from '../../core/catalog/parse-shop.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import { withDayHours } from '../../core/catalog/written-hours.ts';
import type { ShopId } from '../../core/kinds.ts';
import { usualZone } from '../../words/page.ts';
import { demandedActor } from '../actor.ts';
import type { Call } from '../call.ts';
import { readLocation } from '../ingest.ts';
import { readId, readWhole } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { readWon } from '../shop-words.ts';
import { wrongUsage } from '../stop.ts';
import { type Answered, answer, option, type Verb } from '../verb.ts';
import { readHours, readTiers } from './shop-settings.ts';

/** Before anything is said: shut, so that nobody orders from half a menu. Seoul's city hall, which a file or `--at` must replace. */
const blank = (id: ShopId, name: string): Shop => {
  const day = [{ from: 11 * 60, to: 21 * 60 }];
  const shop = parseShop({
    id,
    name,
    zone: usualZone,
    location: { latitude: 37.5663, longitude: 126.9779 },
    intake: { state: 'closed' },
    hours: [day, day, day, day, day, day, day],
    holidays: [],
    minimum: 0,
    fees: [{ fee: 3000 }],
    areaMetres: 3000,
    menu: [],
  });
  if (!shop.ok) throw new Error(`the blank shop is wrong: ${JSON.stringify(shop.error)}`);
  return shop.value;
};

type Wish = Readonly<Record<string, unknown>> & { readonly hours?: ReturnType<typeof readHours> };
const wishOf = ({ values }: Call): Wish => {
  const [at, zone, minimum, area] = [values.text('at'), values.text('zone'), values.text('minimum'), values.text('area')];
  const [hours, fees] = [readHours(values.all('hours'), '--hours'), readTiers(values.all('fee'), '--fee')];
  return {
    ...(at !== undefined && { location: readLocation(at) }),
    ...(zone !== undefined && { zone }),
    ...(minimum !== undefined && { minimum: readWon(minimum, '--minimum') }),
    ...(area !== undefined && { areaMetres: readWhole(area, '--area', 1, 100_000) }),
    ...(fees.length > 0 && { fees }),
    ...(hours.length > 0 && { hours }),
  };
};

/** What is not said beside the file must be in it. */
const fromFile = async (call: Call, file: string, before: Shop): Promise<Shop> => {
  const { menuReader, readMenuText } = await import('../menu-file.ts');
  const need = [...(call.values.text('name') === undefined ? ['name'] : []), ...(call.values.text('at') === undefined ? ['location'] : [])];
  return menuReader(readMenuText(file), call)(before, need).shop;
};

const run = async (call: Call): Promise<Answered> => {
  const id = readId('shop', call.args[0]);
  const actor = demandedActor(call, 'owner');
  const [name, file] = [call.values.text('name'), call.values.text('file')];
  const { hours = [], ...wish } = wishOf(call);
  if (file === undefined && (name === undefined || wish['location'] === undefined))
    throw wrongUsage({
      ko: '이름과 위치를 적거나 (--name, --at) 파일을 주세요 (--file)',
      en: 'give a name and a place (--name, --at), or a file (--file)',
    });
  const start = blank(id, 'x');
  const base = file === undefined ? start : await fromFile(call, file, start);
  const shop = checkedShop({
    ...base,
    ...wish,
    ...(name !== undefined && { name }),
    hours: withDayHours(base.hours, hours),
  });
  if (!shop.ok) return shop;
  const house = await call.house('create');
  const made = await house.as(actor).createShop(shop.value);
  if (!made.ok) return made;
  const { shop: written, version } = made.value;
  const items = written.menu.reduce((count, category) => count + category.items.length, 0);
  return answer({
    json: { id, name: written.name, intake: written.intake.state, version, items },
    text: () => [[{ text: written.name, tone: 'strong' }, `  ${id}`]],
    advice: [
      call.lang === 'ko'
        ? `메뉴 넣기: baedal shop import ${id} FILE, 열기: baedal shop open ${id}`
        : `Bring in a menu: baedal shop import ${id} FILE; then open: baedal shop open ${id}`,
    ],
  });
};

export const createVerb: Verb = {
  usage: 'create <shop>',
  about: { ko: '새 상점 만들기 (닫힌 채로)', en: 'make a new shop; it stays shut until it is opened' },
  options: [
    option('--name <name>', '상점 이름', 'its name'),
    option('--at <lat,lng>', '위치: 37.55,126.92', 'where it is: 37.55,126.92'),
    { ...option('--hours <hours>', '영업시간 (기본: 매일 11-21), 여러 번', 'its hours (daily 11-21), may be repeated'), many: true },
    option('--minimum <won>', '최소 주문 금액 (기본 0)', 'the smallest order (0)'),
    { ...option('--fee <tier>', '배달비 (기본 3000), 여러 번', 'delivery fee (3000), may be repeated'), many: true },
    option('--area <metres>', '배달 지역, 직선 m (기본 3000)', 'how far it delivers, in metres (3000)'),
    option('--zone <zone>', '시간대 (기본 Asia/Seoul)', 'its time zone (Asia/Seoul)'),
    option('--file <file>', '파일 그대로 (YAML)', 'as a YAML file says'),
  ],
  examples: [
    'shop create shop_bunsik --name "우리분식" --at 37.5563,126.9236 --hours "월-토 11-21" --hours "일 휴무" --minimum 9000 --as owner:shop_bunsik',
    'shop create shop_bunsik --file bunsik.yaml --as owner:shop_bunsik',
  ],
  json: shapes.shopCreated,
  needs: 'change-shop',
  run,
};
