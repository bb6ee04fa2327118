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

/** A command with a bundle of its own is answered without loading the whole command line; a bundle says false when a call is not for it. */
const start = () => {
  const fs = require('fs');
  const path = require('path');
  const dist = path.join(__dirname, '..', 'dist');
  const all = path.join(dist, 'cli.cjs');
  if (!fs.existsSync(all)) return refuse('it is not built yet; run "npm run build" in its folder');
  const node = require('module');
  // Beside the bundles, not in a temporary folder that others may write to: cached code is run as it is.
  if (node.enableCompileCache) node.enableCompileCache(path.join(dist, '.cache'));
  const name = process.argv[2];
  if (/^[a-z]+$/.test(name) && name !== 'cli' && name !== 'tui') {
    const one = path.join(dist, `${name}.cjs`);
    if (fs.existsSync(one)) {
      const hot = require(one);
      if (typeof hot.run !== 'function' || hot.run(process.argv.slice(3)) !== false) return undefined;
    }
  }
  return require(all);
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
