/** Every duration of the house in milliseconds; all can be configured. Sources of the defaults: docs/decisions. */
export type Settings = {
  readonly acceptLeaseMs: number;
  readonly acceptRemindMs: readonly number[];
  readonly acceptGraceMs: number;
  readonly readyInMs: number;
  readonly recallMs: number;
  /** When a ticket in the kitchen begins to look slow, and late. */
  readonly kitchenSlowMs: number;
  readonly kitchenLateMs: number;
  /** How often a kitchen's screen rings for what nobody there has heard. */
  readonly kitchenRingMs: number;
  /** An alarm that nobody bumped away leaves the board after this, and that is told. */
  readonly alarmLapseMs: number;
  /** Cooked food that no rider has taken is shown as late after this. */
  readonly dispatchLateMs: number;
  /** A screen of a shop that has not been heard of for so long is taken as off. */
  readonly screenStaleMs: number;
  readonly quoteHoldMs: number;
  /** How long an approval may take in front of a person. */
  readonly gatewayTimeoutMs: number;
  /** A requested payment without any outcome is taken as unknown after this: its process is gone. */
  readonly paymentWatchMs: number;
  /** A payment the gateway does not know is voided after this, so that nothing can be charged late. */
  readonly confirmWindowMs: number;
  readonly lookUpFirstMs: number;
  readonly lookUpMaxMs: number;
  readonly lookUpGiveUpMs: number;
  readonly refundFirstMs: number;
  readonly refundMaxMs: number;
  readonly refundGiveUpMs: number;
  readonly messageFirstMs: number;
  readonly messageMaxMs: number;
  readonly breakerInRow: number;
  /** Opens as well when of so many last calls, of at least so many, such a share failed. */
  readonly breakerWindow: number;
  readonly breakerAtLeast: number;
  readonly breakerSharePercent: number;
  readonly breakerOpenMs: number;
  readonly breakerMaxOpenMs: number;
  readonly breakerTrialMs: number;
  readonly leaseMs: number;
  readonly reactRetryMs: number;
  readonly parkAfter: number;
  /** How long the keys of `--key` make a command safe to repeat. */
  readonly keyKeepMs: number;
  /** How long names, addresses and notes are kept after an order has ended, and the lines of the message log. */
  readonly contactKeepMs: number;
  readonly messageKeepMs: number;
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export const defaultSettings: Settings = {
  acceptLeaseMs: 8 * minute,
  acceptRemindMs: [1 * minute, 3 * minute, 6 * minute],
  acceptGraceMs: 5 * second,
  readyInMs: 20 * minute,
  recallMs: 10 * minute,
  kitchenSlowMs: 8 * minute,
  kitchenLateMs: 15 * minute,
  kitchenRingMs: 15 * second,
  alarmLapseMs: 12 * hour,
  dispatchLateMs: 5 * minute,
  screenStaleMs: 30 * second,
  quoteHoldMs: 10 * minute,
  gatewayTimeoutMs: 5 * second,
  paymentWatchMs: 15 * second,
  confirmWindowMs: 30 * second,
  lookUpFirstMs: 1 * second,
  lookUpMaxMs: 5 * minute,
  lookUpGiveUpMs: 24 * hour,
  refundFirstMs: 2 * second,
  refundMaxMs: 30 * minute,
  refundGiveUpMs: 24 * hour,
  messageFirstMs: 1 * second,
  messageMaxMs: 1 * minute,
  breakerInRow: 5,
  breakerWindow: 20,
  breakerAtLeast: 10,
  breakerSharePercent: 50,
  breakerOpenMs: 30 * second,
  breakerMaxOpenMs: 5 * minute,
  breakerTrialMs: 10 * second,
  leaseMs: 30 * second,
  reactRetryMs: 500,
  parkAfter: 8,
  keyKeepMs: 15 * day,
  contactKeepMs: 90 * day,
  messageKeepMs: 90 * day,
};

/** 1st wait, doubled at every further attempt, never above the last; attempts count from 1. */
export const backOff = (firstMs: number, maxMs: number, attempt: number): number =>
  Math.min(maxMs, firstMs * 2 ** Math.min(attempt - 1, 30));
