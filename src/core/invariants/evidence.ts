import type { Actor, Recipient, Recorded } from '../events.ts';
import type { Instant, OrderId, PaymentId } from '../kinds.ts';
import type { OutboxReads, Pending, Reads } from '../ports.ts';
import type { OrderView } from '../views/order-view.ts';
import type { PaymentView } from '../views/payment-view.ts';

/** A charge in the bank's books. `coming` and `pending` have taken nothing yet. */
export type BankCharge = {
  readonly key: string;
  readonly order: string;
  readonly amount: number;
  readonly state: 'coming' | 'pending' | 'approved' | 'declined' | 'voided';
};
export type BankRefund = { readonly key: string; readonly chargeKey: string; readonly amount: number };
/** The truth about money, from outside. */
export type BankBooks = { readonly charges: readonly BankCharge[]; readonly refunds: readonly BankRefund[] };

/** A message that reached a phone, in order of arrival; a second one with the same id was dropped there. */
export type Heard = { readonly id: string; readonly role: Recipient['role']; readonly template: string };

/** What somebody asked for and was told; kept outside the program, by those who were told. */
export type Answer = {
  readonly by: Actor;
  readonly asked: 'place' | 'pay' | 'cancel' | 'accept' | 'reject' | 'cook' | 'finish' | 'claim' | 'pick' | 'deliver' | 'look';
  /** `ok`, the code of a refusal, `nothing` when the program died before it answered, or `threw: …` for what no use case may do. */
  readonly told: string;
  readonly order?: OrderId;
  readonly payment?: PaymentId;
  readonly key?: string;
  /** Tells apart what was asked under one key. */
  readonly body?: string;
  readonly view?: OrderView;
  /** The time that a refusal names. */
  readonly at?: Instant;
  /** How many answers had been heard when it was asked, and when it was answered: what overlaps has no order. */
  readonly began?: number;
  readonly heard?: number;
};

/** Who settled what as done: the same work done twice would stand here twice. */
export type Settled = { readonly consumer: string; readonly event: string };

/** Where the evidence comes from. What is missing is not judged. */
export type Witness = {
  readonly reads: Pick<Reads, 'events' | 'order' | 'payment'>;
  readonly outbox: Pick<OutboxReads, 'waiting'>;
  readonly bank?: BankBooks;
  readonly heard?: readonly Heard[];
  readonly answers?: readonly Answer[];
  /** Every order there is was asked for in these answers, and those of who heard nothing are among them. */
  readonly isAllAsked?: true;
  readonly settledTwice?: readonly Settled[];
  readonly chain?: { readonly broken: readonly { readonly event: string; readonly what: string }[] };
};

/** What can be known of one order. */
export type Dossier = {
  readonly order: OrderId;
  /** Everything recorded about it, in order of position. */
  readonly events: readonly Recorded[];
  readonly view: OrderView | undefined;
  readonly payments: readonly PaymentView[];
  readonly waiting: readonly Pending[];
  readonly charges: readonly BankCharge[];
  readonly refunds: readonly BankRefund[];
  readonly heard: readonly Heard[];
  readonly answers: readonly Answer[];
};

/** What can be known only of the whole. */
export type Whole = {
  /** Events that do not stand right behind the one before them. */
  readonly jumps: readonly Jump[];
  readonly answers: readonly Answer[];
  readonly placed: readonly Placed[];
  readonly settledTwice: readonly Settled[];
  readonly broken: readonly { readonly event: string; readonly what: string }[];
  /** Our own books and the bank's, in won. */
  readonly ours: { readonly taken: number; readonly refunded: number };
  readonly bank: { readonly taken: number; readonly refunded: number };
};
export type Jump = { readonly id: string; readonly position: number; readonly wanted: number };
/** An order that came into being, whose it is, and every payment that was ever tried for it. */
export type Placed = { readonly order: OrderId; readonly customer: string; readonly payments: readonly PaymentId[] };

/**
 * What a check cannot do without. `asked`: every order was asked for in these answers. `settled`: every commit was watched.
 * `rest`: nothing is under way any more, so that what must happen has happened.
 */
export type Need = 'bank' | 'heard' | 'answers' | 'asked' | 'settled' | 'chain' | 'rest';

type Named = {
  /** Of design.md (`D…`) and reliability.md (`I…`). */
  readonly ids: readonly string[];
  readonly name: string;
  readonly sentence: string;
  readonly needs: readonly Need[];
};
/** A promise as code: a pure look at the evidence, and what is wrong with it as sentences. */
export type Invariant =
  | (Named & { readonly of: 'order'; readonly check: (dossier: Dossier) => readonly string[] })
  | (Named & { readonly of: 'whole'; readonly check: (whole: Whole) => readonly string[] });

export type Violation = { readonly invariant: string; readonly order?: OrderId; readonly what: string };
/** A promise that could not be judged, and what evidence was missing. */
export type Unjudged = { readonly name: string; readonly lacks: readonly Need[] };
