import type { Instant, OrderId, ShopId } from '../kinds.ts';

export const paperColumns = [32, 42, 48] as const;
export type PaperColumns = (typeof paperColumns)[number];

/** A receipt printer in the network or at a USB port speaks ESC/POS; a file gets plain text behind what it holds. */
export type PrinterAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'device'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string };

/** What a shop prints, and where. */
export type Printer = {
  readonly address: PrinterAddress;
  readonly columns: PaperColumns;
  readonly lang: 'ko' | 'en';
  /** `accept`: every ticket that is accepted, and a slip when it falls; `ask`: only what somebody asks for. */
  readonly prints: 'accept' | 'ask';
};

/** What a page tells of: a ticket, the order that fell after its ticket was out, or the close of a day (`2026-11-22`). */
export type PageOf = { readonly kind: 'ticket' | 'stop'; readonly order: OrderId } | { readonly kind: 'day'; readonly day: string };

/** A page that waits for paper. What stands on it is read when it is printed. */
export type PrintJob = PageOf & {
  readonly shop: ShopId;
  readonly askedAt: Instant;
  /** Somebody asked for it again. */
  readonly isReprint: boolean;
  /** It may have come out although the printer did not say so. */
  readonly mayBeOut: boolean;
  readonly attempts: number;
  readonly dueAt: Instant;
  /** Some daemon is printing it until then, at most. */
  readonly heldUntil?: Instant;
  readonly error?: PrintTrouble;
};

/** A page that came out. */
export type PrintedPage = PageOf & { readonly at: Instant };

/** Where the closes of days stand among a shop's pages. */
export const dayPages = 'day/';

/** The name of a page among those of its shop: of each there is one at most that waits. */
export const pageName = (of: PageOf): string => {
  if (of.kind === 'day') return `${dayPages}${of.day}`;
  return of.kind === 'stop' ? `${of.order}/stop` : of.order;
};

export const printTroubles = ['off', 'slow', 'broken', 'no-paper', 'open', 'not-ready'] as const;
/** Why nothing came out, as far as a printer lets itself be asked. */
export type PrintTrouble = (typeof printTroubles)[number];

export type PaperLine = { readonly text: string; readonly size: 'normal' | 'tall' | 'double'; readonly bold: boolean };

export type Printed =
  | { readonly kind: 'printed' }
  /** `mayBeOut`: some of it was on its way when it broke off. */
  | { readonly kind: 'failed'; readonly trouble: PrintTrouble; readonly mayBeOut: boolean };

/** Whatever puts lines on paper. It answers in a few seconds, and throws at nothing that a printer does. */
export interface TicketPrinter {
  print(to: PrinterAddress, lines: readonly PaperLine[]): Promise<Printed>;
}

const usualPort = 9100;
const network = /^tcp:\/\/([a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::(\d{1,5}))?\/?$/i;
// Only printers' devices, and only texts: what strangers write must never get into a file that means something.
const device = /^usb:(\/dev\/(?:usb\/)?lp\d{1,3})$/;
const textFile = /^file:(\/[^\p{C}]{1,1000}\.txt)$/u;

/** `tcp://192.168.0.50`, `tcp://printer.local:9101`, `usb:/dev/usb/lp0`, `file:/srv/tickets.txt`. */
export const parsePrinterAddress = (text: string): PrinterAddress | undefined => {
  const [, host, port] = network.exec(text) ?? [];
  if (host !== undefined) {
    const number = port === undefined ? usualPort : Number(port);
    return number >= 1 && number <= 65_535 ? { kind: 'tcp', host: host.replace(/^\[|\]$/g, ''), port: number } : undefined;
  }
  const [, port0] = device.exec(text) ?? [];
  if (port0 !== undefined) return { kind: 'device', path: port0 };
  const [, path] = textFile.exec(text) ?? [];
  return path === undefined ? undefined : { kind: 'file', path };
};

export const printerAddressText = (address: PrinterAddress): string => {
  if (address.kind === 'device') return `usb:${address.path}`;
  if (address.kind === 'file') return `file:${address.path}`;
  return `tcp://${address.host.includes(':') ? `[${address.host}]` : address.host}:${address.port}`;
};
