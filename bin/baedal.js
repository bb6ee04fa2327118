#!/usr/bin/env node
// Plain ES2015 in CommonJS: an unfit Node must be able to read this far, and a fit one must get past it in no time.
'use strict';

/** `^22.13 || >=24`, as in package.json. */
const isFit = (version) => {
  const parts = version.split('.').map((part) => parseInt(part, 10));
  return parts[0] >= 24 || (parts[0] === 22 && parts[1] >= 13);
};

const refuse = (sentence) => {
  process.stderr.write(`baedal: ${sentence}\n`);
  process.exitCode = 10;
};

/**
 * Runs a bundle with the code that V8 made of it when the same command ran before. Node's own compile cache holds only what is compiled
 * while a file is loaded, so it would compile every function again that a command calls: half of what a command takes.
 * V8 refuses code of another version, of other flags, or of a source of another length; the time of the bundle tells the rest.
 */
const load = (dist, name, command) => {
  const fs = require('fs');
  const vm = require('vm');
  const file = `${dist}/${name}.cjs`;
  const saved = `${dist}/.cache/${name}-${command}-${process.version}-${fs.statSync(file).mtimeMs}`;
  const source = fs.readFileSync(file, 'utf8');
  let code;
  try {
    code = fs.readFileSync(saved);
  } catch (_error) {
    // This is the first time.
  }
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) { ${source}\n})`, {
    filename: file,
    cachedData: code,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (code === undefined || script.cachedDataRejected) process.once('exit', (exit) => exit === 0 && save(saved, script));
  const module = { exports: {} };
  const other = require('module').createRequire(file);
  // The screens are as much worth keeping; their bundle is asked for by name when a screen opens.
  const requireOne = (asked) => (asked === './tui.cjs' ? load(dist, 'tui', 'screens') : other(asked));
  script.runInThisContext()(module.exports, Object.assign(requireOne, other), module, file, dist);
  return module.exports;
};

/** Beside the bundles, not in a temporary folder that others may write to: what is found there is run as it is. Whole or not at all. */
const save = (saved, script) => {
  const fs = require('fs');
  const draft = `${saved}.${process.pid}`;
  try {
    fs.mkdirSync(require('path').dirname(saved), { recursive: true });
    fs.writeFileSync(draft, script.createCachedData(), { mode: 0o600, flush: true });
    fs.renameSync(draft, saved);
  } catch (_error) {
    // A folder of somebody else: then every run is like the first.
  }
};

/** The names of bundles that no command has. */
const ownNames = ['cli', 'tui', 'attach'];

/** Screens are asked for by no word at all, by options only, or by the owner's. */
const wantsScreens = (word) => word === undefined || word.startsWith('--') || word === 'owner';

/** A command with a bundle of its own is answered without loading the whole command line; a bundle says false when a call is not for it. */
const start = () => {
  const fs = require('fs');
  const path = require('path');
  const dist = path.join(__dirname, '..', 'dist');
  if (!fs.existsSync(`${dist}/cli.cjs`)) return refuse('it is not built yet; run "npm run build" in its folder');
  const name = process.argv[2];
  const isName = /^[a-z]+$/.test(name);
  const whole = () => load(dist, 'cli', isName ? name : '');
  const args = process.argv.slice(2);
  const hot = wantsScreens(name) ? 'attach' : isName && ownNames.indexOf(name) < 0 ? name : undefined;
  if (hot === undefined || !fs.existsSync(`${dist}/${hot}.cjs`)) return whole();
  const { run } = load(dist, hot, 'hot');
  if (typeof run !== 'function' || run(hot === name ? args.slice(1) : args, whole) !== false) return undefined;
  return whole();
};

if (require.main === module) {
  if (isFit(process.versions.node)) {
    if (process.env.BAEDAL_RERUN) delete process.env.BAEDAL_RERUN;
    start();
  } else {
    const rerun = require('./rerun.js');
    const pinned = process.env.BAEDAL_RERUN ? undefined : rerun.pinnedNode();
    if (pinned === undefined)
      refuse(`it needs Node 22.13 or newer (not 23), and this is ${process.versions.node}; run "npm ci" in its folder to get one`);
    else rerun.runWith(pinned, [__filename].concat(process.argv.slice(2)), { BAEDAL_RERUN: '1' });
  }
}

module.exports = { isFit };
