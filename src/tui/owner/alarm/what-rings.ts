import type { OrderId } from '../../../core/kinds.ts';
import { ringing } from '../../../core/views/board.ts';
import type { Boards } from '../use-boards.ts';

/** What somebody must hear: new orders until they are heard, alarms until they are bumped away. */
export type Ring = { readonly kind: 'new' | 'stop-cooking' | 'delivery-failed'; readonly order: OrderId; readonly shopName: string };

export const whatRings = (all: Boards): readonly Ring[] =>
  all.flatMap(({ id, shop, board }) => {
    if (!board) return [];
    const shopName = shop?.name ?? id;
    return [
      ...board.alarms.map(({ view, alarm }): Ring => ({ kind: alarm.kind, order: view.order, shopName })),
      ...ringing(board).map((order): Ring => ({ kind: 'new', order, shopName })),
    ];
  });

export const nameOfRing = ({ kind, order }: Ring): string => `${kind} ${order}`;

/** What rings now and did not before. */
export const newRings = (rings: readonly Ring[], known: ReadonlySet<string>): readonly Ring[] =>
  rings.filter((ring) => !known.has(nameOfRing(ring)));
