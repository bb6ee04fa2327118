import type { Channel, Recipient } from '../events.ts';
import type { Instant } from '../kinds.ts';

/** `id` is stable over retries: a channel that can tell drops the second one. */
export type OutgoingMessage = {
  readonly id: string;
  readonly recipient: Recipient;
  readonly channel: Channel;
  readonly template: string;
  readonly lang: 'ko' | 'en';
  readonly title: string;
  readonly text: string;
  readonly at: Instant;
};
export type SendResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly cause: string }
  | { readonly kind: 'refused'; readonly cause: string };
export interface Messenger {
  readonly channel: Channel;
  send(message: OutgoingMessage): Promise<SendResult>;
}
