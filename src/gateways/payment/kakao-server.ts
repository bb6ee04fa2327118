import { type Instant, instant } from '../../core/kinds.ts';
import type { OutgoingMessage, SendResult } from '../../core/notification/messenger.ts';
import { type BankFile, BankTooNew, isOutOfReach } from './bank-file.ts';
import { strike } from './fault-box.ts';
import type { KakaoRow, Statements } from './statements.ts';

/** A message as the recipient's phone has it. */
export type Delivered = {
  readonly id: string;
  readonly role: string;
  readonly recipient: string;
  readonly template: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly at: Instant;
  readonly receivedAt: Instant;
};
/** `isNew`: the phone did not have it before this call. */
export type Accepted = { readonly result: SendResult; readonly isNew: boolean };

/** The other end of the channel: what it has received is the truth outside. */
export type KakaoServer = {
  accept(message: OutgoingMessage): Promise<Accepted>;
  delivered(): Promise<readonly Delivered[]>;
  /** As if the phones had been emptied of these; answers how many there were. */
  erase(isErased: (message: Delivered) => boolean): Promise<number>;
};

export type KakaoDeps = { readonly bank: BankFile; now(): number; sleep(ms: number): Promise<unknown>; readonly timeoutMs: number };

/** AlimTalk takes no longer text. */
export const longestText = 1000;

const sent = { kind: 'sent' } as const;
const failed = (cause: string) => ({ kind: 'failed', cause }) as const;

const receive = (statements: Statements, message: OutgoingMessage, receivedAt: number): boolean => {
  const { id, recipient, template, lang, title, text, at } = message;
  const row: KakaoRow = { id, role: recipient.role, recipient: recipient.id, template, lang, title, text, at, receivedAt };
  return statements.addKakao.run(row).changes === 1;
};

type Heard = Accepted & { readonly afterMs: number };
const acceptStep = (statements: Statements, message: OutgoingMessage, deps: KakaoDeps): Heard => {
  const { fault, call } = strike(statements, 'messenger');
  if (fault.kind === 'down') return { result: failed('unreachable'), isNew: false, afterMs: 0 };
  if (fault.kind === 'flaky' && call % 2 === 0) return { result: failed('server-error'), isNew: false, afterMs: 0 };
  const isTooSlow = fault.kind === 'slow' && fault.ms >= deps.timeoutMs;
  // The server has it all the same: the second try is dropped as known.
  const isNew = receive(statements, message, deps.now());
  const afterMs = fault.kind === 'slow' ? Math.min(fault.ms, deps.timeoutMs) : 0;
  return { result: isTooSlow ? failed('time-out') : sent, isNew, afterMs };
};

const toDelivered = (row: KakaoRow): Delivered => ({ ...row, at: instant(row.at), receivedAt: instant(row.receivedAt) });

export const openKakaoServer = (deps: KakaoDeps): KakaoServer => {
  const accept = async (message: OutgoingMessage): Promise<Accepted> => {
    if (message.text.length > longestText) return { result: { kind: 'refused', cause: 'text-too-long' }, isNew: false };
    try {
      const { result, isNew, afterMs } = await deps.bank.turn((statements) => acceptStep(statements, message, deps));
      if (afterMs > 0) await deps.sleep(afterMs);
      return { result, isNew };
    } catch (error) {
      if (error instanceof BankTooNew) return { result: { kind: 'refused', cause: error.message }, isNew: false };
      if (isOutOfReach(error)) return { result: failed('network'), isNew: false };
      throw error;
    }
  };
  const delivered = () => deps.bank.turn((statements) => statements.kakao.all().map(toDelivered));
  const erase: KakaoServer['erase'] = (isErased) =>
    deps.bank.turn((statements) => {
      const gone = statements.kakao.all().map(toDelivered).filter(isErased);
      for (const { id } of gone) statements.removeKakao.run(id);
      return gone.length;
    });
  return { accept, delivered, erase };
};
