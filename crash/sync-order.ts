const call = /^(?:\d+\s+)?(\w+)\((?:\d+<([^>]*)>|"([^"]*)")/;

/** Which promise a call makes to others, if any: to a person, to the bank, or that a log is no longer needed. */
const wordOf = (name: string, file: string, said: string): string | undefined => {
  if (name === 'write' && file === said) return 'it was said on stdout';
  if (name === 'pwrite64' && file.endsWith('.bank-wal')) return 'the bank was told';
  if (name === 'link' || name === 'rename') return `${file} was given its name`;
  return name === 'unlink' && file.endsWith('-wal') ? `${file} was removed` : undefined;
};

/** What must be on the disk before that word. */
const isOwed = (dirty: string, name: string, file: string): boolean => {
  if (name === 'link' || name === 'rename') return dirty === file;
  if (name === 'unlink') return dirty === file.slice(0, -'-wal'.length);
  return name === 'pwrite64' ? dirty !== file && dirty.endsWith('.db-wal') : dirty.endsWith('-wal');
};

export type SyncOrder = {
  /** Words given, and syncs that stood behind them: a trace without either proves nothing. */
  readonly words: number;
  readonly syncs: number;
  readonly wrong: readonly string[];
};

/**
 * Durable before said: in a trace of one thread every write into a log is followed by a sync of that log before anybody hears of it. A kill
 * cannot show this, since what was written outlives a process; a power cut would.
 */
export const syncOrder = (trace: string, said: string): SyncOrder => {
  const dirty = new Map<string, string>();
  const wrong: string[] = [];
  let [words, syncs] = [0, 0];
  for (const line of trace.split('\n')) {
    const [, name = '', byHandle, byName] = call.exec(line) ?? [];
    const file = byHandle ?? byName ?? '';
    const word = wordOf(name, file, said);
    if (word !== undefined) {
      words++;
      for (const [owed, write] of dirty) if (isOwed(owed, name, file)) wrong.push(`${word} before ${owed} was synced (${write})`);
    }
    if (name === 'fsync' || name === 'fdatasync') {
      if (dirty.delete(file)) syncs++;
    } else if (name === 'pwrite64' && !file.endsWith('-shm')) dirty.set(file, line.slice(0, 160));
  }
  return { words, syncs, wrong: [...new Set(wrong)] };
};
