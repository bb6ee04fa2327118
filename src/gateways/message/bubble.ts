import type { OutgoingMessage } from '../../core/notification/messenger.ts';
import { safeLine } from '../../core/safe-text.ts';
import { padTo, wrap } from '../../core/text-width.ts';
import { clock } from '../../core/time.ts';

export type Look = { readonly color: boolean; readonly zone: string };

/** Columns of text within the bubble. */
const columns = 36;
const yellow = '\x1b[48;5;220m\x1b[30m';
const bold = '\x1b[1m';
const faint = '\x1b[2m';
const plain = '\x1b[0m';

const words = {
  ko: { channel: '알림톡', customer: '고객', owner: '상점주인', rider: '라이더' },
  en: { channel: 'AlimTalk', customer: 'customer', owner: 'owner', rider: 'rider' },
} as const;

// A line of ours stays one: whatever else steers a terminal is replaced before it is measured.
const safeLines = (text: string): readonly string[] => text.split('\n').flatMap((line) => wrap(safeLine(line), columns));

/** A message as a phone would show it: a title bar, the text, and the time beside it. */
export const drawBubble = ({ recipient, lang, title, text, at }: OutgoingMessage, { color, zone }: Look): string => {
  const paint = (style: string, line: string) => (color ? `${style}${line}${plain}` : line);
  const { channel, [recipient.role]: role } = words[lang];
  const to = safeLine(`${channel} · ${role} ${recipient.id}`);
  const rule = '─'.repeat(columns + 2);
  const row = (line: string, style?: string) => {
    const cell = ` ${padTo(line, columns)} `;
    return `│${style === undefined ? cell : paint(style, cell)}│`;
  };
  const lines = [
    `╭${rule}╮`,
    row(to, yellow),
    ...(color ? [] : [`├${rule}┤`]),
    ...safeLines(title).map((line) => row(line, bold)),
    row(''),
    ...safeLines(text).map((line) => row(line)),
    `╰${rule}╯ ${paint(faint, clock(at, zone, lang))}`,
  ];
  return `${lines.join('\n')}\n`;
};
