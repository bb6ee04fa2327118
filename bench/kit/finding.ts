/** What a measure found about one goal. `values` has one number a round; a ratio is made within its round. */
export type Finding = {
  /** The goal in goals.json, or a figure without one. */
  readonly name: string;
  readonly about: string;
  readonly unit: '×' | 'ms' | '%' | 'bytes' | 'MB' | 'count';
  readonly values: readonly number[];
  /** What the ratio stands on, one number a round: when it wavers, the ratio says little. */
  readonly reference?: readonly number[];
  /** Absolute figures beside it; machines differ, so nobody judges by them. */
  readonly detail?: Readonly<Record<string, number>>;
};
/** Nothing to measure yet: said, never made up. */
export type Missing = { readonly name: string; readonly about: string; readonly notMeasured: string };
export type Found = readonly (Finding | Missing)[];

export type Setting = {
  readonly rounds: number;
  readonly full: boolean;
  /** A fresh folder of this measure, on the file system of the bench. */
  readonly folder: string;
  /** Kept between runs. */
  readonly cache: string;
};
export type Measure = { readonly name: string; readonly run: (setting: Setting) => Promise<Found> };

/** A fast wrong run is a failed run. */
export const insist = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`the bench measured a wrong run: ${what}`);
};
