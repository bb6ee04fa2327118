import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { goesToViews } from '../../core/route.ts';
import { lookInto } from './look-into.ts';
import { openStore } from './open-store.ts';

/** Dies in the middle of a write with a rollback journal, as a restore may that is killed. */
const dyingWriter = `
const Database = require('better-sqlite3');
const db = new Database(process.argv[1]);
db.pragma('journal_mode = delete');
db.pragma('cache_size = 1');
db.exec('begin immediate');
db.exec('create table t as with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) select i, hex(zeroblob(200)) as x from n');
process.kill(process.pid, 'SIGKILL');
`;

test('a house whose writer died in the middle is looked into as it was before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baedal-look-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'house.db');
  await (await openStore({ file, create: true, routesToViews: goesToViews })).close();
  spawnSync(process.execPath, ['-e', dyingWriter, file], { cwd: import.meta.dirname });
  expect(statSync(`${file}-journal`).size).toBeGreaterThan(0);
  const tables = await lookInto(file, (db) =>
    db.prepare<[], { readonly n: number }>("select count(*) as n from sqlite_schema where name = 't'").get(),
  );
  expect(tables).toEqual({ n: 0 });
  expect(existsSync(`${file}-journal`)).toBe(false);
});
