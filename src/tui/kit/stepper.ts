import type { KeyTable } from './keys.ts';
import type { Cell } from './rows.ts';
import type { Role } from './theme.ts';

type Bounds = { readonly min: number; readonly max: number };

export const stepped = (value: number, by: number, { min, max }: Bounds): number => Math.max(min, Math.min(max, value + by));

/** `- 2 +`: the sign at an end that is reached is dimmed. */
export const stepperCells = (value: number, { min, max }: Bounds, role: Role = 'text'): readonly Cell[] => [
  { text: '-', role: value > min ? 'key' : 'dim' },
  { text: String(value), role, width: Math.max(2, String(max).length) + 2, align: 'right' },
  { text: '  +', role: value < max ? 'key' : 'dim' },
];

type Words = { readonly fewer: string; readonly more: string; readonly atLeast: string; readonly atMost: string };

/** The keys of a quantity: `+` and `-`, right and left. */
export const stepperKeys = (value: number, bounds: Bounds, set: (next: number) => void | Promise<void>, words: Words): KeyTable => [
  {
    keys: ['+', '=', 'right', 'l'],
    label: words.more,
    disabled: value >= bounds.max ? words.atMost : undefined,
    run: () => set(stepped(value, 1, bounds)),
  },
  {
    keys: ['-', '_', 'left', 'h'],
    label: words.fewer,
    disabled: value <= bounds.min ? words.atLeast : undefined,
    run: () => set(stepped(value, -1, bounds)),
  },
];
