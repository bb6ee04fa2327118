import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { instant } from '../../core/kinds.ts';
import type { OutgoingMessage } from '../../core/notification/messenger.ts';
import { textWidth } from '../../core/text-width.ts';
import { openSandbox, type Sandbox } from '../payment/open-sandbox.ts';
import { openConsoleKakao } from './open-console-kakao.ts';

const directory = mkdtempSync(join(tmpdir(), 'baedal-kakao-'));
afterAll(() => rmSync(directory, { recursive: true }));

let sandbox: Sandbox;
let shown: string[];
let slept: number[];
beforeEach(() => {
  shown = [];
  slept = [];
  sandbox = openSandbox({ file: ':memory:', now: () => 1_800_000_000_000, sleep: async (ms) => void slept.push(ms) });
});
const kakao = (over: { readonly color?: boolean; readonly logFile?: string } = {}) =>
  openConsoleKakao({ server: sandbox.kakao, write: (text) => void shown.push(text), ...over });

const message = (over: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: 'order/ord_abc123@1/customer/kakao',
  recipient: { role: 'customer', id: 'cus_mina22' },
  channel: 'kakao',
  template: 'order-placed',
  lang: 'ko',
  title: '결제 완료, 접수 대기 중',
  text: '결제가 완료되어 주문이 상점에 전달되었습니다.\n\n■ 상점: 바삭치킨 🍗\n■ 결제 금액: 23,000원',
  at: instant(Date.UTC(2026, 10, 22, 10, 30)),
  ...over,
});
const colours = ['48;5;220', '30', '0', '1', '2'].map((code) => `\x1b[${code}m`);
const linesOf = (bubble: string | undefined) => (bubble ?? '').trimEnd().split('\n');

test('a message is drawn as a bubble whose Korean lines end where they should', async () => {
  expect(await kakao().send(message())).toEqual({ kind: 'sent' });
  expect(shown.join('')).toBe(`\
╭──────────────────────────────────────╮
│ 알림톡 · 고객 cus_mina22             │
├──────────────────────────────────────┤
│ 결제 완료, 접수 대기 중              │
│                                      │
│ 결제가 완료되어 주문이 상점에        │
│ 전달되었습니다.                      │
│                                      │
│ ■ 상점: 바삭치킨 🍗                  │
│ ■ 결제 금액: 23,000원                │
╰──────────────────────────────────────╯ 19:30
`);
});

test('a message that is sent again after a crash is shown once, by whichever process', async () => {
  for (const messenger of [kakao(), kakao(), kakao()]) expect(await messenger.send(message())).toEqual({ kind: 'sent' });
  await kakao().send(message({ id: 'another' }));
  expect(shown).toHaveLength(2);
  expect((await sandbox.kakao.delivered()).map(({ id }) => id)).toEqual(['order/ord_abc123@1/customer/kakao', 'another']);
});

test('with colour the title bar is painted, and no other control reaches the terminal', async () => {
  const hostile = '\x1b]0;PAID\x07\x1b[2J\r\u009b31m\u202egood\u0000';
  await kakao({ color: true }).send(message({ title: hostile, text: `${hostile}\n${hostile}`, recipient: { role: 'owner', id: hostile } }));
  await kakao().send(message({ id: 'plain', title: hostile, text: hostile, recipient: { role: 'owner', id: hostile } }));
  const [painted = '', plain = ''] = shown;
  expect(painted).toContain('\x1b[48;5;220m\x1b[30m 알림톡 · 상점주인');
  for (const text of [colours.reduce((left, colour) => left.replaceAll(colour, ''), painted), plain]) {
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    const widths = linesOf(text).map((line) => textWidth(line.replace(/ \d\d:\d\d$/, '')));
    expect(new Set(widths)).toEqual(new Set([40]));
  }
});

test('every new message is one line of JSON in a log that only its owner can read', async () => {
  const logFile = join(directory, 'log', 'kakao.log');
  const messenger = kakao({ logFile });
  await messenger.send(message());
  await messenger.send(message());
  await messenger.send(message({ id: 'two', text: 'a\u2028b\x1b[2J\nc' }));
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { id: 'order/ord_abc123@1/customer/kakao', to: 'customer:cus_mina22', template: 'order-placed', channel: 'kakao' },
    { id: 'two', text: 'a\ufffdb\ufffd[2J\nc' },
  ]);
  expect(statSync(logFile).mode & 0o777).toBe(0o600);
});

test('down: nothing is delivered', async () => {
  await sandbox.faults.set({ messenger: 'down*2' });
  expect(await kakao().send(message())).toEqual({ kind: 'failed', cause: 'unreachable' });
  expect(await kakao().send(message())).toEqual({ kind: 'failed', cause: 'unreachable' });
  expect(shown).toEqual([]);
  expect(await kakao().send(message())).toEqual({ kind: 'sent' });
});

test('flaky: every second one fails', async () => {
  await sandbox.faults.set({ messenger: 'flaky' });
  const kinds = [];
  for (const id of ['1', '2', '3', '4']) kinds.push((await kakao().send(message({ id }))).kind);
  expect(kinds).toEqual(['sent', 'failed', 'sent', 'failed']);
  expect((await sandbox.kakao.delivered()).map(({ id }) => id)).toEqual(['1', '3']);
});

test('slow: it is waited for, but never longer than the time-out; what got through is not shown twice', async () => {
  await sandbox.faults.set({ messenger: 'slow:1000*1' });
  expect(await kakao().send(message())).toEqual({ kind: 'sent' });
  await sandbox.faults.set({ messenger: 'slow:60000*1' });
  expect(await kakao().send(message({ id: 'two' }))).toEqual({ kind: 'failed', cause: 'time-out' });
  expect(await kakao().send(message({ id: 'two' }))).toEqual({ kind: 'sent' });
  expect(slept).toEqual([1000, 5000]);
  expect(shown).toHaveLength(2);
});

test('a text that the channel would never take is refused for good', async () => {
  expect(await kakao().send(message({ text: '가'.repeat(1001) }))).toEqual({ kind: 'refused', cause: 'text-too-long' });
});
