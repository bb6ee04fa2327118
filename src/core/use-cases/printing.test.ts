import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { printDocument, printerDocument } from '../kinds.ts';
import type { PaperLine, Printed, Printer, PrinterAddress, TicketPrinter } from '../kitchen/printer.ts';
import { goesToViews } from '../route.ts';
import * as story from '../testing/story.ts';
import { minute, order, second, shop } from '../testing/story.ts';
import { createWorld, mina, owner, type World } from '../testing/world.ts';
import { printDue } from './print-due.ts';

const printer: Printer = { address: { kind: 'tcp', host: 'printer', port: 9100 }, columns: 42, lang: 'en', prints: 'accept' };
const failed: Printed = { kind: 'failed', trouble: 'off', mayBeOut: false };

let world: World;
let pages: string[];
/** What the printer answers to the next pages; printed, once there is nothing left. */
let answers: Printed[];
let meanwhile: () => Promise<unknown>;

const paper: TicketPrinter = {
  print: async (_to: PrinterAddress, lines: readonly PaperLine[]) => {
    await meanwhile();
    const answer = answers.shift() ?? ({ kind: 'printed' } as const);
    if (answer.kind === 'printed' || answer.mayBeOut) pages.push(lines.map(({ text }) => text).join('\n'));
    return answer;
  },
};
const look = () => printDue({ ...world, reads: world.store, outbox: world.store, paper });
const shown = async () => {
  const printing = await world.as(owner).shopPrinting(shop);
  if (!printing.ok) throw new Error(printing.error.code);
  return printing.value;
};
/** Daemons look whenever something is due, for so long. */
const lookFor = async (ms: number) => {
  const until = world.env.now() + ms;
  for (;;) {
    const { dueAt } = await look();
    if (dueAt === undefined || dueAt > until) return;
    world.env.moveTo(dueAt);
  }
};

beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  pages = [];
  answers = [];
  meanwhile = async () => undefined;
  await world.tell(...story.stages.awaiting);
  await world.as(owner).setPrinter(shop, printer);
});
const accept = () => world.as(owner).accept(order, 20);

describe('a shop with a printer', () => {
  test('has a ticket on paper for every order it accepts, once', async () => {
    await accept();
    await accept();
    await lookFor(minute);
    await lookFor(minute);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('[2 x] 김치찌개');
    expect(pages[0]).not.toContain('REPRINT');
    expect(await shown()).toMatchObject({ waiting: [], unprinted: [] });
  });

  test('that prints only what is asked for gets nothing by itself', async () => {
    await world.as(owner).setPrinter(shop, { ...printer, prints: 'ask' });
    await accept();
    await look();
    expect(pages).toEqual([]);
    expect(await world.as(owner).printTicket(order)).toMatchObject({ ok: true });
    await look();
    expect(pages).toHaveLength(1);
  });

  test('accepts all the same while the printer is off, is told why nothing comes, and gets it when the printer is back', async () => {
    answers = [failed, failed, { kind: 'failed', trouble: 'no-paper', mayBeOut: false }];
    expect(await accept()).toMatchObject({ ok: true });
    await look();
    expect((await shown()).waiting).toMatchObject([{ order, attempts: 1, error: 'off', mayBeOut: false }]);
    await lookFor(8 * second);
    expect((await shown()).waiting).toMatchObject([{ attempts: 3, error: 'no-paper' }]);
    await lookFor(minute);
    expect(pages).toHaveLength(1);
    expect(pages[0]).not.toContain('MAY BE OUT');
  });

  test('gives a ticket up after half an hour, says so, and prints it when somebody asks', async () => {
    answers = Array.from({ length: 200 }, () => failed);
    await accept();
    await lookFor(40 * minute);
    expect(await shown()).toMatchObject({ waiting: [], unprinted: [{ order, error: 'off' }] });
    expect(answers.length).toBeGreaterThan(100);
    answers = [];
    await world.as(owner).printTicket(order);
    await look();
    expect(pages).toHaveLength(1);
    expect(pages[0]).not.toContain('REPRINT');
    expect(await shown()).toMatchObject({ waiting: [], unprinted: [] });
  });

  test('is not given a ticket of an order that fell before it came out', async () => {
    answers = [failed];
    await accept();
    await look();
    await world.as(mina).cancelOrder(order, 'CHANGED_MIND');
    await lookFor(minute);
    expect(pages).toEqual([]);
    expect((await shown()).waiting).toEqual([]);
  });

  test('loses what waits when it has no printer any more', async () => {
    answers = [failed];
    await accept();
    await look();
    await world.as(owner).setPrinter(shop, undefined);
    await lookFor(minute);
    expect(pages).toEqual([]);
    expect(await shown()).toMatchObject({ printer: undefined, waiting: [] });
    expect(await world.as(owner).printTicket(order)).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'printer' } });
  });
});

describe('a second paper', () => {
  test('is marked as a reprint', async () => {
    await accept();
    await look();
    await world.as(owner).printTicket(order);
    await look();
    expect(pages.map((page) => page.split('\n')[0])).toEqual(['한끼 김치찌개', '** REPRINT **']);
  });

  test('says that it may be the second when the printer broke off before', async () => {
    answers = [{ kind: 'failed', trouble: 'broken', mayBeOut: true }];
    await accept();
    await lookFor(minute);
    expect(pages.map((page) => page.includes('MAY BE OUT ALREADY'))).toEqual([false, true]);
  });

  test('says so, too, when a daemon died while printing; and not before its lease is over', async () => {
    await accept();
    meanwhile = () => Promise.reject(new Error('killed'));
    await expect(look()).rejects.toThrow('killed');
    meanwhile = async () => undefined;
    const { tried, dueAt } = await look();
    expect([tried, dueAt]).toEqual([0, world.env.now() + world.settings.leaseMs]);
    await lookFor(minute);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('MAY BE OUT ALREADY');
  });

  test('comes out when it was asked for while the first was printing', async () => {
    await accept();
    let asked = false;
    meanwhile = async () => {
      if (!asked) await world.as(owner).printTicket(order);
      asked = true;
    };
    await lookFor(minute);
    expect(pages.map((page) => page.includes('MAY BE OUT ALREADY'))).toEqual([false, true]);
  });
});

test('of two daemons one prints', async () => {
  await accept();
  await Promise.all([look(), look()]);
  await lookFor(minute);
  expect(pages).toHaveLength(1);
});

test('a shop without a printer writes nothing about paper', async () => {
  await world.as(owner).setPrinter(shop, undefined);
  await accept();
  expect(await world.store.document(printerDocument(shop))).toBeUndefined();
  expect(await world.store.document(printDocument(shop, order))).toBeUndefined();
  expect(await look()).toEqual({ tried: 0, dueAt: undefined });
});
