import type { App } from '../../core/app.ts';
import type { ShopId } from '../../core/kinds.ts';
import { type PaperColumns, type Printer, type PrintTrouble, paperColumns, parsePrinterAddress } from '../../core/kitchen/printer.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import { openPrinter } from '../../gateways/printer/open-printer.ts';
import { printingTrouble, printingWords } from '../../words/printing-words.ts';
import { demandedActor } from '../actor.ts';
import type { Call } from '../call.ts';
import { exits } from '../exit.ts';
import { readCode, readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { printingJson, printingText } from '../show/printing-text.ts';
import { wrongInput, wrongUsage } from '../stop.ts';
import { type Answered, answer, type OptionSpec, type Verb } from '../verb.ts';

const usualColumns: PaperColumns = 42;
const whens = ['accept', 'ask'] as const;
const columnTexts = paperColumns.map(String);

const readAddress = (text: string): Printer['address'] => {
  const address = parsePrinterAddress(text.trim());
  if (address) return address;
  throw wrongInput('--to', {
    ko: '이렇게 적으세요: tcp://192.168.0.50, usb:/dev/usb/lp0, file:/srv/tickets.txt (.txt 파일만)',
    en: 'write tcp://192.168.0.50, usb:/dev/usb/lp0 or file:/srv/tickets.txt (a .txt file only)',
  });
};

const readColumns = (text: string): PaperColumns => {
  const columns = paperColumns.find((one) => String(one) === text.trim());
  if (columns !== undefined) return columns;
  const all = columnTexts.join(', ');
  throw wrongInput('--columns', { ko: `'${text}' 대신 이 중에서 고르세요: ${all}`, en: `choose one of ${all}, not '${text}'` });
};

/** What is to be set; what is not said stays, so the reading waits for what there is. */
type Wish = (before: Printer | undefined) => Printer | undefined;

const readWish = ({ values, lang }: Call): Wish | undefined => {
  const [to, columns, prints] = [values.text('to'), values.text('columns'), values.text('prints')];
  const asked = [to, columns, prints].some((text) => text !== undefined);
  if (values.flag('off')) {
    if (asked) throw wrongUsage({ ko: '--off 는 혼자 쓰세요', en: 'use --off alone' });
    return () => undefined;
  }
  if (!asked) return undefined;
  const address = to === undefined ? undefined : readAddress(to);
  const width = columns === undefined ? undefined : readColumns(columns);
  const when = prints === undefined ? undefined : readCode(prints, '--prints', (text) => whens.find((one) => one === text), whens);
  return (before) => {
    const where = address ?? before?.address;
    if (!where) throw wrongUsage({ ko: '어디로 출력할지 적으세요: --to tcp://…', en: 'say where to print: --to tcp://…' });
    return { address: where, columns: width ?? before?.columns ?? usualColumns, lang, prints: when ?? before?.prints ?? 'accept' };
  };
};

const tryOut = async (app: App, shop: ShopId): Promise<Result<PrintTrouble | undefined, Refusal>> => {
  const page = await app.testPage(shop);
  if (!page.ok) return page;
  const printed = await openPrinter().print(page.value.printer.address, page.value.lines);
  return ok(printed.kind === 'printed' ? undefined : printed.trouble);
};

const printer = async (call: Call): Promise<Answered> => {
  const actor = demandedActor(call, 'owner');
  const shop = readId('shop', call.args[0]);
  const wish = readWish(call);
  const house = await call.house();
  const app = house.as(actor);
  const before = await app.shopPrinting(shop);
  if (!before.ok) return before;
  const printing = wish ? await app.setPrinter(shop, wish(before.value.printer)) : before;
  if (!printing.ok) return printing;
  const tested = call.values.flag('test') ? await tryOut(app, shop) : undefined;
  if (tested && !tested.ok) return tested;
  const words = printingWords(call.lang);
  const trouble = tested?.value;
  const said = tested ? [trouble === undefined ? words.tested : `${words.notTested}: ${words.trouble[trouble]}`] : [];
  return answer({
    json: { shop, ...printingJson(printing.value), ...(tested && { test: trouble ?? 'printed' }) },
    text: () => printingText(printing.value, call.lang),
    advice: [...said, ...printingTrouble(printing.value, call.lang)],
    ...(trouble !== undefined && { exit: exits.fault }),
  });
};

const options: readonly OptionSpec[] = [
  {
    flags: '--to <address>',
    about: { ko: '어디로: tcp://주소, usb:/dev/usb/lp0, file:/….txt', en: 'where: tcp://host, usb:/dev/usb/lp0, file:/….txt' },
  },
  { flags: '--columns <number>', about: { ko: '용지 너비 (기본 42)', en: 'width of the paper (42)' }, values: columnTexts },
  {
    flags: '--prints <when>',
    about: { ko: '언제: 접수할 때마다 (accept), 요청할 때만 (ask)', en: 'when: at every acceptance (accept), or only when asked (ask)' },
    values: whens,
  },
  { flags: '--test', about: { ko: '시험 출력', en: 'print a test page' } },
  { flags: '--off', about: { ko: '프린터 없애기', en: 'have no printer any more' } },
];

export const printerVerb: Verb = {
  usage: 'printer <shop>',
  about: { ko: '주문서 프린터 보기, 정하기, 시험하기', en: 'see, set and try out the ticket printer' },
  options,
  examples: [
    'shop printer shop_hanki --as owner:shop_hanki',
    'shop printer shop_hanki --to tcp://192.168.0.50 --columns 48 --as owner:shop_hanki',
    'shop printer shop_hanki --test --as owner:shop_hanki',
  ],
  json: shapes.printing,
  needs: 'work-kitchen',
  run: printer,
};
