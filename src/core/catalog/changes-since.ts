import type { Recorded, Role } from '../events.ts';
import type { Instant } from '../kinds.ts';
import type { ShopChange } from './shop-change.ts';

/** One writing of somebody: when, by whom, what. Without changes it was written whole. */
export type ChangedSince = {
  readonly version: number;
  readonly at: Instant;
  readonly by: Role;
  readonly changes: readonly ShopChange[];
  readonly more: number;
};

/** What was changed of a shop behind a version. Opening, pausing and marks of sold-out things change no file. */
export const changesSince = (past: readonly Recorded[], version: number): readonly ChangedSince[] =>
  past.flatMap((event): readonly ChangedSince[] => {
    if (event.type !== 'MenuChanged' || event.version <= version) return [];
    const { changes = [], more = 0 } = event.data;
    return [{ version: event.version, at: event.at, by: event.actor.role, changes, more }];
  });
