import type { Shop } from '../../core/catalog/shop.ts';
import type { ShopId } from '../../core/kinds.ts';
import type { Printing } from '../../core/use-cases/printing.ts';
import type { BoardTicket, KitchenBoard } from '../../core/views/board.ts';
import type { Live } from '../kit/live.ts';
import { useLive } from '../kit/use-live.ts';
import type { OwnerSeat } from '../seat.ts';

/** A shop of the owner with what is in its kitchen; no board where it may not be seen. */
export type ShopBoard = {
  readonly id: ShopId;
  readonly shop: Shop | undefined;
  readonly board: KitchenBoard | undefined;
  /** How its ticket printer does. */
  readonly printing?: Printing | undefined;
};
export type Boards = readonly ShopBoard[];

/** More than any kitchen has in hand; beyond it the board says that there is more. */
const most = 300;

const boardsOf = async ({ appOf, shops }: OwnerSeat): Promise<Boards> =>
  Promise.all(
    shops.map(async (id) => {
      const app = appOf(id);
      const [shop, board, printing] = await Promise.all([app.findShop(id), app.kitchenBoard(id, most), app.shopPrinting(id)]);
      return {
        id,
        shop: shop.ok ? shop.value : undefined,
        board: board.ok ? board.value : undefined,
        printing: printing.ok ? printing.value : undefined,
      };
    }),
  );

const listed = (lines: readonly number[]) => lines.join(',');
type Known = Pick<BoardTicket, 'view' | 'done' | 'contact'>;

/** A ticket is as its streams were when it was folded: versions say whether it has changed, without reading all of it. */
const sameTicket = (a: Known, b: Known): boolean => {
  const [x, y] = [a.view.seen, b.view.seen];
  const sameView = x.order === y.order && x.ticket === y.ticket && x.delivery === y.delivery && x.payment === y.payment;
  return a.view.order === b.view.order && sameView && listed(a.done) === listed(b.done) && !a.contact === !b.contact;
};

const sameBoard = (a: KitchenBoard | undefined, b: KitchenBoard | undefined): boolean => {
  if (!a || !b) return a === b;
  return (
    a.tickets.length === b.tickets.length &&
    a.alarms.length === b.alarms.length &&
    a.isCut === b.isCut &&
    a.alarms.every((alarm, at) => alarm.view.order === b.alarms[at]?.view.order) &&
    a.tickets.every((ticket, at) => {
      const other = b.tickets[at];
      return other !== undefined && ticket.rings === other.rings && sameTicket(ticket, other);
    })
  );
};

const besides = (one: ShopBoard | undefined) => [one?.shop, one?.printing];

/** Whether there is nothing new to draw; when it was read does not count. */
export const sameBoards = (a: Boards, b: Boards): boolean =>
  a.length === b.length &&
  a.every((one, at) => sameBoard(one.board, b[at]?.board) && JSON.stringify(besides(one)) === JSON.stringify(besides(b[at])));

/** All kitchens of the owner, as of now: what rings in one must be heard in front of another. */
export const useBoards = (seat: OwnerSeat): Live<Boards> =>
  useLive({ key: 'boards', subscribe: seat.subscribe, query: () => boardsOf(seat), same: sameBoards });
