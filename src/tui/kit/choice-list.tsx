import type { ReactNode } from 'react';
import { choiceCells } from './choice-cells.ts';
import { List } from './list.tsx';
import type { Cell } from './rows.ts';
import { useKitWords, useUi } from './ui-context.ts';
import type { ChoiceRow, Choices } from './use-choices.ts';

type Props = { readonly choices: Choices; readonly width: number; readonly focused?: boolean };

/** Radio buttons where one is to be chosen, check boxes where several may: one list, a heading for each group that says how many. */
export const ChoiceList = ({ choices, width, focused = true }: Props): ReactNode => {
  const { glyphs } = useUi();
  const words = useKitWords();
  const cellsOf = (row: ChoiceRow): readonly Cell[] => {
    if (row.kind === 'group') {
      const { title, min, max } = row.group;
      const sign = row.isEnough ? glyphs.done : glyphs.warning;
      return [
        { text: title, role: 'title' },
        { text: `  ${words.choosePlainly(min, max)}`, role: row.isEnough ? 'dim' : 'warn', grow: true },
        { text: ` ${sign} ${row.chosen}/${max}`, role: row.isEnough ? 'good' : 'warn' },
      ];
    }
    const { choice, group, isChosen } = row;
    const { disabled, name, price } = choice;
    const note = disabled ?? choice.note;
    return choiceCells(
      { name, disabled: disabled !== undefined, ...(note !== undefined && { note }), ...(price !== undefined && { price }) },
      isChosen,
      group,
      glyphs,
    );
  };
  return <List list={choices.list} width={width} row={cellsOf} focused={focused} />;
};
