import type { Modules } from './qr.ts';

/** The text as a code, without a border. The encoder is run only when somebody asks: no first frame waits for it. */
export const modulesOf = async (text: string): Promise<Modules> => {
  const { encode } = await import('uqr');
  // A screen has no scratches: as small as it can be, with as much redundancy as that size has room for.
  return encode(text, { border: 0, ecc: 'L', boostEcc: true }).data;
};
