import type { OrderId } from '../../core/kinds.ts';

const letters = 4;

/** What is called across a kitchen: the end of the number, in large letters. The whole one stands in the detail. */
export const shortNumber = (order: OrderId): string => `#${order.slice(-letters).toUpperCase()}`;
