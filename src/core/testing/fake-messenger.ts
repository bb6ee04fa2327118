import type { Messenger, OutgoingMessage, SendResult } from '../notification/messenger.ts';

export type FakeMessenger = Messenger & {
  /** What it says next, once each; afterwards everything is sent. */
  readonly say: (...answers: readonly SendResult[]) => void;
  /** What it says to everybody, until it is told otherwise. */
  readonly always: (answer: SendResult | undefined) => void;
  /** All that went out, in order. */
  readonly sent: readonly OutgoingMessage[];
  /** `customer order-placed`, … */
  readonly told: () => readonly string[];
};

export const createFakeMessenger = (): FakeMessenger => {
  const once: SendResult[] = [];
  const sent: OutgoingMessage[] = [];
  let forever: SendResult | undefined;
  return {
    channel: 'kakao',
    send: async (message) => {
      const result = once.shift() ?? forever ?? { kind: 'sent' };
      if (result.kind === 'sent') sent.push(message);
      return result;
    },
    say: (...answers) => void once.push(...answers),
    always: (answer) => {
      forever = answer;
    },
    sent,
    told: () => sent.map(({ recipient, template }) => `${recipient.role} ${template}`),
  };
};
