import type { DocumentKey } from './kinds.ts';
import type { Commit, Store } from './ports.ts';

const attempts = 40;

/** A document alone, changed until it sticks or nothing is left to change. */
export const changeDocument = async (
  store: Store,
  key: DocumentKey,
  change: (body: unknown) => unknown,
): Promise<'changed' | 'same' | 'busy'> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await store.document(key);
    const after = change(before?.body);
    if (after === before?.body) return 'same';
    const commit: Commit = {
      relies: [{ document: key, version: before?.version ?? 0 }],
      events: [],
      outbox: [],
      rows: [],
      documents: [{ key, body: after }],
      settle: [],
    };
    if ((await store.commit(commit)) === 'done') return 'changed';
  }
  return 'busy';
};
