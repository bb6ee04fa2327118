// Before all tests: the bundles that bin/baedal.js runs, and a home for programs that forget to name their database.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';

export const setup = async () => {
  // `npm test` has built already, or failed. A test of one's own file need not wait until everybody's are whole.
  await build().catch((error) => {
    if (!existsSync('dist/cli.cjs')) throw error;
    process.stderr.write(`the bundles are older than the sources, for the build fails: ${error.message}\n`);
  });
  const home = mkdtempSync(join(tmpdir(), 'baedal-test-'));
  process.env.XDG_DATA_HOME = join(home, 'data');
  process.env.XDG_CONFIG_HOME = join(home, 'config');
  process.env.XDG_STATE_HOME = join(home, 'state');
  // What a person has set in their shell must not decide what a test sees.
  for (const name of Object.keys(process.env)) if (/^BAEDAL_|^(NO|FORCE)_COLOR$|^LANG|^LC_/.test(name)) delete process.env[name];
  process.env.LC_ALL = 'C.UTF-8';
  return () => rmSync(home, { recursive: true, force: true });
};
