import { type ReactNode, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { textWidth } from '../../core/text-width.ts';
import type { Glyphs } from './glyphs.ts';
import { bindingKeys } from './key-names.ts';
import type { Binding, KeyTable } from './keys.ts';
import { Line } from './line.tsx';
import type { Cell } from './rows.ts';
import { useUi } from './ui-context.ts';
import { useKeyboard } from './use-keys.tsx';

const between = 2;
const widthOf = (binding: Binding, glyphs: Glyphs) => textWidth(`${bindingKeys(binding, glyphs)} ${binding.label}`) + between;

/** As many as fit, from the left; `?` keeps its place at the end, as it shows all the others. */
export const fitBar = (table: KeyTable, width: number, glyphs: Glyphs): KeyTable => {
  const visible = table.filter(({ hidden }) => !hidden);
  const help = visible.find(({ keys }) => keys.includes('?'));
  let room = width - 1 - (help ? widthOf(help, glyphs) : 0);
  const kept: Binding[] = [];
  for (const binding of visible) {
    if (binding === help) continue;
    room -= widthOf(binding, glyphs);
    if (room < 0) break;
    kept.push(binding);
  }
  return help ? [...kept, help] : kept;
};

const cellsOf = (binding: Binding, glyphs: Glyphs): readonly Cell[] => {
  const off = binding.disabled !== undefined;
  return [
    { text: bindingKeys(binding, glyphs), role: off ? 'dim' : 'key' },
    { text: ` ${binding.label}${' '.repeat(between)}`, role: off ? 'dim' : 'text' },
  ];
};

/** The key tables that are listened to right now, drawn. `first` stands in until the screen's own table is known. */
export const KeyBar = ({ first, width }: { readonly first: KeyTable; readonly width: number }): ReactNode => {
  const keyboard = useKeyboard();
  const { glyphs } = useUi();
  // Not by the tables themselves, which are new in every frame: each of them would be drawn twice.
  useSyncExternalStore(keyboard.subscribe, keyboard.looks);
  // In its first frame the screen is not listening yet, and what is known is of the screen before.
  const isListening = useRef(false);
  useLayoutEffect(() => {
    isListening.current = true;
  });
  const table = isListening.current ? keyboard.shown() : first;
  return <Line cells={[{ text: ' ' }, ...fitBar(table, width, glyphs).flatMap((binding) => cellsOf(binding, glyphs))]} width={width} />;
};
