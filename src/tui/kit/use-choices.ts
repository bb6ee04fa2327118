import { isEnough, toggled } from './choices.ts';
import type { KeyTable } from './keys.ts';
import type { ListItem } from './list-state.ts';
import { useSay } from './message-line.tsx';
import { useKitWords } from './ui-context.ts';
import { type List, useList } from './use-list.ts';

export type Choice = {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly price?: string;
  /** Why it cannot be chosen: sold out. */
  readonly disabled?: string;
};

export type ChoiceGroup = {
  readonly id: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly choices: readonly Choice[];
};

/** What is chosen, by group. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

export type ChoiceRow = ListItem &
  (
    | { readonly kind: 'group'; readonly group: ChoiceGroup; readonly chosen: number; readonly isEnough: boolean }
    | { readonly kind: 'choice'; readonly group: ChoiceGroup; readonly choice: Choice; readonly isChosen: boolean }
  );

export const choiceRows = (groups: readonly ChoiceGroup[], chosen: Chosen): readonly ChoiceRow[] =>
  groups.flatMap((group): readonly ChoiceRow[] => {
    const mine = chosen[group.id] ?? [];
    return [
      { id: group.id, selectable: false, kind: 'group', group, chosen: mine.length, isEnough: isEnough(mine, group) },
      ...group.choices.map((choice) => ({
        id: `${group.id}/${choice.id}`,
        selectable: choice.disabled === undefined,
        kind: 'choice' as const,
        group,
        choice,
        isChosen: mine.includes(choice.id),
      })),
    ];
  });

type Options = {
  readonly groups: readonly ChoiceGroup[];
  readonly chosen: Chosen;
  readonly onChange: (next: Chosen) => void;
  readonly height: number;
};

export type Choices = { readonly list: List<ChoiceRow>; readonly keys: KeyTable };

/** Groups of options under one cursor; space or Enter takes one or takes it back. Drawn by `<ChoiceList>`. */
export const useChoices = ({ groups, chosen, onChange, height }: Options): Choices => {
  const words = useKitWords();
  const say = useSay();
  const list = useList({ items: choiceRows(groups, chosen), height });
  const press = () => {
    const row = list.selected;
    if (row?.kind !== 'choice') return;
    const next = toggled(chosen[row.group.id] ?? [], row.choice.id, row.group);
    if (next.ok) onChange({ ...chosen, [row.group.id]: next.value });
    else say(words.atMost(next.error.max), 'warn');
  };
  return { list, keys: [...list.keys, { keys: ['space'], label: words.choose, run: press }] };
};
