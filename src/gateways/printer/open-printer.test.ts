import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type FakePrinter, openFakePrinter } from '../../../test/fake-printer.ts';
import type { PaperLine } from '../../core/kitchen/printer.ts';
import { openPrinter } from './open-printer.ts';
import { printOverTcp } from './tcp-printer.ts';

const lines: readonly PaperLine[] = [
  { text: '[2개] 김치찌개', size: 'double', bold: true },
  { text: '    + 순한맛', size: 'normal', bold: false },
];
/** More than the network keeps on its way. */
const endless = Buffer.alloc(32_000_000, 0x20);
const patience = { pageMs: 300, statusMs: 100 };
const paper = openPrinter(patience);

let closing: readonly (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});
const printerThat = async (...manner: Parameters<typeof openFakePrinter>): Promise<FakePrinter> => {
  const printer = await openFakePrinter(...manner);
  closing = [...closing, printer.close];
  return printer;
};
const printOn = ({ port }: Pick<FakePrinter, 'port'>) => paper.print({ kind: 'tcp', host: '127.0.0.1', port }, lines);
const printEndlessOn = ({ port }: FakePrinter) => printOverTcp('127.0.0.1', port, endless, patience);

describe('a printer in the network', () => {
  test('gets the page in its own letters, and cuts it', async () => {
    const printer = await printerThat({ status: Uint8Array.of(0x12) });
    expect(await printOn(printer)).toEqual({ kind: 'printed' });
    expect(printer.texts()).toEqual(['[2개] 김치찌개\n    + 순한맛\n']);
    const page = printer.pages[0] ?? Buffer.alloc(0);
    expect(page.subarray(0, 10).toString('hex')).toBe('1b401c261d21111b4501');
    expect(page.subarray(-4).toString('hex')).toBe('1d564200');
  });

  test('that is off is said to be off, and nothing has come out', async () => {
    const printer = await openFakePrinter();
    await printer.close();
    expect(await printOn(printer)).toEqual({ kind: 'failed', trouble: 'off', mayBeOut: false });
  });

  test('that was off prints the next page once it is back', async () => {
    const before = await openFakePrinter();
    await before.close();
    expect(await printOn(before)).toMatchObject({ kind: 'failed' });
    const printer = await printerThat({ port: before.port });
    expect(await printOn(printer)).toEqual({ kind: 'printed' });
    expect(await printOn(printer)).toEqual({ kind: 'printed' });
    expect(printer.pages).toHaveLength(2);
  });

  test.each([
    ['no-paper', 0x32],
    ['open', 0x16],
    ['not-ready', 0x52],
  ])('that says %s is sent nothing', async (trouble, status) => {
    const printer = await printerThat({ status: Uint8Array.of(status) });
    expect(await printOn(printer)).toEqual({ kind: 'failed', trouble, mayBeOut: false });
    expect(printer.pages).toEqual([]);
  });

  test('that answers nothing, or garbage, prints all the same', async () => {
    for (const status of [undefined, Buffer.from('HTTP/1.1 400 Bad Request\r\n'), Uint8Array.of(0xff), Buffer.alloc(5000, 0x32)]) {
      const printer = await printerThat(status && { status });
      expect(await printOn(printer)).toEqual({ kind: 'printed' });
      expect(printer.asked()).toBe(1);
      expect(printer.pages).toHaveLength(1);
    }
  });

  test('that takes everything and never hangs up has printed', async () => {
    const printer = await printerThat({ lingers: true });
    expect(await printOn(printer)).toEqual({ kind: 'printed' });
    expect(printer.pages).toHaveLength(1);
  });

  test('that takes nothing in is given up after a while, and some of it may be out', async () => {
    const printer = await printerThat({ stalls: true });
    expect(await printEndlessOn(printer)).toEqual({ kind: 'failed', trouble: 'slow', mayBeOut: true });
  });

  test('that breaks off in the middle is not believed to have printed', async () => {
    const printer = await printerThat({ drops: true });
    expect(await printEndlessOn(printer)).toEqual({ kind: 'failed', trouble: 'broken', mayBeOut: true });
  });
});

describe('a text file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baedal-paper-'));
  const path = join(folder, 'tickets.txt');

  test('gets every page behind the last, for nobody else to read', async () => {
    for (const _ of [1, 2]) expect(await paper.print({ kind: 'file', path }, lines)).toEqual({ kind: 'printed' });
    expect(readFileSync(path, 'utf8')).toBe('[2개] 김치찌개\n    + 순한맛\n\f\n'.repeat(2));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('that is a link to another one, or in no folder, is not written', async () => {
    const link = join(folder, 'link.txt');
    symlinkSync(path, link);
    const off = { kind: 'failed', trouble: 'off', mayBeOut: false };
    expect(await paper.print({ kind: 'file', path: link }, lines)).toEqual(off);
    expect(await paper.print({ kind: 'file', path: join(folder, 'nowhere', 'a.txt') }, lines)).toEqual(off);
    expect(await paper.print({ kind: 'device', path: join(folder, 'lp0') }, lines)).toEqual(off);
    rmSync(folder, { recursive: true });
  });
});
