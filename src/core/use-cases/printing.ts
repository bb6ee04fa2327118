import { authorize } from '../authorize.ts';
import type { Work } from '../handle.ts';
import {
  type DocumentKey,
  type Instant,
  type OrderId,
  printDocument,
  printerDocument,
  printsOf,
  type ShopId,
  unprintedDocument,
  unprintedOf,
} from '../kinds.ts';
import { testPaper } from '../kitchen/print-ticket.ts';
import type { PaperLine, Printer, PrintJob } from '../kitchen/printer.ts';
import type { Document } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { openOrder } from './current-order.ts';
import { run, type Session } from './deps.ts';
import { findShop } from './shops.ts';

export const printerIn = (body: unknown): Printer | undefined => body as Printer | undefined;
export const jobIn = ({ body }: Pick<Document, 'body'>): PrintJob => body as PrintJob;

const jobOf = (shop: ShopId, order: OrderId, now: Instant, isReprint: boolean): PrintJob => {
  return { shop, order, askedAt: now, isReprint, mayBeOut: false, attempts: 0, dueAt: now };
};

/** What accepts an order asks for its ticket in the same commit, where the shop prints: neither is there without the other. */
export const withTicket =
  (shop: ShopId, order: OrderId, accepting: Work<void>): Work<void> =>
  async (facts, now, settings) => {
    const plan = await accepting(facts, now, settings);
    if (!plan.ok || plan.value.append.every(({ events }) => events.length === 0)) return plan;
    const printer = printerIn(await facts.document(printerDocument(shop)));
    if (printer?.prints !== 'accept') return plan;
    const ask = { key: printDocument(shop, order), body: jobOf(shop, order, now, false) };
    return ok({ ...plan.value, documents: [...(plan.value.documents ?? []), ask] });
  };

/** A printer with what waits for it, oldest first, and what never came out. */
export type Printing = {
  readonly printer: Printer | undefined;
  readonly waiting: readonly PrintJob[];
  readonly unprinted: readonly PrintJob[];
};

const mostShown = 100;
const byAge = (a: PrintJob, b: PrintJob): number => a.askedAt - b.askedAt;
const jobsUnder = async ({ reads }: Session, prefix: string): Promise<readonly PrintJob[]> =>
  (await reads.documents(prefix, mostShown)).map(jobIn).toSorted(byAge);

/** Whether tickets come out, for the shop's board. */
export const shopPrinting = async (session: Session, shop: ShopId): Promise<Result<Printing, Refusal>> => {
  const found = await findShop(session, shop);
  if (!found.ok) return found;
  const allowed = authorize(session.actor, 'work-kitchen', { shop });
  if (!allowed.ok) return allowed;
  const printer = printerIn((await session.store.document(printerDocument(shop)))?.body);
  return ok({ printer, waiting: await jobsUnder(session, printsOf(shop)), unprinted: await jobsUnder(session, unprintedOf(shop)) });
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

/** A ticket once more, marked as such; one that has not come out yet stays a first one. */
export const printTicket = async (session: Session, order: OrderId): Promise<Result<PrintJob, Refusal>> => {
  const found = await openOrder(session, order, 'work-kitchen');
  if (!found.ok) return found;
  const { shop } = found.value;
  const key = printDocument(shop, order);
  return run(session, async (facts, now) => {
    if (printerIn(await facts.document(printerDocument(shop))) === undefined) return no(noPrinter);
    const before = await facts.document(key);
    const failed = await facts.document(unprintedDocument(shop, order));
    const open = before ?? failed;
    const again = open === undefined ? undefined : jobIn({ body: open });
    const job: PrintJob = {
      ...jobOf(shop, order, now, again?.isReprint ?? true),
      mayBeOut: again?.mayBeOut === true || again?.heldUntil !== undefined,
    };
    const dropped = failed === undefined ? [] : [{ key: unprintedDocument(shop, order), remove: true } as const];
    return ok({ append: [], documents: [{ key, body: job }, ...dropped], value: job });
  });
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
