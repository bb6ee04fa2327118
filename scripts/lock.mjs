// Completes package-lock.json: an optional platform package the registry in use does not carry is left out by npm, and `npm ci`
// then refuses the whole lock, on every platform. Such an entry is written from what its parent asks for; run after each `npm install`.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];
const libraries = { gnu: 'glibc', musl: 'musl' };

/** `@oxc-parser/binding-linux-x64-musl` → linux, x64, musl; undefined when the name does not tell. */
export const platformOf = (name) => {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) return undefined;
  const library = os === 'linux' ? libraries[words[words.length - 1]] : undefined;
  return { cpu: [cpu], ...(library === undefined ? {} : { libc: [library] }), os: [os] };
};

const isFound = (packages, parent, name) => {
  for (let at = parent; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
  }
};

/** Every optional dependency that a package of the lock asks for and the lock does not hold. */
export const missingEntries = (packages) =>
  Object.entries(packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isFound(packages, parent, name))
      .map(([name, version]) => ({ parent, name, version, dev: entry.dev === true, license: entry.license, engines: entry.engines })),
  );

const newEntry = ({ parent, name, version, dev, license, engines }) => {
  const platform = platformOf(name);
  if (platform === undefined)
    throw new Error(`${name}, wanted by ${parent}: its name does not tell the platform; install it or add it by hand`);
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${name}, wanted by ${parent}: ${version} is not one version`);
  const { cpu, libc, os } = platform;
  return { version, cpu, ...(dev ? { dev } : {}), ...(libc ? { libc } : {}), license, optional: true, os, engines };
};

const main = () => {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock.packages);
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = newEntry(one);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  process.stderr.write(
    missing.length === 0 ? 'package-lock.json is complete\n' : `package-lock.json: ${missing.length} platform packages added\n`,
  );
};

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) main();
