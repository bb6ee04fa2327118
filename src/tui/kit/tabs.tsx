import type { ReactNode } from 'react';
import { textWidth } from '../../core/text-width.ts';
import type { Digit, KeyTable } from './keys.ts';
import { Line } from './line.tsx';
import type { Cell } from './rows.ts';
import { useUi } from './ui-context.ts';

export type Tab = { readonly id: string; readonly label: string };

const around = (tabs: readonly Tab[], at: string, by: 1 | -1): string => {
  const index = tabs.findIndex(({ id }) => id === at);
  return tabs.at((index + by) % tabs.length)?.id ?? at;
};

const digits: readonly Digit[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Tab and Shift+Tab go around; with `numbered`, digits go straight there. */
export const tabKeys = (tabs: readonly Tab[], at: string, set: (id: string) => void, label: string, numbered = false): KeyTable => [
  { keys: ['tab', 'right', 'l'], label, show: ['tab'], run: () => set(around(tabs, at, 1)) },
  { keys: ['shift-tab', 'left', 'h'], label, hidden: true, run: () => set(around(tabs, at, -1)) },
  ...(numbered
    ? [
        {
          keys: digits.slice(0, tabs.length),
          label,
          hidden: true,
          run: ({ name }: { readonly name: string }) => set(tabs[Number(name) - 1]?.id ?? at),
        },
      ]
    : []),
];

const widthOf = (cells: readonly Cell[]) => cells.reduce((sum, { text }) => sum + textWidth(text), 0);

/** From the left, but never so that the chosen one is out of sight. */
const inView = (cells: readonly Cell[], chosen: number, width: number, before: string): readonly Cell[] => {
  const from = cells.findIndex((_cell, at) => at >= chosen || widthOf(cells.slice(at, chosen + 1)) + (at > 0 ? 2 : 0) <= width);
  return from <= 0 ? cells : [{ text: `${before} `, role: 'dim' }, ...cells.slice(from)];
};

type Props = { readonly tabs: readonly Tab[]; readonly at: string; readonly width: number };

/** `[찌개] 볶음  음료`: the brackets say where one is, without colour too. The chosen one is always in view. */
export const Tabs = ({ tabs, at, width }: Props): ReactNode => {
  const { glyphs } = useUi();
  const cells: readonly Cell[] = tabs.map(({ id, label }) =>
    id === at ? { text: `[${label}]`, role: 'selected' } : { text: ` ${label} `, role: 'dim' },
  );
  const chosen = tabs.findIndex(({ id }) => id === at);
  return <Line cells={inView(cells, chosen, width, glyphs.left)} width={width} />;
};
