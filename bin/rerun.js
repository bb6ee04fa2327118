// Runs another Node in our place. ES2015 in CommonJS, like its callers' surroundings: bin/baedal.js and scripts/ready.mjs.
'use strict';
const childProcess = require('child_process');
const fs = require('fs');
const path = require('path');

const windows = process.platform === 'win32';

/** The Node that this project pins as a development dependency, when it is installed. */
const pinnedNode = () => {
  const file = path.join(__dirname, '..', 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  return fs.existsSync(file) ? file : undefined;
};

/** Not spawnSync: a signal sent to us alone must reach the child, and a waiting parent would die of it first. */
const runWith = (node, args, env) => {
  const child = childProcess.spawn(node, args, { stdio: 'inherit', env: Object.assign({}, process.env, env) });
  const pass = (signal) => {
    // Ctrl-C at a terminal reaches the child by itself; passed on, it would count as pressed twice.
    if (!process.stdin.isTTY || (signal !== 'SIGINT' && signal !== 'SIGQUIT')) child.kill(signal);
  };
  const signals = windows ? ['SIGINT'] : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
  for (const signal of signals) process.on(signal, pass);
  child.on('error', (error) => {
    process.stderr.write(`baedal: the pinned Node does not start (${error.message}); run "npm ci" in its folder\n`);
    process.exitCode = 10;
  });
  child.on('exit', (code, signal) => {
    for (const one of signals) process.removeListener(one, pass);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
};

module.exports = { pinnedNode, runWith };
