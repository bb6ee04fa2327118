import type { PaperLine, Printed, Printer, PrinterAddress, TicketPrinter } from '../kitchen/printer.ts';
import { type PrintedDue, printDue } from '../use-cases/print-due.ts';
import type { Printing } from '../use-cases/printing.ts';
import type { DaySales } from '../use-cases/sales.ts';
import { is } from './is.ts';
import { shop, stages } from './story.ts';
import { createWorld, type Everything, owner, type World } from './world.ts';

/** A printer that answers as it is told, and the daemons that print on it. */
export type PrintRoom = {
  /** What came out, a text a page. */
  readonly pages: readonly string[];
  /** What the printer answers to the next pages; printed, once there is nothing left. */
  readonly answers: Printed[];
  /** Happens in the middle of the next pages. */
  readonly meanwhile: (doing: () => Promise<unknown>) => void;
  readonly look: () => Promise<PrintedDue>;
  /** Daemons look whenever something is due, for so long. */
  readonly lookFor: (ms: number) => Promise<void>;
  readonly shown: () => Promise<Printing>;
};

export const inPrintRoom: Printer = { address: { kind: 'tcp', host: 'printer', port: 9100 }, columns: 42, lang: 'en', prints: 'accept' };
export const printerIsOff: Printed = { kind: 'failed', trouble: 'off', mayBeOut: false };

/** How a day reads is for the words; that it is this day as it stands now is for the use case. */
const dayOnPaper = ({ byHour }: DaySales): readonly PaperLine[] => [
  { text: `day ${byHour.from}: ${byHour.total.orders}`, size: 'normal', bold: false },
];

export const openPrintRoom = async (world: World, printer: Printer | undefined = inPrintRoom): Promise<PrintRoom> => {
  const pages: string[] = [];
  const answers: Printed[] = [];
  let doing: () => Promise<unknown> = async () => undefined;
  const paper: TicketPrinter = {
    print: async (_to: PrinterAddress, lines: readonly PaperLine[]) => {
      await doing();
      const answer = answers.shift() ?? ({ kind: 'printed' } as const);
      if (answer.kind === 'printed' || answer.mayBeOut) pages.push(lines.map(({ text }) => text).join('\n'));
      return answer;
    },
  };
  const look = () => printDue({ ...world, reads: world.store, outbox: world.store, paper, dayOnPaper });
  is(await world.as(owner).setPrinter(shop, printer));
  return {
    pages,
    answers,
    meanwhile: (next) => {
      doing = next;
    },
    look,
    lookFor: async (ms) => {
      const until = world.env.now() + ms;
      for (;;) {
        const { dueAt } = await look();
        if (dueAt === undefined || dueAt > until) return;
        world.env.moveTo(dueAt);
      }
    },
    shown: async () => is(await world.as(owner).shopPrinting(shop)),
  };
};

/** A printer beside a world in which an order waits to be accepted. */
export const openAwaitingRoom = async (store: Everything): Promise<{ readonly world: World; readonly room: PrintRoom }> => {
  const world = await createWorld(store);
  await world.tell(...stages.awaiting);
  return { world, room: await openPrintRoom(world) };
};
