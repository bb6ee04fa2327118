import type { RefusalCode } from '../core/refusal.ts';

/** What the exit codes of design.md §4 mean, by name. */
export const exits = {
  done: 0,
  fault: 1,
  usage: 2,
  notFound: 3,
  notAllowed: 4,
  wrongState: 5,
  changed: 6,
  declined: 7,
  unknown: 8,
  later: 9,
  configuration: 10,
} as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** A refusal without an exit code is a type error. */
export const exitOfRefusal: Readonly<Record<RefusalCode, Exit>> = {
  INVALID_INPUT: exits.usage,
  INVALID_DOCUMENT: exits.usage,
  IDEMPOTENCY_CONFLICT: exits.usage,
  NOT_FOUND: exits.notFound,
  NOT_ALLOWED: exits.notAllowed,
  INVALID_TRANSITION: exits.wrongState,
  TOO_LATE_COOK_STARTED: exits.wrongState,
  ALREADY_ORDERED: exits.wrongState,
  CART_NOT_EMPTY: exits.wrongState,
  ALREADY_EXISTS: exits.wrongState,
  CHANGED_MEANWHILE: exits.wrongState,
  PRICE_CHANGED: exits.changed,
  AVAILABILITY_CHANGED: exits.changed,
  CLOSED: exits.changed,
  OUT_OF_SERVICE_AREA: exits.changed,
  REQUIREMENTS_NOT_MET: exits.changed,
  QUOTE_EXPIRED: exits.changed,
  PAYMENT_DECLINED: exits.declined,
  PAYMENT_UNKNOWN: exits.unknown,
  PAYMENT_DEFERRED: exits.later,
  BUSY: exits.later,
  MISCONFIGURED: exits.configuration,
};
