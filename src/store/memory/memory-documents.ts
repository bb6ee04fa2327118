import type { DocumentKey, Instant } from '../../core/kinds.ts';
import type { Document, DocumentWrite } from '../../core/ports.ts';
import { frozen } from './frozen.ts';

type Kept = Document & { readonly writtenAt: Instant | undefined };

const drawerOf = (key: string): string => key.slice(0, key.indexOf('/') + 1);
const points = (text: string) => Buffer.from(text);

export type MemoryDocuments = {
  read(key: DocumentKey): Document | undefined;
  write(write: DocumentWrite, at: Instant | undefined): void;
  list(of: string | readonly DocumentKey[], limit: number): readonly Document[];
  prune(prefix: string, before: Instant, limit: number): number;
};

export const createMemoryDocuments = (): MemoryDocuments => {
  /** By the part up to the first slash, so that a prefix looks into one drawer. */
  const drawers = new Map<string, Map<DocumentKey, Kept>>();
  const find = (key: DocumentKey) => drawers.get(drawerOf(key))?.get(key);
  const under = (prefix: string): Kept[] => {
    const drawer = drawerOf(prefix);
    const kept = drawer === '' ? [...drawers.values()].flatMap((all) => [...all.values()]) : [...(drawers.get(drawer)?.values() ?? [])];
    return kept.filter(({ key }) => key.startsWith(prefix));
  };
  const toDocument = ({ key, version, body }: Kept): Document => ({ key, version, body });
  return {
    read: (key) => {
      const kept = find(key);
      return kept && toDocument(kept);
    },
    write: (write, at) => {
      const { key } = write;
      const drawer = drawers.get(drawerOf(key)) ?? new Map<DocumentKey, Kept>();
      drawers.set(drawerOf(key), drawer);
      if ('remove' in write) drawer.delete(key);
      else drawer.set(key, { key, version: (find(key)?.version ?? 0) + 1, body: frozen(write.body), writtenAt: at });
    },
    list: (of, limit) =>
      (typeof of === 'string' ? under(of) : [...new Set(of)].flatMap((key) => find(key) ?? []))
        .sort((a, b) => Buffer.compare(points(a.key), points(b.key)))
        .slice(0, limit)
        .map(toDocument),
    prune: (prefix, before, limit) => {
      const stale = under(prefix)
        .filter(({ writtenAt }) => writtenAt !== undefined && writtenAt < before)
        .sort((a, b) => (a.writtenAt ?? 0) - (b.writtenAt ?? 0))
        .slice(0, limit);
      for (const { key } of stale) drawers.get(drawerOf(key))?.delete(key);
      return stale.length;
    },
  };
};
