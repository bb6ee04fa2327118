import type { Settings } from '../src/core/settings.ts';

/** Deadlines that pass while we watch; each still outlasts what it must outlast under strace on a busy machine. */
export const hurried = {
  gatewayTimeoutMs: 400,
  paymentWatchMs: 900,
  confirmWindowMs: 900,
  lookUpFirstMs: 50,
  lookUpMaxMs: 200,
  refundFirstMs: 50,
  refundMaxMs: 200,
  messageFirstMs: 50,
  messageMaxMs: 200,
  breakerOpenMs: 100,
  breakerMaxOpenMs: 200,
  breakerTrialMs: 100,
  reactRetryMs: 50,
  leaseMs: 1500,
  quoteHoldMs: 8000,
  acceptLeaseMs: 4000,
  acceptGraceMs: 50,
  acceptRemindMs: [600, 1500],
  // Nobody bumps an alarm while a crash is recovered from: the clock must end it.
  alarmLapseMs: 2000,
} as const satisfies Partial<Settings>;

/** After this everything that an order began is due. */
export const restMs = hurried.acceptLeaseMs + hurried.acceptGraceMs + 150;
