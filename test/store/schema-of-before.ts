import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/sqlite/open.ts';

const first = join(import.meta.dirname, '../../src/store/sqlite/migrations/0001-start.sqlite.sql');

/** A database as the first program made it: by the first migration only. */
export const makeFirstSchema = (file: string): void => {
  writeFileSync(file, '', { mode: 0o600 });
  const db = openDatabase(file);
  db.exec(readFileSync(first, 'utf8'));
  db.pragma('application_id = 0x62616564');
  db.pragma('user_version = 1');
  db.close();
};

/** A house of today, with all that it holds, in the tables of the first program. */
export const moveToFirstSchema = (file: string): void => {
  const old = `${file}.first`;
  makeFirstSchema(old);
  const db = openDatabase(file);
  db.prepare('attach ? as old').run(old);
  const tables = db.prepare("select name from old.sqlite_schema where type = 'table'").pluck().all();
  for (const table of tables) db.exec(`delete from old.${table}; insert into old.${table} select * from main.${table}`);
  db.exec('detach old');
  db.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  writeFileSync(file, '', { mode: 0o600 });
  const moved = openDatabase(old);
  moved.prepare('vacuum into ?').run(file);
  moved.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${old}${suffix}`, { force: true });
};
