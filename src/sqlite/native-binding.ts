import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type Addon = { readonly exports: object };
type Binding = { readonly getBinding: () => object };

const driver = join(import.meta.dirname, '../node_modules/better-sqlite3');
const machine = process.arch === 'x64' ? 'x86_64' : 'aarch64';

/** With a build of its own, or where there is another C library too, the driver must look closely. */
const isPlain = (): boolean =>
  !existsSync(join(driver, 'build')) && !(process.platform === 'linux' && existsSync(`/lib/ld-musl-${machine}.so.1`));

const prebuilt = (): object | undefined => {
  if (!isPlain()) return undefined;
  const addon: Addon = { exports: {} };
  try {
    process.dlopen(addon, join(driver, 'prebuilds', `${process.platform}-${process.arch}.node`));
    return addon.exports;
  } catch {
    // Not there, or not for this machine: the driver knows better what to say.
    return undefined;
  }
};

const asTheDriverDoes = (): object => {
  const require = createRequire(import.meta.filename);
  const binding: Binding = require(join(dirname(require.resolve('better-sqlite3/package.json')), 'lib/binding.js'));
  return binding.getBinding();
};

let found: object | undefined;
/** In bundles, in place of the driver's own search, which reads the memory map of the process to tell two C libraries apart. */
export const getBinding = (given: object | null): object => {
  found ??= given ?? prebuilt() ?? asTheDriverDoes();
  return found;
};
