/** What takes a fresh process a good part of a millisecond to load, up to four for `node:crypto`: so a bundle does it at first use. */
const slowBuiltins = ['child_process', 'crypto', 'fs/promises', 'http', 'os', 'timers/promises', 'tty'];
/** Functions only: a class or a constant would have to be there before it is used. Asking for one fails the build. */
const lazyBuiltin = (name) => {
  const functions = Object.entries(process.getBuiltinModule(name)).filter(([key, one]) => /^[a-z]/.test(key) && typeof one === 'function');
  return [
    `const builtin = () => process.getBuiltinModule('node:${name}');`,
    ...functions.map(([key]) => `const later_${key} = (...values) => builtin().${key}(...values);`),
    `export { ${functions.map(([key]) => `later_${key} as ${key}`).join(', ')} };`,
    'export default /* @__PURE__ */ new Proxy({}, { get: (_, key) => builtin()[key] });',
  ].join('\n');
};

/** Loads the slow modules of Node at their first use. */
export const builtinsLater = {
  name: 'builtins-later',
  setup(build) {
    const filter = new RegExp(`^(node:)?(${slowBuiltins.join('|')})$`);
    build.onResolve({ filter }, ({ path }) => ({ path: path.replace(/^node:/, ''), namespace: 'builtins-later' }));
    build.onLoad({ filter: /./, namespace: 'builtins-later' }, ({ path }) => ({ contents: lazyBuiltin(path), loader: 'js' }));
  },
};
