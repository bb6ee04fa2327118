import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Witness } from '../src/core/invariants/evidence.ts';
import { goesToViews } from '../src/core/route.ts';
import { createMemoryStore } from '../src/store/memory/memory-store.ts';
import { openStore, type SqliteStore } from '../src/store/sqlite/open-store.ts';
import type { WholeStore } from '../src/store/whole-store.ts';

export type StoreKind = 'memory' | 'sqlite';
/** Each kind of program has its own connection. */
const slots = ['people', 'daemon1', 'daemon2', 'daemon3'] as const;

export type Stores = {
  readonly of: (slot: string) => WholeStore;
  /** Calls are input and output of this machine: the virtual world waits for them. */
  readonly real: boolean;
  readonly chain: () => Promise<Witness['chain']>;
  readonly close: () => Promise<void>;
};

const inMemory = (): Stores => {
  const whole = createMemoryStore({ routesToViews: goesToViews });
  return { of: () => whole, real: false, chain: async () => undefined, close: async () => undefined };
};

// No process really dies in a simulation, so the disk has nothing to prove here: other tests cut the power.
const fastFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

const onDisk = async (): Promise<Stores> => {
  const folder = mkdtempSync(join(fastFolder(), 'baedal-simulation-'));
  const file = join(folder, 'baedal.db');
  const opened = new Map<string, SqliteStore>();
  for (const slot of slots) opened.set(slot, await openStore({ file, create: true, routesToViews: goesToViews }));
  const of = (slot: string): SqliteStore => {
    const store = opened.get(slot);
    if (!store) throw new Error(`no connection for ${slot}`);
    return store;
  };
  return {
    of,
    real: true,
    chain: () => of('people').verifyChain(),
    close: async () => {
      for (const store of opened.values()) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const openStores = async (kind: StoreKind): Promise<Stores> => (kind === 'memory' ? inMemory() : onDisk());
