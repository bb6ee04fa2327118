import type { ReactNode } from 'react';
import { textWidth } from '../../core/text-width.ts';
import type { Glyphs } from './glyphs.ts';
import { Line } from './line.tsx';
import type { Cell } from './rows.ts';
import type { Role } from './theme.ts';
import { useKitWords, useUi } from './ui-context.ts';
import type { KitWords } from './words.ts';

export type Step = {
  readonly state: 'done' | 'current' | 'coming' | 'failed';
  readonly label: string;
  /** When it was done. */
  readonly time?: string;
};

const look = ({ state }: Step): Role => (({ done: 'good', current: 'accent', coming: 'dim', failed: 'bad' }) as const)[state];

const stepCells = (step: Step, timed: boolean, glyphs: Glyphs): readonly Cell[] => [
  { text: `${glyphs[step.state]} ${step.label}${timed && step.time !== undefined ? ` ${step.time}` : ''}`, role: look(step) },
];

/** The steps of something in a row; with times where there is room, and as `2/5` where there is not even room for the names. */
export const stepBarCells = (steps: readonly Step[], width: number, glyphs: Glyphs, words: KitWords): readonly Cell[] => {
  const spaced = (timed: boolean, gap: string): readonly Cell[] =>
    steps.flatMap((step, at) => [...(at === 0 ? [] : [{ text: gap }]), ...stepCells(step, timed, glyphs)]);
  const fits = (cells: readonly Cell[]) => cells.reduce((sum, { text }) => sum + textWidth(text), 0) <= width;
  const rows = [spaced(true, '   '), spaced(true, '  '), spaced(false, '   ')];
  const fitting = rows.find(fits);
  if (fitting) return fitting;
  const at = Math.max(
    0,
    steps.findLastIndex(({ state }) => state !== 'coming'),
  );
  const step = steps[at];
  return step ? [...stepCells(step, true, glyphs), { text: ` ${glyphs.dot} ${words.step(at + 1, steps.length)}`, role: 'dim' }] : [];
};

export const StepBar = ({ steps, width }: { readonly steps: readonly Step[]; readonly width: number }): ReactNode => {
  const { glyphs } = useUi();
  return <Line cells={stepBarCells(steps, width, glyphs, useKitWords())} width={width} />;
};
