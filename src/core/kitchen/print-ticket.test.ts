import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { goesToViews } from '../route.ts';
import * as story from '../testing/story.ts';
import { after, order } from '../testing/story.ts';
import { createWorld } from '../testing/world.ts';
import { textWidth } from '../text-width.ts';
import type { OrderView } from '../views/order-view.ts';
import { stopOnPaper } from './print-stop.ts';
import { marksOnPaper, testPaper, ticketOnPaper } from './print-ticket.ts';
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
const ticket = { view, contact, zone: 'Asia/Seoul', at: after(0) };
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

  test('says at its head that it is a reprint, or may be out already, and nothing when it is neither', () => {
    const marked = (lang: 'ko' | 'en') => read(marksOnPaper({ isReprint: true, mayBeOut: true }, { columns: 32, lang }));
    expect(marked('ko')).toBe('** 재출력 **\n** 이미 나왔을 수 있음 **');
    expect(marked('en')).toBe('** REPRINT **\n** MAY BE OUT ALREADY **');
    expect(marksOnPaper({ isReprint: false, mayBeOut: false }, { columns: 32, lang: 'ko' })).toEqual([]);
  });

  test('of an order that has fallen says so first', () => {
    const fallen = { ...ticket, view: { ...view, ticket: 'canceled' } } as const;
    expect(read(ticketOnPaper(fallen, { columns: 32, lang: 'ko' }))).toMatch(/^\*\* 취소 주문 \*\*\n/);
    expect(read(ticketOnPaper(ticket, { columns: 32, lang: 'ko' }))).not.toContain('취소');
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
        for (const line of [...ticketOnPaper(hostile, { columns, lang }), ...stopOnPaper(hostile, { columns, lang })]) {
          expect(widthOf(line)).toBeLessThanOrEqual(columns);
          expect(line.text).not.toMatch(/\p{Cc}/u);
        }
      }),
      { numRuns: 40 },
    );
    for (const line of testPaper('한끼', { columns, lang: 'ko' })) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });
});

describe('the slip for an order that fell', () => {
  const ended = { by: 'customer', reason: 'CHANGED_MIND', liable: 'customer' } as const;
  const fallen = { ...ticket, view: { ...view, ticket: 'canceled', ended, endedAt: after(60_000), stoppedAt: 'cooking' } } as const;

  test('says which one, what to do, and who canceled it', () => {
    expect(read(stopOnPaper(fallen, { columns: 32, lang: 'ko' }))).toMatchInlineSnapshot(`
      "** 취소 **
      조리를 멈추세요
      한끼 김치찌개
      #DARD
      ord_standard
      고객이 취소했어요 12:01
      --------------------------------
      [2개] 김치찌개
          + 순한맛
      --------------------------------
      주문 11월 22일 (일) 12:00
      출력 11월 22일 (일) 12:00"
    `);
    expect(read(stopOnPaper(fallen, { columns: 48, lang: 'en' }))).toMatchInlineSnapshot(`
      "** CANCELED **
      STOP COOKING
      한끼 김치찌개
      #DARD
      ord_standard
      Canceled by the customer 12:01
      ------------------------------------------------
      [2 x] 김치찌개
          + 순한맛
      ------------------------------------------------
      Ordered Sun 22 Nov 12:00
      Printed Sun 22 Nov 12:00"
    `);
  });

  test.each([
    ['accepted', '조리하지 마세요', 'DO NOT COOK'],
    ['cooking', '조리를 멈추세요', 'STOP COOKING'],
    ['cooked', '내보내지 마세요', 'DO NOT HAND OUT'],
  ] as const)('of one that was %s', (stoppedAt, ko, en) => {
    const slip = { ...fallen, view: { ...fallen.view, stoppedAt } };
    expect(read(stopOnPaper(slip, { columns: 42, lang: 'ko' }))).toContain(ko);
    expect(read(stopOnPaper(slip, { columns: 42, lang: 'en' }))).toContain(en);
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
