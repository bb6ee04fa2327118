import type { Upkeep } from '../../core/ports.ts';
import type { RoutesToViews } from '../fold-views.ts';
import { toHeartbeat } from './codec.ts';
import { endOf, type Read } from './reads.ts';
import { rebuild } from './rebuild.ts';
import type { Statements } from './statements.ts';
import type { Write } from './write.ts';

type House = { readonly statements: Statements; readonly read: Read; readonly write: Write; readonly ring: () => void };

export const createUpkeep = ({ statements: s, read, write, ring }: House, routes: RoutesToViews): Upkeep => ({
  beat: async ({ id, pid, startedAt, beatAt, consumers }) => {
    await write(() => s.beat().run(id, pid, startedAt, beatAt, JSON.stringify(consumers)));
  },
  heartbeats: () => read(() => s.daemons().all().map(toHeartbeat)),
  farewell: async (id) => {
    await write(() => s.farewell().run(id));
  },
  rebuild: async (mode) => {
    const rebuilt = await rebuild(s, routes, read, write, mode);
    if (mode === 'replace' && rebuilt.differences.length > 0) ring();
    return rebuilt;
  },
  prune: async (prefix, before, limit) => {
    // Looked for without a lock; what was written again meanwhile stays.
    const keys = await read(() => s.stale().all(before, prefix, endOf(prefix), limit));
    if (keys.length === 0) return 0;
    return write(() => keys.reduce((removed, key) => removed + s.prune().run(key, before).changes, 0));
  },
  revision: () => `${s.dataVersion().get()}.${s.totalChanges().get()}`,
});
