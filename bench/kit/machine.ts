import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../src/sqlite/open.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));

/** Beside the packages, on a real disk: a temporary folder is often memory, where FULL costs nothing. */
export const freshFolder = () => {
  const cache = join(home, 'node_modules/.cache/bench');
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  const own = mkdtempSync(join(cache, 'run-'));
  const folder = (name: string): string => {
    const path = join(own, name);
    mkdirSync(path, { mode: 0o700 });
    return path;
  };
  return { folder, cache, remove: () => rmSync(own, { recursive: true, force: true }) };
};

const tmpfs = 0x01021994;
const fileSystems: Readonly<Record<number, string>> = {
  [tmpfs]: 'tmpfs (memory: durable writes cost nothing here, the figures are worthless)',
  61267: 'ext4',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  2035054128: 'overlay',
};

export const loadAverage = (): number => loadavg()[0] ?? 0;
export const cores = cpus().length;

export const describeMachine = (folder: (name: string) => string): Readonly<Record<string, string | number>> => {
  const path = folder('machine');
  const db = openDatabase(join(path, 'probe.db'));
  const found = {
    node: process.version,
    sqlite: String(db.prepare('select sqlite_version()').pluck().get()),
    synchronous: Number(db.pragma('synchronous', { simple: true })),
    'file system': fileSystems[statfsSync(path).type] ?? `type ${statfsSync(path).type}`,
    cores,
    load: Number(loadAverage().toFixed(2)),
  };
  db.close();
  return found;
};
