// Writes the parts of docs/ and the manual pages that are made of the program's tables; a test says when they are out of date.
//   npm run reference
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from './reference-files.mjs';

const root = join(import.meta.dirname, '..');
for (const { path, text } of generated(root)) writeFileSync(join(root, path), text);
