import type { Display } from './tty.ts';

/** The same stream, but what is written goes through `change` first; '' writes nothing. */
export const through = (stdout: Display, change: (chunk: string) => string): Display => {
  const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    const done = rest.findLast((one) => typeof one === 'function');
    const changed = change(chunk.toString());
    if (changed === '' && done === undefined) return !stdout.writableNeedDrain;
    return stdout.write(changed, () => done?.());
  };
  return new Proxy(stdout, {
    get: (target, name) => {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};
