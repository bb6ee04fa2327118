import { lazyPattern } from '../lazy-pattern.ts';

const between = lazyPattern('[^\\p{L}\\p{N}_.-]+', 'gu');
const most = 60;

/** The id of something that was given a name only: `콜라 500ml` is `콜라-500ml`. Text that has no letter makes no id. */
export const idFromName = (name: string): string =>
  [...name.normalize('NFC').toLowerCase().replace(between(), '-')]
    .slice(0, most)
    .join('')
    .replace(/^[-_.]+|[-_.]+$/g, '');
