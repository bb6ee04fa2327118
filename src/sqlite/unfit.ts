export type UnfitCode =
  | 'missing'
  | 'no-access'
  | 'too-open'
  | 'empty'
  | 'not-a-database'
  | 'damaged'
  | 'foreign'
  | 'newer-schema'
  | 'older-schema'
  | 'replaced'
  | 'closed'
  | 'remote'
  | 'disk';

/** The file cannot be used as it is; nothing in it was changed. The message says what to do. */
export class DatabaseUnfit extends Error {
  override readonly name = 'DatabaseUnfit';
  readonly code: UnfitCode;
  constructor(code: UnfitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
