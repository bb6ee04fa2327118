import { wrap } from '../../core/text-width.ts';
import { type Page, when } from '../../words/page.ts';
import type { Message } from '../commands/messages.ts';
import type { Line, Tone } from '../terminal.ts';

const tones: Readonly<Record<Message['status'], Tone>> = {
  queued: 'faint',
  failed: 'warn',
  sent: 'good',
  'gave-up': 'bad',
  expired: 'bad',
};

const body = ({ text, cause }: Message, page: Page): readonly Line[] =>
  [...text.split('\n'), ...(cause === undefined ? [] : [`(${cause})`])]
    .filter((line) => line !== '')
    .flatMap((line) => wrap(line, page.width - 4))
    .map((line) => `    ${line}`);

/** To whom, how it fares, and the text. */
export const messagesText = (all: readonly Message[], page: Page): readonly Line[] =>
  all.flatMap((message, at): readonly Line[] => [
    ...(at === 0 ? [] : ['']),
    [
      { text: when(page, message.at), tone: 'faint' },
      `  ${page.words.role[message.recipient]}  `,
      { text: page.words.message[message.status], tone: tones[message.status] },
      `  ${page.words.label.attempts} ${message.attempts}  ${message.order}`,
    ],
    ...body(message, page),
  ]);
