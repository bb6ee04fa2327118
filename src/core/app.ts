import * as board from './use-cases/board.ts';
import { readBooks } from './use-cases/books.ts';
import * as carts from './use-cases/carts.ts';
import * as changing from './use-cases/change-shop.ts';
import { placeOrder } from './use-cases/checkout.ts';
import { checkoutCart } from './use-cases/checkout-cart.ts';
import * as cursors from './use-cases/cursors.ts';
import type { AppDeps, Asking, Session } from './use-cases/deps.ts';
import { tracesOf } from './use-cases/forget.ts';
import { lastBackup, noteBackup } from './use-cases/house-notes.ts';
import * as kitchen from './use-cases/kitchen.ts';
import * as messages from './use-cases/messages.ts';
import * as operate from './use-cases/operate.ts';
import * as orders from './use-cases/orders.ts';
import { paceOf } from './use-cases/pace.ts';
import { openPayments, pay } from './use-cases/pay.ts';
import * as presence from './use-cases/presence.ts';
import * as printing from './use-cases/printing.ts';
import * as profile from './use-cases/profile.ts';
import { quoteCart } from './use-cases/quote-cart.ts';
import { issue } from './use-cases/quotes.ts';
import { reconcileBooks, remedy } from './use-cases/reconcile.ts';
import { openRefunds, retryRefund, settleRefund } from './use-cases/refunds.ts';
import * as again from './use-cases/reorder.ts';
import * as ride from './use-cases/ride.ts';
import { daySales, salesOf } from './use-cases/sales.ts';
import * as shops from './use-cases/shops.ts';

/** What can be asked for: the same for the command line and for every screen. */
const useCases = {
  listShops: shops.listShops,
  findShop: shops.findShop,
  setIntake: shops.setIntake,
  markSoldOut: shops.markSoldOut,
  restoreItem: shops.restoreItem,
  salesOf,
  daySales,
  readShop: changing.readShop,
  createShop: changing.createShop,
  changeShop: changing.changeShop,
  writeShop: changing.writeShop,
  paceOf,
  carts: carts.carts,
  cart: carts.cart,
  addToCart: carts.addToCart,
  setCartLine: carts.setCartLine,
  removeCartLine: carts.removeCartLine,
  clearCart: carts.clearCart,
  sendCartTo: carts.sendCartTo,
  keepNotes: carts.keepNotes,
  quoteCart,
  checkoutCart,
  proposeAgain: again.proposeAgain,
  takeAgain: again.takeAgain,
  profile: profile.profile,
  setPerson: profile.setPerson,
  saveAddress: profile.saveAddress,
  removeAddress: profile.removeAddress,
  defaultAddress: profile.defaultAddress,
  saveMethod: profile.saveMethod,
  removeMethod: profile.removeMethod,
  defaultMethod: profile.defaultMethod,
  rememberUsed: profile.rememberUsed,
  saveUsual: again.saveUsual,
  removeUsual: again.removeUsual,
  renameUsual: again.renameUsual,
  issueQuote: issue,
  placeOrder,
  pay,
  openPayments,
  orderStatus: orders.orderStatus,
  listOrders: orders.listOrders,
  orderContact: orders.orderContact,
  cancelOrder: orders.cancelOrder,
  whyOrder: orders.whyOrder,
  messagesOf: messages.messagesOf,
  allMessages: messages.allMessages,
  kitchenBoard: board.kitchenBoard,
  acknowledge: board.acknowledge,
  markLine: board.markLine,
  bumpAlarm: board.bumpAlarm,
  beatScreen: presence.beatScreen,
  leaveScreen: presence.leaveScreen,
  shopPresence: presence.shopPresence,
  shopPrinting: printing.shopPrinting,
  setPrinter: printing.setPrinter,
  printTicket: printing.printTicket,
  printDay: printing.printDay,
  testPage: printing.testPage,
  accept: kitchen.accept,
  reject: kitchen.reject,
  cook: kitchen.cook,
  finish: kitchen.finish,
  recall: kitchen.recall,
  delay: kitchen.delay,
  cancelByShop: kitchen.cancelByShop,
  readBooks,
  riderBoard: ride.riderBoard,
  claim: ride.claim,
  release: ride.release,
  pick: ride.pick,
  deliver: ride.deliver,
  fail: ride.fail,
  outboxState: operate.outboxState,
  redrive: operate.redrive,
  readEvents: operate.readEvents,
  rebuildViews: operate.rebuildViews,
  openRefunds,
  retryRefund,
  settleRefund,
  reconcileBooks,
  remedy,
  noteBackup,
  lastBackup,
  tracesOf,
  findCursor: cursors.findCursor,
  listCursors: cursors.listCursors,
  moveCursor: cursors.moveCursor,
} as const;

type UseCases = typeof useCases;
/** Every use case, bound to who is asking. */
export type App = {
  readonly [K in keyof UseCases]: UseCases[K] extends (session: Session, ...args: infer A) => infer R ? (...args: A) => R : never;
};

type Run = (session: Session, ...args: readonly unknown[]) => unknown;

/** A command uses one of them: so each is bound when it is asked for. */
const bind = (session: Session): App =>
  new Proxy(useCases as Readonly<Record<string, Run>>, {
    get: (all, name: string) => {
      const run = all[name];
      return run && ((...args: readonly unknown[]) => run(session, ...args));
    },
  }) as unknown as App;

export const createApp = (deps: AppDeps): { readonly as: (asking: Asking) => App } => ({ as: (asking) => bind({ ...deps, ...asking }) });
