import { authorize } from '../authorize.ts';
import {
  type DocumentKey,
  type OrderId,
  printDocument,
  printedDocument,
  printedOf,
  printerDocument,
  printsOf,
  type ShopId,
  unprintedDocument,
  unprintedOf,
} from '../kinds.ts';
import { jobIn, jobOf, printerIn } from '../kitchen/ask-for-paper.ts';
import { testPaper } from '../kitchen/print-ticket.ts';
import { dayPages, type PageOf, type PaperLine, type PrintedPage, type Printer, type PrintJob, pageName } from '../kitchen/printer.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { isDay } from '../time.ts';
import { openOrder } from './current-order.ts';
import { run, type Session } from './deps.ts';
import { findShop } from './shops.ts';

/** A printer with what waits for it, oldest first, what never came out, and which days' closes did. */
export type Printing = {
  readonly printer: Printer | undefined;
  readonly waiting: readonly PrintJob[];
  readonly unprinted: readonly PrintJob[];
  readonly days: readonly PrintedPage[];
};

const mostShown = 100;
const byAge = (a: PrintJob, b: PrintJob): number => a.askedAt - b.askedAt;
const jobsUnder = async ({ reads }: Session, prefix: string): Promise<readonly PrintJob[]> =>
  (await reads.documents(prefix, mostShown)).map(jobIn).toSorted(byAge);

const daysPrinted = async ({ reads }: Session, shop: ShopId): Promise<readonly PrintedPage[]> =>
  (await reads.documents(`${printedOf(shop)}${dayPages}`, mostShown)).map(({ body }) => body as PrintedPage);

/** Whether pages come out, for the shop's screens. */
export const shopPrinting = async (session: Session, shop: ShopId): Promise<Result<Printing, Refusal>> => {
  const found = await findShop(session, shop);
  if (!found.ok) return found;
  const allowed = authorize(session.actor, 'work-kitchen', { shop });
  if (!allowed.ok) return allowed;
  const printer = printerIn((await session.store.document(printerDocument(shop)))?.body);
  const [waiting, unprinted] = [await jobsUnder(session, printsOf(shop)), await jobsUnder(session, unprintedOf(shop))];
  return ok({ printer, waiting, unprinted, days: await daysPrinted(session, shop) });
};

const mostDropped = 1000;
const keysUnder = async ({ reads }: Session, prefix: string): Promise<readonly DocumentKey[]> =>
  (await reads.documents(prefix, mostDropped)).map(({ key }) => key);

/** Without a printer what waits is let go. */
export const setPrinter = async (session: Session, shop: ShopId, printer: Printer | undefined): Promise<Result<Printing, Refusal>> => {
  const allowed = authorize(session.actor, 'work-kitchen', { shop });
  if (!allowed.ok) return allowed;
  const found = await findShop(session, shop);
  if (!found.ok) return found;
  const key = printerDocument(shop);
  const idle =
    printer === undefined ? [...(await keysUnder(session, printsOf(shop))), ...(await keysUnder(session, unprintedOf(shop)))] : [];
  const set = await run(session, async (facts) => {
    const before = await facts.document(key);
    if (printer !== undefined) return ok({ append: [], documents: [{ key, body: printer }], value: undefined });
    const gone = before === undefined ? idle : [key, ...idle];
    return ok({ append: [], documents: gone.map((one) => ({ key: one, remove: true }) as const), value: undefined });
  });
  return set.ok ? shopPrinting(session, shop) : set;
};

const noPrinter = { code: 'INVALID_INPUT', field: 'printer', problem: 'the shop has no printer' } as const;

/** Asks for a page: in place of the same one that waits or was given up, of which it keeps what is known of its paper. */
const ask = async (session: Session, shop: ShopId, of: PageOf): Promise<Result<PrintJob, Refusal>> => {
  const name = pageName(of);
  const [key, gaveUp] = [printDocument(shop, name), unprintedDocument(shop, name)];
  return run(session, async (facts, now) => {
    const printer = printerIn(await facts.document(printerDocument(shop)));
    if (printer === undefined) return no(noPrinter);
    const [before, failed] = [await facts.document(key), await facts.document(gaveUp)];
    const open = before ?? failed;
    const again = open === undefined ? undefined : jobIn({ body: open });
    const wasPrinted = printer.prints === 'accept' || (await facts.document(printedDocument(shop, name))) !== undefined;
    const job: PrintJob = {
      ...jobOf(shop, of, now),
      isReprint: again?.isReprint ?? (of.kind === 'ticket' && wasPrinted),
      mayBeOut: again?.mayBeOut === true || again?.heldUntil !== undefined,
    };
    const dropped = failed === undefined ? [] : [{ key: gaveUp, remove: true } as const];
    return ok({ append: [], documents: [{ key, body: job }, ...dropped], value: job });
  });
};

/** A ticket once more, marked as such; one that has not come out yet stays a first one. */
export const printTicket = async (session: Session, order: OrderId): Promise<Result<PrintJob, Refusal>> => {
  const found = await openOrder(session, order, 'work-kitchen');
  return found.ok ? ask(session, found.value.shop, { kind: 'ticket', order }) : found;
};

/** The close of a day, as it stands when it is printed. */
export const printDay = async (session: Session, shop: ShopId, day: string): Promise<Result<PrintJob, Refusal>> => {
  const allowed = authorize(session.actor, 'see-sales', { shop });
  if (!allowed.ok) return allowed;
  if (!isDay(day)) return no({ code: 'INVALID_INPUT', field: 'day', problem: 'no day of the calendar' });
  const found = await findShop(session, shop);
  return found.ok ? ask(session, shop, { kind: 'day', day }) : found;
};

/** A page for trying the printer out. */
export const testPage = async (
  session: Session,
  shop: ShopId,
): Promise<Result<{ readonly printer: Printer; readonly lines: readonly PaperLine[] }, Refusal>> => {
  const printing = await shopPrinting(session, shop);
  if (!printing.ok) return printing;
  const { printer } = printing.value;
  if (printer === undefined) return no(noPrinter);
  const found = await findShop(session, shop);
  return found.ok ? ok({ printer, lines: testPaper(found.value.name, printer) }) : found;
};
