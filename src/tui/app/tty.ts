/** The two ends of a terminal: of this process, or of another one for which it draws. */
export type Keyboard = NodeJS.ReadableStream & { setRawMode: (on: boolean) => unknown; unref: () => unknown };
export type Display = NodeJS.WritableStream & { readonly columns: number; readonly rows: number; readonly writableNeedDrain: boolean };
