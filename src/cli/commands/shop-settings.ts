import { checkedShop } from '../../core/catalog/edit-shop.ts';
import type { Complaint } from '../../core/catalog/problem.ts';
import { readShopFile } from '../../core/catalog/read-shop-file.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import { writeShopFile } from '../../core/catalog/write-shop-file.ts';
import { parseTier, writeTier } from '../../core/catalog/written-fees.ts';
import { type DayHours, groupWeek, parseDayHours, withDayHours, writeDays, writeSpans } from '../../core/catalog/written-hours.ts';
import type { Refusal } from '../../core/refusal.ts';
import { no, type Result } from '../../core/result.ts';
import { wonText } from '../../words/page.ts';
import { complaintText } from '../../words/shop-problem.ts';
import { feesText, hoursText } from '../../words/shop-words.ts';
import { demandedActor } from '../actor.ts';
import type { Call } from '../call.ts';
import { readId, readWhole } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { ifVersion, onShop } from '../shop-change.ts';
import { readDays, readWon } from '../shop-words.ts';
import { type Stop, wrongInput, wrongUsage } from '../stop.ts';
import { table } from '../table.ts';
import type { Line } from '../terminal.ts';
import { type Answered, answer, option, type Verb } from '../verb.ts';

type Edit = (shop: Shop) => Result<Shop, Refusal>;

const complaint = (field: string, problem: Complaint): Stop =>
  wrongInput(field, { ko: complaintText(problem, 'ko'), en: complaintText(problem, 'en') });

/** Through the same words as a file has: `area: 3000` in a file is `shop area … 3000` here. */
const asFile =
  (file: unknown): Edit =>
  (shop) => {
    const read = readShopFile(file, shop);
    return read.ok ? { ok: true, value: read.value.shop } : no({ code: 'INVALID_DOCUMENT', problems: read.error });
  };

/** One setting: shown when nothing stands behind the shop, else changed. */
const setting = (key: string, show: (shop: Shop, call: Call) => readonly Line[], read: (words: readonly string[]) => Edit) => {
  const change = onShop((call) => read(call.args.slice(1)));
  return async (call: Call): Promise<Answered> => {
    if (call.args.length > 1) return change(call);
    const actor = demandedActor(call, 'owner');
    const id = readId('shop', call.args[0]);
    const house = await call.house();
    const found = await house.as(actor).readShop(id);
    if (!found.ok) return found;
    const { shop, version } = found.value;
    const written = new Map(Object.entries(writeShopFile(shop, version)));
    return answer({ json: { id, name: shop.name, version, [key]: written.get(key) }, text: () => show(shop, call) });
  };
};

export const readHours = (words: readonly string[], field = 'hours'): readonly DayHours[] =>
  words.map((text) => {
    const hours = parseDayHours(text);
    if (typeof hours === 'string') throw complaint(field, { kind: hours });
    return hours;
  });

export const readTiers = (words: readonly string[], field = 'fees'): readonly unknown[] =>
  words.map((text) => {
    const tier = parseTier(text);
    if (tier) return tier;
    throw wrongInput(field, {
      ko: `'${text}' 대신 이렇게 적으세요: 4000, "2000 1.5km 이내", "무료 30000원 이상"`,
      en: `write 4000, "2000 within 1.5km" or "0 from 30000", not '${text}'`,
    });
  });

export const hoursRows = ({ hours }: Shop, { lang }: Pick<Call, 'lang'>): readonly (readonly [days: string, hours: string])[] =>
  groupWeek(hours).map(({ days, spans }) => [hoursText(writeDays(days), lang), hoursText(writeSpans(spans), lang)]);

const hours = setting(
  'hours',
  (shop, call) => table(hoursRows(shop, call), call.page().width),
  (words) => {
    const all = readHours(words);
    return (shop) => checkedShop({ ...shop, hours: withDayHours(shop.hours, all) });
  },
);

const fees = setting(
  'fees',
  ({ fees: tiers }, { lang }) => tiers.map((tier) => feesText(writeTier(tier), lang)),
  (words) => {
    const tiers = readTiers(words);
    return (shop) => checkedShop({ ...shop, fees: tiers });
  },
);

const minimum = setting(
  'minimum',
  (shop, call) => [wonText(call.page(), shop.minimum)],
  ([text = '']) => asFile({ minimum: readWon(text, 'minimum') }),
);
const area = setting(
  'area',
  ({ areaMetres }) => [`${areaMetres} m`],
  ([text = '']) => asFile({ area: readWhole(text.replace(/ ?(m|미터)$/, ''), 'area', 1, 100_000) }),
);
const lease = setting(
  'lease',
  (shop, { lang }) => [hoursText(`${writeShopFile(shop, 0)['lease']}`, lang)],
  ([text = '']) => asFile({ lease: text.replace(/ ?분$/, '') }),
);

const changeHolidays = onShop((call) => {
  const { values } = call;
  const daysFor = ({ zone }: Shop) => readDays(call.args[1] ?? '', call.now(), zone);
  if (values.flag('remove')) {
    return (shop) => {
      const days = daysFor(shop);
      const missing = days.find((day) => !shop.holidays.some((one) => one.day === day));
      if (missing !== undefined) return no({ code: 'NOT_FOUND', what: 'holiday', id: missing });
      return checkedShop({ ...shop, holidays: shop.holidays.filter(({ day }) => !days.includes(day)) });
    };
  }
  const [name, text] = [values.text('name'), values.text('hours')];
  if (name === undefined) throw wrongUsage({ ko: '무슨 날인지 적으세요: --name 설날', en: 'say what day it is: --name "New Year"' });
  const spans = text === undefined ? [] : (readHours([text], '--hours')[0]?.spans ?? []);
  return (shop) => {
    const days = daysFor(shop);
    const others = shop.holidays.filter(({ day }) => !days.includes(day));
    const holidays = [...others, ...days.map((day) => ({ day, name, spans }))].sort((a, b) => (a.day < b.day ? -1 : 1));
    return checkedShop({ ...shop, holidays });
  };
});
const showHolidays = setting(
  'holidays',
  (shop, call) =>
    table(
      shop.holidays.map(({ day, name, spans }) => [day, name, hoursText(writeSpans(spans), call.lang)]),
      call.page().width,
    ),
  () => (shop) => ({ ok: true, value: shop }),
);

const as = '--as owner:shop_hanki';
const plain = (usage: string, ko: string, en: string, sample: string, run: NonNullable<Verb['run']>): Verb => ({
  usage,
  about: { ko, en },
  options: [ifVersion],
  examples: [`shop ${usage.split(' ')[0]} shop_hanki ${sample} ${as}`, `shop ${usage.split(' ')[0]} shop_hanki ${as}`],
  json: `${shapes.shopChanged}|{id,name,version,${usage.split(' ')[0]}}`,
  needs: 'change-shop',
  run,
});

export const settingVerbs: readonly Verb[] = [
  plain('hours <shop> [hours...]', '영업시간 보기, 바꾸기', 'show or change the hours', '"월-금 11:00-22:00" "토 12-20" "일 휴무"', hours),
  {
    usage: 'holidays <shop> [day]',
    about: { ko: '휴무일 보기, 정하기, 지우기', en: 'show, set or remove holidays' },
    options: [
      option('--name <name>', '무슨 날인지', 'what day it is'),
      option('--hours <hours>', '그날의 시간 (기본: 휴무)', 'its hours; closed otherwise'),
      option('--remove', '지우기', 'remove it'),
      ifVersion,
    ],
    examples: [
      `shop holidays shop_hanki 2027-02-06~2027-02-08 --name 설날 ${as}`,
      `shop holidays shop_hanki 12/25 --name 성탄절 --hours 12-20 ${as}`,
      `shop holidays shop_hanki 12/25 --remove ${as}`,
    ],
    json: `${shapes.shopChanged}|{id,name,version,holidays:[{day,name,hours?}]}`,
    needs: 'change-shop',
    run: (call) => (call.args.length > 1 ? changeHolidays(call) : showHolidays(call)),
  },
  plain(
    'area <shop> [metres]',
    '배달 지역 (직선 거리) 보기, 바꾸기',
    'show or change how far it delivers, as the crow flies',
    '3000',
    area,
  ),
  plain(
    'fees <shop> [tier...]',
    '배달비 보기, 바꾸기 (먼저 맞는 줄)',
    'show or change the delivery fees; the first that fits',
    '"0 from 30000" "2000 within 1500" 4000',
    fees,
  ),
  plain('minimum <shop> [won]', '최소 주문 금액 보기, 바꾸기', 'show or change the smallest order', '12,000', minimum),
  plain('lease <shop> [minutes]', '접수 기한 (분) 보기, 바꾸기', 'show or change how long an order waits for acceptance', '8', lease),
];
