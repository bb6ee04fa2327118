import { stripVTControlCharacters } from 'node:util';

/** For a terminal that knows neither colours nor cursor movement: every frame that differs from the one before is written below it. */
export const plainOutput = (stdout: NodeJS.WriteStream): NodeJS.WriteStream => {
  let last = '';
  const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    const done = rest.findLast((one) => typeof one === 'function');
    const frame = stripVTControlCharacters(chunk.toString()).trimEnd();
    const isNew = frame !== '' && frame !== last;
    if (isNew) last = frame;
    return stdout.write(isNew ? `${frame}\n\n` : '', () => done?.());
  };
  return Object.create(stdout, { write: { value: write } });
};
