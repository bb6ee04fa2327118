// `node --import ./scripts/load-sql.mjs file.ts`: lets sources run unbundled, where esbuild and vitest would turn `.sql` into text.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  load: (url, context, next) => {
    if (!url.endsWith('.sql')) return next(url, context);
    const text = readFileSync(fileURLToPath(url), 'utf8');
    return { format: 'module', shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
  },
});
