import { defineConfig } from 'vitest/config';

/** As esbuild does in the bundles: `import sql from './x.sql'` is its text. */
const sqlAsText = {
  name: 'sql-as-text',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith('.sql') ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined,
};

export default defineConfig({
  plugins: [sqlAsText],
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'simulation/**/*.test.ts'],
    globalSetup: ['scripts/vitest-setup.mjs'],
    // Processes, not threads: tests start and kill real ones, and a native database is in each.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    globals: false,
    restoreMocks: true,
  },
});
