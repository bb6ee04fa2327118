/** Columns and rows. */
export type Size = { readonly columns: number; readonly rows: number };

/** All that a session must know to do as the command itself would do where it was typed. */
export type Hello = {
  /** Of the bundles: only the same program may draw in place of another one. */
  readonly build: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly size: Size;
  /** Whether stderr is a terminal, too. */
  readonly talksToTerminal: boolean;
};

const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isEnv = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([name, text]) => isText(name) && isText(text));

const parsed = (bytes: Uint8Array): ReadonlyMap<string, unknown> => {
  try {
    const body: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return new Map<string, unknown>(Object.entries(body ?? {}));
  } catch {
    return new Map();
  }
};

const most = 5000;
const isSide = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most;

const sizeOf = (body: ReadonlyMap<string, unknown>): Size | undefined => {
  const [columns, rows] = [body.get('columns'), body.get('rows')];
  return isSide(columns) && isSide(rows) ? { columns, rows } : undefined;
};

/** Undefined for what is none: it came over a socket. */
export const readSize = (bytes: Uint8Array): Size | undefined => sizeOf(parsed(bytes));

/** Undefined for what is none. */
export const readHello = (bytes: Uint8Array): Hello | undefined => {
  const body = parsed(bytes);
  const [build, args, env, cwd, talksToTerminal] = ['build', 'args', 'env', 'cwd', 'talksToTerminal'].map((name) => body.get(name));
  const size = sizeOf(new Map<string, unknown>(Object.entries(body.get('size') ?? {})));
  if (!isText(build) || !isTexts(args) || !isEnv(env) || !isText(cwd) || typeof talksToTerminal !== 'boolean' || !size) return undefined;
  return { build, args, env, cwd, size, talksToTerminal };
};

/** Signals that the terminal's side hears and the session acts on. */
export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGTSTP', 'SIGCONT'] as const;
export type Signal = (typeof signals)[number];
export const readSignal = (bytes: Uint8Array): Signal | undefined => {
  const text = Buffer.from(bytes).toString('latin1');
  return signals.find((signal) => signal === text);
};
