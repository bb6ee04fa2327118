import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Messenger, OutgoingMessage } from '../../core/notification/messenger.ts';
import { safeLine } from '../../core/safe-text.ts';
import type { KakaoServer } from '../payment/kakao-server.ts';
import { drawBubble } from './bubble.ts';

export type ConsoleKakaoDeps = {
  /** Takes the messages and tells which it has had before. */
  readonly server: Pick<KakaoServer, 'accept'>;
  /** Where bubbles are drawn. */
  write(text: string): void;
  /** Gets one JSON line for every message that was new. */
  readonly logFile?: string;
  readonly color?: boolean;
  readonly zone?: string;
};

const safeBlock = (text: string): string => text.split('\n').map(safeLine).join('\n');

const logLine = ({ id, at, recipient, template, lang, title, text }: OutgoingMessage): string => {
  const to = `${recipient.role}:${recipient.id}`;
  return `${JSON.stringify({ id, at, channel: 'kakao', to, template, lang, title: safeLine(title), text: safeBlock(text) })}\n`;
};

const append = async (file: string, line: string) => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await appendFile(file, line, { mode: 0o600 });
};

/** The sandbox form of KakaoTalk: delivered means that the sandbox's server has it; the bubble and the log only show it, once. */
export const openConsoleKakao = ({ server, write, logFile, color = false, zone = 'Asia/Seoul' }: ConsoleKakaoDeps): Messenger => ({
  channel: 'kakao',
  send: async (message) => {
    const { result, isNew } = await server.accept(message);
    if (isNew) {
      write(drawBubble(message, { color, zone }));
      if (logFile !== undefined) await append(logFile, logLine(message));
    }
    return result;
  },
});
