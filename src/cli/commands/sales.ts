import { parseDay } from '../../core/catalog/written-time.ts';
import type { Actor } from '../../core/events.ts';
import type { ShopId } from '../../core/kinds.ts';
import { dayNumber, localDay } from '../../core/time.ts';
import { mostSalesDays, type Sales } from '../../core/use-cases/sales.ts';
import type { SalesBy, Tally, TimeRow } from '../../core/views/sales.ts';
import { printingWords } from '../../words/printing-words.ts';
import { demandedActor, shopOfOwner } from '../actor.ts';
import type { Call } from '../call.ts';
import { readCode, readId } from '../parse.ts';
import { csvLines } from '../sales-csv.ts';
import { shapes } from '../shapes.ts';
import { printJobJson } from '../show/printing-text.ts';
import { salesText } from '../show/sales-text.ts';
import { wrongInput, wrongUsage } from '../stop.ts';
import { type Answered, answer, option, type Verb } from '../verb.ts';

const kinds: readonly SalesBy[] = ['day', 'hour', 'item'];
const parseBy = (text: string): SalesBy | undefined => kinds.find((kind) => kind === text);

const shopAsked = (call: Call, actor: Actor): ShopId => {
  const [text] = call.args;
  if (text !== undefined) return readId('shop', text);
  const own = shopOfOwner(actor);
  if (own !== undefined) return own;
  throw wrongUsage({ ko: '상점을 적으세요: baedal sales shop_hanki', en: 'name the shop: baedal sales shop_hanki' });
};

const dayAsked = (call: Call, name: 'from' | 'to', zone: string): string => {
  const text = call.values.text(name);
  if (text === undefined) return localDay(call.now(), zone);
  const day = parseDay(text, call.now(), zone, 'past');
  if (day !== undefined) return day;
  throw wrongInput(`--${name}`, {
    ko: `'${text}' 대신 이렇게 적으세요: 오늘, 어제, 월, 11/22, 2026-11-22`,
    en: `write today, yesterday, mon, 11/22 or 2026-11-22, not '${text}'`,
  });
};

const tallyJson = (tally: Tally) => ({
  orders: tally.orders,
  delivered: tally.delivered,
  underway: tally.underway,
  canceled: tally.canceled,
  taken: tally.taken,
  refunds: tally.refunds,
  owed: tally.owed,
  revenue: tally.revenue,
  acceptMs: tally.acceptMs ?? null,
  cookMs: tally.cookMs ?? null,
  deliverMs: tally.deliverMs ?? null,
  wholeMs: tally.wholeMs ?? null,
});

const rowJson = (row: TimeRow) => ({ key: row.key, ...tallyJson(row) });

const salesJson = (sales: Sales) => ({
  shop: sales.shop,
  name: sales.name,
  from: sales.from,
  to: sales.to,
  zone: sales.zone,
  currency: 'KRW',
  total: tallyJson(sales.total),
  canceled: sales.canceled,
  by: sales.by,
  rows: sales.by === 'item' ? sales.rows : sales.rows.map(rowJson),
});

const csvOf = (sales: Sales): readonly string[] => {
  const rows: readonly Readonly<Record<string, string | number | null>>[] =
    sales.by === 'item'
      ? sales.rows.map(({ key, name, quantity, undone, revenue }) => ({ item: key, name, quantity, undone, revenue }))
      : sales.rows.map(({ key, ...row }) => ({ [sales.by]: key, ...tallyJson(row) }));
  const heads =
    sales.by === 'item' ? ['item', 'name', 'quantity', 'undone', 'revenue'] : [sales.by, ...Object.keys(tallyJson(sales.total))];
  return csvLines([heads, ...rows.map((row) => heads.map((head) => row[head] ?? null))]);
};

const run = async (call: Call): Promise<Answered> => {
  const actor = demandedActor(call, 'owner');
  const shop = shopAsked(call, actor);
  const by = readCode(call.values.text('by') ?? 'day', '--by', parseBy, kinds);
  const house = await call.house();
  const app = house.as(actor);
  const found = await app.findShop(shop);
  if (!found.ok) return found;
  const { zone } = found.value;
  const [from, to] = [dayAsked(call, 'from', zone), dayAsked(call, 'to', zone)];
  if (from > to) throw wrongInput('--from', { ko: `${to}보다 늦어요 (${from})`, en: `${from} is behind --to, ${to}` });
  if (dayNumber(to) - dayNumber(from) >= mostSalesDays)
    throw wrongInput('--from', { ko: `한 번에 ${mostSalesDays}일까지 볼 수 있어요`, en: `1 to ${mostSalesDays} days at a time` });
  if (call.values.flag('print') && from !== to)
    throw wrongUsage({
      ko: '--print 는 하루씩 출력해요: --from 과 --to 를 같은 날로',
      en: '--print prints one day: give --from and --to the same day',
    });
  const sales = await app.salesOf({ shop, from, to, by });
  if (!sales.ok) return sales;
  const isCsv = call.values.flag('csv');
  const asked = call.values.flag('print') ? await app.printDay(shop, from) : undefined;
  if (asked && !asked.ok) return asked;
  const words = printingWords(call.lang);
  return answer({
    json: { ...salesJson(sales.value), ...(asked && { print: printJobJson(asked.value) }) },
    text: () => (isCsv ? csvOf(sales.value) : salesText(sales.value, call.page(zone))),
    advice: asked ? [words.asked(words.page.day(from))] : [],
  });
};

export const sales: Verb = {
  usage: 'sales [shop]',
  about: { ko: '매출: 주문, 받은 돈, 환불, 취소 사유, 걸린 시간', en: 'sales: orders, money, refunds, why canceled, how long it took' },
  options: [
    option('--from <day>', '이 날부터: 오늘, 어제, 월, 11/22 (기본 오늘)', 'from this day: today, yesterday, mon, 11/22 (today)'),
    option('--to <day>', '이 날까지 (기본 오늘)', 'up to this day (today)'),
    { ...option('--by <kind>', '나누기: day, hour, item (기본 day)', 'split by day, hour or item (day)'), values: kinds },
    option('--csv', '표 계산용 CSV', 'as CSV for a spreadsheet'),
    option('--print', '하루 마감을 주문서 프린터로 출력', "the day's close on the ticket printer, too"),
  ],
  examples: [
    'sales shop_hanki --as owner:shop_hanki',
    'sales --from 어제 --by hour --as owner:shop_hanki',
    'sales shop_hanki --from 2026-11-01 --by item --csv --as operator',
    'sales --from 어제 --to 어제 --print --as owner:shop_hanki',
  ],
  json: shapes.sales,
  needs: 'see-sales',
  run,
};
