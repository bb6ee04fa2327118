import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '../contract.ts';
import { openStore } from './open-store.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'baedal-store-')), 'baedal.db');
const open = (file: string) => openStore({ file, create: true, routesToViews: () => true });

storeContract('the SQLite store', async () => {
  const file = newFile();
  return { store: await open(file), reopen: () => open(file) };
});
