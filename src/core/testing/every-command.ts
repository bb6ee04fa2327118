import * as command from '../commands.ts';
import type { Work } from '../handle.ts';
import { won } from '../money.ts';
import { after, order, payment, remindAt, rider, second } from './story.ts';

type Commands = Readonly<Record<string, Work<unknown>>>;

export const orderCommands = {
  cancelByCustomer: command.cancelByCustomer(order, 'CHANGED_MIND'),
  cancelByShop: command.cancelByShop(order, 'TOO_BUSY'),
  cancelBySystem: command.cancelBySystem(order, 'SYSTEM_ISSUE'),
  rejectOrder: command.rejectOrder(order, 'TOO_BUSY'),
  completeOrder: command.completeOrder(order),
} satisfies Commands;

export const ticketCommands = {
  openTicket: command.openTicket(order),
  acceptOrder: command.acceptOrder(order, undefined),
  rejectTicket: command.rejectTicket(order, 'TOO_BUSY'),
  startCooking: command.startCooking(order),
  finishCooking: command.finishCooking(order),
  recallTicket: command.recallTicket(order),
  delayOrder: command.delayOrder(order, 10),
  cancelTicket: command.cancelTicket(order, 'customer', 'CHANGED_MIND'),
  bumpAlarm: command.bumpAlarm(order),
  lapseAlarm: command.lapseAlarm(order),
  remindAcceptance: command.remindAcceptance(order, remindAt),
  expireAcceptance: command.expireAcceptance(order),
} satisfies Commands;

export const deliveryCommands = {
  requestDelivery: command.requestDelivery(order),
  claimDelivery: command.claimDelivery(order, rider),
  releaseDelivery: command.releaseDelivery(order, rider),
  pickUp: command.pickUp(order, rider),
  deliver: command.deliver(order, rider),
  failDelivery: command.failDelivery(order, rider, 'CUSTOMER_ABSENT'),
  cancelDelivery: command.cancelDelivery(order, 'CHANGED_MIND'),
} satisfies Commands;

export const paymentCommands = {
  approvePayment: command.approvePayment(payment, { reference: 'ref-1', amount: won(20_000) }),
  declinePayment: command.declinePayment(payment, order, 'insufficient-funds'),
  doubtPayment: command.doubtPayment(payment, order, 'time-out'),
  watchPayment: command.watchPayment(payment, order, 1),
  deferPayment: command.deferPayment(payment, order, 'breaker-open', after(30 * second)),
  requestVoid: command.requestVoid(payment, order, 'never-confirmed'),
  voidPayment: command.voidPayment(payment, order, false),
  expireHold: command.expireHold(payment, order),
} satisfies Commands;

export const refundCommands = {
  requestRefund: command.requestRefund(payment, order, 'CHANGED_MIND'),
  recordRefund: command.recordRefund(payment, order, 'back-1'),
  recordRefundFailure: command.recordRefundFailure(payment, order, 'uncertain', after(34 * second)),
  callForAttention: command.callForAttention(payment, order, 'refused: closed'),
  settleRefundManually: command.settleRefundManually(payment, order, 'paid in cash'),
} satisfies Commands;

/** The compiler refuses a command that no table has. */
export const everyCommand: { readonly [C in keyof typeof command]: Work<unknown> } = {
  ...orderCommands,
  ...ticketCommands,
  ...deliveryCommands,
  ...paymentCommands,
  ...refundCommands,
};
