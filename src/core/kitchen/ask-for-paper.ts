import type { DomainEvent } from '../events.ts';
import type { Facts } from '../facts.ts';
import type { Plan, Work } from '../handle.ts';
import { type Instant, type OrderId, printDocument, printedDocument, printerDocument, type ShopId, unprintedDocument } from '../kinds.ts';
import type { DocumentWrite } from '../ports.ts';
import { ok } from '../result.ts';
import { type PageOf, type Printer, type PrintJob, pageName } from './printer.ts';

export const printerIn = (body: unknown): Printer | undefined => body as Printer | undefined;
export const jobIn = ({ body }: { readonly body: unknown }): PrintJob => body as PrintJob;

export const jobOf = (shop: ShopId, of: PageOf, now: Instant): PrintJob => {
  return { ...of, shop, askedAt: now, isReprint: false, mayBeOut: false, attempts: 0, dueAt: now };
};

const eventsOf = ({ append }: Plan<void>): readonly DomainEvent[] => append.flatMap(({ events }) => events);
const withDocuments = (plan: Plan<void>, documents: readonly DocumentWrite[]) =>
  ok({ ...plan, documents: [...(plan.documents ?? []), ...documents] });

/** What accepts an order asks for its ticket in the same commit, where the shop prints: neither is there without the other. */
export const withTicket =
  (shop: ShopId, order: OrderId, accepting: Work<void>): Work<void> =>
  async (facts, now, settings) => {
    const plan = await accepting(facts, now, settings);
    if (!plan.ok || eventsOf(plan.value).length === 0) return plan;
    const printer = printerIn(await facts.document(printerDocument(shop)));
    if (printer?.prints !== 'accept') return plan;
    const of: PageOf = { kind: 'ticket', order };
    return withDocuments(plan.value, [{ key: printDocument(shop, pageName(of)), body: jobOf(shop, of, now) }]);
  };

/** An order that fell after it was accepted, and with something left to be stopped: food that came back from the road is past that. */
const isToBeStopped = (event: DomainEvent): boolean =>
  event.type === 'TicketCanceled' && event.data.from !== 'awaiting' && event.data.reason !== 'DELIVERY_FAILED';

const mayBeOnPaper = (job: PrintJob): boolean => job.isReprint || job.mayBeOut || job.heldUntil !== undefined;

/** The slip for a ticket that is out, or may be. One that nobody has begun to print is let go instead: there is no paper to take down. */
const stopPages = async (facts: Facts, shop: ShopId, order: OrderId, now: Instant): Promise<readonly DocumentWrite[]> => {
  const [ticket, slip]: readonly [PageOf, PageOf] = [
    { kind: 'ticket', order },
    { kind: 'stop', order },
  ];
  const isOut = (await facts.document(printedDocument(shop, pageName(ticket)))) !== undefined;
  const open: DocumentWrite[] = [];
  let mayBeOut = isOut;
  for (const key of [printDocument(shop, pageName(ticket)), unprintedDocument(shop, pageName(ticket))]) {
    const body = await facts.document(key);
    if (body === undefined) continue;
    if (mayBeOnPaper(jobIn({ body }))) mayBeOut = true;
    else open.push({ key, remove: true });
  }
  return mayBeOut ? [...open, { key: printDocument(shop, pageName(slip)), body: jobOf(shop, slip, now) }] : open;
};

/** What takes an order from the kitchen asks in the same commit for a slip, where its ticket was printed. */
export const withStop =
  (order: OrderId, canceling: Work<void>): Work<void> =>
  async (facts, now, settings) => {
    const plan = await canceling(facts, now, settings);
    if (!plan.ok || !eventsOf(plan.value).some(isToBeStopped)) return plan;
    const ticket = await facts.ticket(order);
    if (ticket.status === 'none') return plan;
    const { shop } = ticket;
    const printer = printerIn(await facts.document(printerDocument(shop)));
    return printer?.prints === 'accept' ? withDocuments(plan.value, await stopPages(facts, shop, order, now)) : plan;
  };
