import { stripVTControlCharacters } from 'node:util';

/** For a terminal that knows neither colours nor cursor movement: every frame that differs from the one before is written below it. */
export const plainFrames = (): ((chunk: string) => string) => {
  let last = '';
  return (chunk) => {
    const frame = stripVTControlCharacters(chunk).trimEnd();
    if (frame === '' || frame === last) return '';
    last = frame;
    return `${frame}\n\n`;
  };
};
