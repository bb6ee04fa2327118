import type { Shop } from '../catalog/shop.ts';
import { contactDocument, type Instant, later, printerDocument, type ShopId, shopDocument, unprintedDocument } from '../kinds.ts';
import { ticketOnPaper } from '../kitchen/print-ticket.ts';
import type { Printed, Printer, PrintJob, TicketPrinter } from '../kitchen/printer.ts';
import type { Contact } from '../ordering/contact.ts';
import type { Document, DocumentWrite, Store } from '../ports.ts';
import { backOff } from '../settings.ts';
import { isInKitchen, type OrderView } from '../views/order-view.ts';
import { findOrder } from './current-order.ts';
import type { AppDeps } from './deps.ts';
import { jobIn, printerIn } from './printing.ts';

export type PrintTools = Pick<AppDeps, 'store' | 'reads' | 'outbox' | 'env' | 'settings'> & { readonly paper: TicketPrinter };
/** How a look at the waiting tickets ended: how many came out or failed, and when the next one is to be tried. */
export type PrintedDue = { readonly tried: number; readonly dueAt: Instant | undefined };

const atOnce = 200;
const firstRetryMs = 2000;
const longestRetryMs = 30_000;
/** After this the food is cooked, and a ticket would only confuse. */
const giveUpMs = 30 * 60_000;

/** Written only while nobody else has touched it: asked again meanwhile, it stays asked. */
const write = async ({ store, env }: PrintTools, document: Document, ...documents: readonly DocumentWrite[]): Promise<boolean> => {
  const relies = [{ document: document.key, version: document.version }];
  const commit: Parameters<Store['commit']>[0] = { relies, events: [], outbox: [], rows: [], documents, settle: [], at: env.now() };
  return (await store.commit(commit)) === 'done';
};

const dueOf = ({ dueAt, heldUntil }: PrintJob): Instant => (heldUntil !== undefined && heldUntil > dueAt ? heldUntil : dueAt);
const isOver = (job: PrintJob, now: Instant): boolean => now > later(job.askedAt, giveUpMs);
/** A dish that nobody wants any more must not be cooked because of a late paper; what a person asks for comes out all the same. */
const isOfUse = (job: PrintJob, view: OrderView | undefined): view is OrderView =>
  view !== undefined && (job.isReprint || isInKitchen(view));

const afterwards = (job: PrintJob, printed: Printed, now: Instant): PrintJob | undefined => {
  if (printed.kind === 'printed') return undefined;
  const attempts = job.attempts + 1;
  const { heldUntil: _held, ...rest } = job;
  const dueAt = later(now, backOff(firstRetryMs, longestRetryMs, attempts));
  return { ...rest, attempts, dueAt, mayBeOut: job.mayBeOut || printed.mayBeOut, error: printed.trouble };
};

/** Held before a byte is sent: whoever finds it held and left knows that paper may be out. */
const printHeld = async (tools: PrintTools, document: Document, printer: Printer, view: OrderView): Promise<boolean> => {
  const { store, env, settings, paper } = tools;
  const job = jobIn(document);
  const mayBeOut = job.mayBeOut || job.heldUntil !== undefined;
  const held: PrintJob = { ...job, mayBeOut, heldUntil: later(env.now(), settings.leaseMs) };
  if (!(await write(tools, document, { key: document.key, body: held }))) return false;
  const contact = (await store.document(contactDocument(job.order)))?.body as Contact | undefined;
  const zone = ((await store.document(shopDocument(job.shop)))?.body as Shop | undefined)?.zone ?? 'Asia/Seoul';
  const ticket = { view, contact, zone, at: env.now(), isReprint: job.isReprint, mayBeOut };
  const printed = await paper.print(printer.address, ticketOnPaper(ticket, printer));
  const after = afterwards({ ...job, mayBeOut }, printed, env.now());
  const { key } = document;
  const next = { ...document, version: document.version + 1 };
  const isTold = await write(tools, next, after ? { key, body: after } : { key, remove: true });
  return isTold && after === undefined;
};

/** True when the next ticket of the shop may follow. */
const printOne = async (tools: PrintTools, document: Document): Promise<boolean> => {
  const { store, env } = tools;
  const job = jobIn(document);
  const { key } = document;
  const printer = printerIn((await store.document(printerDocument(job.shop)))?.body);
  const view = await findOrder(tools, job.order);
  if (!printer || !isOfUse(job, view)) return write(tools, document, { key, remove: true });
  if (isOver(job, env.now())) {
    const { heldUntil: _held, ...body } = job;
    return write(tools, document, { key, remove: true }, { key: unprintedDocument(job.shop, job.order), body });
  }
  return printHeld(tools, document, printer, view);
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
