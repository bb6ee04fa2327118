import type { OutboxReads, Reads, Store, Upkeep } from '../core/ports.ts';

/** Everything that a place to keep data does. */
export type WholeStore = Store & Reads & OutboxReads & Upkeep;
