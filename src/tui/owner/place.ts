import type { OrderId } from '../../core/kinds.ts';

/** Where an owner can be. */
export type Place = { readonly at: 'board' | 'menu' | 'shop' | 'day' } | { readonly at: 'ticket'; readonly order: OrderId };

/** The name under which a place keeps what was typed in it; each shop has its own. */
export const nameOfPlace = (shop: string, place: Place): string => JSON.stringify([shop, place]);
