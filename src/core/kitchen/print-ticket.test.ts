import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { goesToViews } from '../route.ts';
import * as story from '../testing/story.ts';
import { after, order } from '../testing/story.ts';
import { createWorld } from '../testing/world.ts';
import { textWidth } from '../text-width.ts';
import type { OrderView } from '../views/order-view.ts';
import { testPaper, ticketOnPaper } from './print-ticket.ts';
import { type PaperLine, paperColumns, parsePrinterAddress, printerAddressText } from './printer.ts';

const world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
await world.tell(...story.stages.accepted);
await world.drainNow('views');
const found = await world.store.order(order);
if (!found) throw new Error('the story has no order');
const view: OrderView = {
  ...found,
  lines: found.lines.map((line) => ({
    ...line,
    choices: [{ ...line, id: 'mild' as never, group: 'heat' as never, name: '순한맛' }],
  })),
};
const contact = {
  customer: story.customer,
  lang: 'ko',
  address: '서울 마포구 양화로 1',
  name: '미나',
  phone: '010-1234-5678',
  note: '땅콩 알레르기, 파 빼고 주세요',
  lineNotes: [{ line: 0, note: '덜 맵게' }],
} as const;
const ticket = { view, contact, zone: 'Asia/Seoul', at: after(0), isReprint: false, mayBeOut: false };
const read = (lines: readonly PaperLine[]): string => lines.map(({ text }) => text).join('\n');
const widthOf = ({ text, size }: PaperLine): number => textWidth(text) * (size === 'double' ? 2 : 1);

describe('a ticket on paper', () => {
  test('spells quantities, indents choices, and shouts about allergies', () => {
    expect(read(ticketOnPaper(ticket, { columns: 42, lang: 'ko' }))).toMatchInlineSnapshot(`
      "한끼 김치찌개
      #DARD
      ord_standard
      주문 11월 22일 (일) 12:00
      조리 예정 12:21
      !! 알레르기 주의 !!
      ------------------------------------------
      [2개] 김치찌개
          + 순한맛
          요청: 덜 맵게
      ------------------------------------------
      !! 알레르기 주의: 땅콩 알레르기, 파 빼고
      주세요
      모두 2개
      출력 11월 22일 (일) 12:00"
    `);
    const loud = ticketOnPaper(ticket, { columns: 42, lang: 'en' }).filter(({ text }) => text.includes('ALLERGY'));
    expect(loud).toHaveLength(2);
    for (const line of loud) expect(line).toMatchObject({ size: 'tall', bold: true });
  });

  test('says at its head that it is a reprint, or may be out already', () => {
    const marked = (lang: 'ko' | 'en') => read(ticketOnPaper({ ...ticket, isReprint: true, mayBeOut: true }, { columns: 32, lang }));
    expect(marked('ko')).toMatch(/^\*\* 재출력 \*\*\n\*\* 이미 나왔을 수 있음 \*\*\n/);
    expect(marked('en')).toMatch(/^\*\* REPRINT \*\*\n\*\* MAY BE OUT ALREADY \*\*\n/);
    expect(read(ticketOnPaper(ticket, { columns: 32, lang: 'ko' }))).not.toContain('**');
  });

  test('carries neither name, address nor phone', () => {
    const text = read(ticketOnPaper(ticket, { columns: 48, lang: 'ko' }));
    for (const secret of [contact.name, contact.phone, '양화로']) expect(text).not.toContain(secret);
  });

  test('says that notes were erased rather than that there were none', () => {
    expect(read(ticketOnPaper({ ...ticket, contact: undefined }, { columns: 42, lang: 'en' }))).toContain('The notes were erased');
  });

  test.each(paperColumns)('fits a paper of %i columns, whatever strangers wrote', (columns) => {
    const words = fc.string({ unit: 'grapheme', maxLength: 120 });
    fc.assert(
      fc.property(words, words, fc.constantFrom('ko', 'en'), (name, note, lang) => {
        const lines = view.lines.map((line) => ({ ...line, name: `${name}\u001b[2J\u001d` }));
        const hostile = { ...ticket, view: { ...view, lines }, contact: { ...contact, note: `${note}\u001b@\u0010` } };
        for (const line of ticketOnPaper(hostile, { columns, lang })) {
          expect(widthOf(line)).toBeLessThanOrEqual(columns);
          expect(line.text).not.toMatch(/\p{Cc}/u);
        }
      }),
      { numRuns: 40 },
    );
    for (const line of testPaper('한끼', { columns, lang: 'ko' })) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });
});

describe('where a printer is', () => {
  test.each([
    ['tcp://192.168.0.50', 'tcp://192.168.0.50:9100'],
    ['tcp://printer.local:9101', 'tcp://printer.local:9101'],
    ['tcp://[fe80::1]:9100', 'tcp://[fe80::1]:9100'],
    ['usb:/dev/usb/lp0', 'usb:/dev/usb/lp0'],
    ['file:/srv/tickets.txt', 'file:/srv/tickets.txt'],
  ])('%s', (text, said) => {
    const address = parsePrinterAddress(text);
    expect(address && printerAddressText(address)).toBe(said);
  });

  test.each([
    '',
    'printer',
    'tcp://',
    'tcp://a:0',
    'tcp://a:65536',
    'tcp://a b',
    'http://a',
    'usb:/dev/sda',
    'usb:/dev/usb/../sda',
    'file:a.txt',
    'file:/home/kim/.bashrc',
    'file:/a\n.txt',
  ])('%j is no place to print', (text) => expect(parsePrinterAddress(text)).toBeUndefined());
});
