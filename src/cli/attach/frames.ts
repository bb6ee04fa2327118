/**
 * What goes over the socket between the terminal's side and the session's, both ways: one byte for the kind, four for the length, the payload.
 * The terminal's side says `hello`, `input`, `size`, `signal`, `resumed`; the session's says `welcome`, `output`, `talk`, `raw`, `stop`, `exit`.
 */
const kinds = ['hello', 'input', 'size', 'signal', 'resumed', 'welcome', 'output', 'talk', 'raw', 'stop', 'exit'] as const;
export type Kind = (typeof kinds)[number];
export type Frame = { readonly kind: Kind; readonly payload: Buffer };

const headBytes = 5;
/** A large environment, or a very large screen; whoever announces more is not one of us. */
export const mostBytes = 2 ** 20;

/** One frame; a payload that is longer than any may be comes as several of the same kind. */
export const framed = (kind: Kind, payload: string | Uint8Array = ''): Buffer => {
  const bytes = Buffer.from(payload);
  if (bytes.length > mostBytes) return Buffer.concat([framed(kind, bytes.subarray(0, mostBytes)), framed(kind, bytes.subarray(mostBytes))]);
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(kinds.indexOf(kind));
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
};

/** Cuts what arrives into frames. What cannot be one is told once, and nothing after it is read. */
export const frameReader = (onFrame: (frame: Frame) => void, onNonsense: () => void): ((chunk: Buffer) => void) => {
  let rest: Buffer = Buffer.alloc(0);
  let isLost = false;
  const next = (): Frame | undefined => {
    if (isLost || rest.length < headBytes) return undefined;
    const kind = kinds[rest.readUInt8()];
    const length = rest.readUInt32BE(1);
    if (kind === undefined || length > mostBytes) {
      isLost = true;
      onNonsense();
      return undefined;
    }
    if (rest.length < headBytes + length) return undefined;
    const payload = rest.subarray(headBytes, headBytes + length);
    rest = rest.subarray(headBytes + length);
    return { kind, payload };
  };
  return (chunk) => {
    if (isLost) return;
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let frame = next(); frame !== undefined; frame = next()) onFrame(frame);
  };
};
