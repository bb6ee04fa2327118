// Writes the parts of docs/ and the manual pages that are made of the program's tables; a test says when they are out of date.
//   npm run reference
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generated } from './reference-files.mjs';

const home = join(import.meta.dirname, '..');
for (const { path, text } of generated(home)) {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}
