import type { Shop } from '../catalog/shop.ts';
import {
  contactDocument,
  type Instant,
  later,
  printedDocument,
  printerDocument,
  type ShopId,
  shopDocument,
  unprintedDocument,
} from '../kinds.ts';
import { jobIn, printerIn } from '../kitchen/ask-for-paper.ts';
import { stopOnPaper } from '../kitchen/print-stop.ts';
import { marksOnPaper, ticketOnPaper } from '../kitchen/print-ticket.ts';
import {
  type PageOf,
  type PaperLine,
  type Printed,
  type PrintedPage,
  type Printer,
  type PrintJob,
  pageName,
  type TicketPrinter,
} from '../kitchen/printer.ts';
import type { Contact } from '../ordering/contact.ts';
import type { Document, DocumentWrite, Store } from '../ports.ts';
import { backOff } from '../settings.ts';
import { isInKitchen } from '../views/order-view.ts';
import { findOrder } from './current-order.ts';
import type { AppDeps } from './deps.ts';
import { type DaySales, dayOf } from './sales.ts';

/** How the close of a day reads on paper. */
export type DayOnPaper = (sales: DaySales, at: Instant, paper: Pick<Printer, 'columns' | 'lang'>) => readonly PaperLine[];
export type PrintTools = Pick<AppDeps, 'store' | 'reads' | 'outbox' | 'env' | 'settings'> & {
  readonly paper: TicketPrinter;
  readonly dayOnPaper: DayOnPaper;
};
/** How a look at the waiting pages ended: how many came out or failed, and when the next one is to be tried. */
export type PrintedDue = { readonly tried: number; readonly dueAt: Instant | undefined };

const atOnce = 200;
const firstRetryMs = 2000;
const longestRetryMs = 30_000;
/** After this the food is cooked, and a ticket would only confuse; other pages are given up with it, so that nothing waits unseen. */
const giveUpMs = 30 * 60_000;

/** Written only while nobody else has touched it: asked again meanwhile, it stays asked. */
const write = async ({ store, env }: PrintTools, document: Document, ...documents: readonly DocumentWrite[]): Promise<boolean> => {
  const relies = [{ document: document.key, version: document.version }];
  const commit: Parameters<Store['commit']>[0] = { relies, events: [], outbox: [], rows: [], documents, settle: [], at: env.now() };
  return (await store.commit(commit)) === 'done';
};

const dueOf = ({ dueAt, heldUntil }: PrintJob): Instant => (heldUntil !== undefined && heldUntil > dueAt ? heldUntil : dueAt);
const isOver = (job: PrintJob, now: Instant): boolean => now > later(job.askedAt, giveUpMs);

const zoneOf = (shop: Shop | undefined): string => shop?.zone ?? 'Asia/Seoul';

/**
 * What stands on the page by now. Undefined when it is of no use any more: a dish that nobody wants must not be cooked because of a late
 * paper. What a person asks for comes out all the same.
 */
const pageOf = async (tools: PrintTools, job: PrintJob, printer: Printer): Promise<(() => Promise<readonly PaperLine[]>) | undefined> => {
  const { store, env, dayOnPaper } = tools;
  const shop = (await store.document(shopDocument(job.shop)))?.body as Shop | undefined;
  if (job.kind === 'day') return shop && (async () => dayOnPaper(await dayOf(tools, shop, job.day), env.now(), printer));
  const view = await findOrder(tools, job.order);
  if (!view) return undefined;
  const told = { view, zone: zoneOf(shop), at: env.now() };
  if (job.kind === 'stop') return async () => stopOnPaper(told, printer);
  if (!job.isReprint && !isInKitchen(view)) return undefined;
  return async () => {
    const contact = (await store.document(contactDocument(job.order)))?.body as Contact | undefined;
    return ticketOnPaper({ ...told, contact }, printer);
  };
};

const afterwards = (job: PrintJob, printed: Printed, now: Instant): PrintJob | undefined => {
  if (printed.kind === 'printed') return undefined;
  const attempts = job.attempts + 1;
  const { heldUntil: _held, ...rest } = job;
  const dueAt = later(now, backOff(firstRetryMs, longestRetryMs, attempts));
  return { ...rest, attempts, dueAt, mayBeOut: job.mayBeOut || printed.mayBeOut, error: printed.trouble };
};

const pageIn = (job: PrintJob): PageOf => (job.kind === 'day' ? { kind: job.kind, day: job.day } : { kind: job.kind, order: job.order });

/** What is kept of the page: what has come out, or when it is tried again. */
const told = ({ key }: Document, job: PrintJob, printed: Printed, now: Instant): readonly DocumentWrite[] => {
  const after = afterwards(job, printed, now);
  if (after) return [{ key, body: after }];
  const page: PrintedPage = { ...pageIn(job), at: now };
  return [
    { key, remove: true },
    { key: printedDocument(job.shop, pageName(job)), body: page },
  ];
};

/** Held before a byte is sent: whoever finds it held and left knows that paper may be out. */
const printHeld = async (
  tools: PrintTools,
  document: Document,
  printer: Printer,
  page: () => Promise<readonly PaperLine[]>,
): Promise<boolean> => {
  const { env, settings, paper } = tools;
  const before = jobIn(document);
  const job: PrintJob = { ...before, mayBeOut: before.mayBeOut || before.heldUntil !== undefined };
  const held: PrintJob = { ...job, heldUntil: later(env.now(), settings.leaseMs) };
  if (!(await write(tools, document, { key: document.key, body: held }))) return false;
  const lines = [...marksOnPaper(job, printer), ...(await page())];
  const printed = await paper.print(printer.address, lines);
  const next = { ...document, version: document.version + 1 };
  return (await write(tools, next, ...told(document, job, printed, env.now()))) && printed.kind === 'printed';
};

/** True when the next page of the shop may follow. */
const printOne = async (tools: PrintTools, document: Document): Promise<boolean> => {
  const { store, env } = tools;
  const job = jobIn(document);
  const { key } = document;
  const printer = printerIn((await store.document(printerDocument(job.shop)))?.body);
  const page = printer && (await pageOf(tools, job, printer));
  if (!page) return write(tools, document, { key, remove: true });
  if (isOver(job, env.now())) {
    const { heldUntil: _held, ...body } = job;
    return write(tools, document, { key, remove: true }, { key: unprintedDocument(job.shop, pageName(job)), body });
  }
  return printHeld(tools, document, printer, page);
};

/** In order of asking; a printer that does not work is asked once, not once a ticket. */
const printShop = async (tools: PrintTools, documents: readonly Document[]): Promise<PrintedDue> => {
  let tried = 0;
  for (const document of documents) {
    const dueAt = dueOf(jobIn(document));
    if (dueAt > tools.env.now()) return { tried, dueAt };
    tried++;
    if (!(await printOne(tools, document))) return { tried, dueAt: later(tools.env.now(), firstRetryMs) };
  }
  return { tried, dueAt: undefined };
};

/** Prints what waits, each shop on its own; run again whenever something was written, and at `dueAt`. */
export const printDue = async (tools: PrintTools): Promise<PrintedDue> => {
  const waiting = (await tools.reads.documents('print/', atOnce)).toSorted((a, b) => jobIn(a).askedAt - jobIn(b).askedAt);
  const shops = Map.groupBy(waiting, (document): ShopId => jobIn(document).shop);
  const looks = await Promise.all([...shops.values()].map((documents) => printShop(tools, documents)));
  const times = looks.flatMap(({ dueAt }) => dueAt ?? []);
  return { tried: looks.reduce((sum, look) => sum + look.tried, 0), dueAt: times.toSorted((a, b) => a - b)[0] };
};
