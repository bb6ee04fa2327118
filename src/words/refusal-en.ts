import { paymentReasonWords } from '../core/notification/message-words.ts';
import type { Difference, Refusal, Unmet } from '../core/refusal.ts';
import { never } from '../core/result.ts';
import { meanwhileText } from './meanwhile.ts';
import { exactly, moreText, type Page, returnText, when, wonText } from './page.ts';
import { problemText } from './shop-problem.ts';

/** One difference, as part of a sentence. */
export const differenceEn = (one: Difference, page: Page): string => {
  switch (one.kind) {
    case 'item-gone':
      return `${one.name ?? one.item} is not on the menu`;
    case 'choice-gone':
      return `${one.name ?? one.choice} cannot be chosen`;
    case 'item-sold-out':
    case 'choice-sold-out': {
      const back = returnText(page, one.until);
      return back === undefined ? `${one.name} is sold out` : `${one.name} is sold out until ${back}`;
    }
    case 'price-changed':
      return `${one.name} costs ${wonText(page, one.now)}, not ${wonText(page, one.was)} (${moreText(page, one.was, one.now)})`;
    case 'fee-changed':
      return `delivery costs ${wonText(page, one.now)}, not ${wonText(page, one.was)} (${moreText(page, one.was, one.now)})`;
    default:
      return never(one);
  }
};

export const unmetEn = (one: Unmet, page: Page): string => {
  switch (one.kind) {
    case 'empty':
      return 'the cart is empty';
    case 'too-many-lines':
      return `at most ${one.max} lines in one order, not ${one.lines}`;
    case 'quantity':
      return `item ${one.line + 1}: a quantity from 1 to 99, not ${one.quantity}`;
    case 'options':
      return `item ${one.line + 1}: choose ${one.min === one.max ? one.min : `${one.min} to ${one.max}`} of '${one.name}', not ${one.chosen}`;
    case 'choice-twice':
      return `item ${one.line + 1}: ${one.choice} is chosen twice`;
    case 'minimum':
      return `the shop delivers from ${wonText(page, one.minimum)}, ${wonText(page, one.missing)} more than this`;
    default:
      return never(one);
  }
};

const shutEn = ({ why, opensAt }: Extract<Refusal, { readonly code: 'CLOSED' }>, page: Page): string => {
  const next = opensAt === undefined ? 'See other shops: baedal shops' : `It opens: ${when(page, opensAt)}`;
  return `The shop takes no orders now (${page.words.shut[why]}). ${next}`;
};

type Transition = Extract<Refusal, { readonly code: 'INVALID_TRANSITION' }>;
const transitionEn = ({ command, state, at, deadline }: Transition, page: Page): string => {
  const asked = new Map<string, string>(Object.entries(page.words.asked)).get(command) ?? command;
  const found = new Map<string, string>(Object.entries(page.words.state)).get(state) ?? state;
  const since = at === undefined ? '' : ` since ${exactly(page, at)}`;
  const late = deadline === undefined ? '' : `; the time for it ran out at ${exactly(page, deadline)}`;
  return `It is too late or too early to ${asked}: it is ${found}${since}${late}. Look again: baedal status`;
};

const paymentEn = (refusal: Extract<Refusal, { readonly payment: string }>, page: Page): string => {
  const again = `baedal pay ${refusal.payment}`;
  switch (refusal.code) {
    case 'PAYMENT_DECLINED':
      return `The payment was declined: ${paymentReasonWords(refusal.reason, 'en')}. Nothing is charged. Pay with another card: ${again} --pay CARD`;
    case 'PAYMENT_UNKNOWN':
      return `It is not known yet whether the payment went through. Do not order again; it will be known by about ${when(page, refusal.retryAt)}. Look now: ${again}`;
    case 'PAYMENT_DEFERRED':
      return `Payments are held at the moment, so your order was put by. Nothing is charged. After ${when(page, refusal.retryAt)}: ${again} (${wonText(page, refusal.total)}, kept until ${when(page, refusal.heldUntil)})`;
    default:
      return never(refusal);
  }
};

/** What happened, and what to do. */
export const refusalEn = (refusal: Refusal, page: Page): string => {
  switch (refusal.code) {
    case 'PRICE_CHANGED':
      return `Prices have changed: ${refusal.differences.map((one) => differenceEn(one, page)).join(', ')}. To order at the new price, run baedal order again`;
    case 'AVAILABILITY_CHANGED':
      return `Some of it cannot be ordered: ${refusal.differences.map((one) => differenceEn(one, page)).join(', ')}. Leave it out or change it, then order again`;
    case 'REQUIREMENTS_NOT_MET':
      return `It cannot be ordered like this: ${refusal.unmet.map((one) => unmetEn(one, page)).join('; ')}. See what there is to choose: baedal menu`;
    case 'CLOSED':
      return shutEn(refusal, page);
    case 'OUT_OF_SERVICE_AREA':
      return `The address is ${refusal.metres} m away; the shop delivers up to ${refusal.areaMetres} m. Choose a nearer one: baedal shops`;
    case 'QUOTE_EXPIRED':
      return `The quote ran out (${when(page, refusal.expiredAt)}). Nothing is charged. Order anew: baedal order`;
    case 'NOT_FOUND':
      return `There is no such ${page.words.thing[refusal.what]}: ${refusal.id}. Check its id or name`;
    case 'NOT_ALLOWED':
      return `Only ${refusal.need} may do that. Say who you are with --as`;
    case 'INVALID_INPUT':
      return `${refusal.field}: ${refusal.problem}`;
    case 'INVALID_DOCUMENT':
      return `${refusal.problems.map((one) => problemText(one, 'en')).join('; ')}. Nothing was changed`;
    case 'ALREADY_EXISTS':
      return `${refusal.id} is there already. Change it: baedal shop edit ${refusal.id}, or import a file: baedal shop import ${refusal.id} FILE`;
    case 'CHANGED_MEANWHILE':
      return meanwhileText(refusal, page);
    case 'INVALID_TRANSITION':
      return transitionEn(refusal, page);
    case 'TOO_LATE_COOK_STARTED':
      return `Too late to cancel: cooking started at ${exactly(page, refusal.startedAt)}, you asked at ${exactly(page, refusal.requestedAt)}. If something is wrong, call the shop`;
    case 'IDEMPOTENCY_CONFLICT':
      return `The key '${refusal.key}' was used for a different order. For a new order choose another --key`;
    case 'CART_NOT_EMPTY':
      return `The cart of that shop holds something else. See it: baedal cart show ${refusal.shop}; overwrite it: --replace`;
    case 'ALREADY_ORDERED':
      return `This quote was ordered already: ${refusal.order}. Look at it: baedal status ${refusal.order}`;
    case 'MISCONFIGURED':
      return `The configuration is wrong: ${refusal.what}. Tell the operator`;
    case 'BUSY':
      return 'Too many are writing at once. Nothing was changed; run the same command again in a moment';
    default:
      return paymentEn(refusal, page);
  }
};
