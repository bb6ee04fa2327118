import { type ReactNode, useState } from 'react';
import type { Digit } from '../../kit/keys.ts';
import { BlankLine, Line } from '../../kit/line.tsx';
import { List } from '../../kit/list.tsx';
import type { ListItem } from '../../kit/list-state.ts';
import { Modal } from '../../kit/modal.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import type { Role } from '../../kit/theme.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useList } from '../../kit/use-list.ts';
import { useCalmKeys } from '../alarm/alarm-keys.ts';
import { type DeedTable, keyFor, onBumpBar } from '../deeds.ts';
import { useShell } from '../shell.tsx';

export type Pick = ListItem & { readonly name: string; readonly note?: string; readonly isTicked?: boolean };

type Props<Item extends Pick> = {
  readonly title: string;
  readonly about: string;
  readonly items: readonly Item[];
  /** Where the cursor begins. */
  readonly first?: string;
  readonly yes: string;
  readonly leave: string;
  readonly tone?: Role;
  /** Enter, on the item under the cursor. A digit does it at once where there is nothing to tick. */
  readonly onPick: (item: Item) => void | Promise<void>;
  readonly tick?: { readonly label: string; readonly run: (item: Item) => void };
  readonly onLeave: () => void;
};

const wanted = 54;
const digits: readonly Digit[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A short list over the board: one key picks, and nothing happens before. */
export const PickSheet = <Item extends Pick>(props: Props<Item>): ReactNode => {
  const { title, about, items, first, yes, leave, tone = 'accent', onPick, tick, onLeave } = props;
  const { size, glyphs } = useUi();
  const { seat } = useShell();
  const calm = useCalmKeys();
  const [isBusy, setBusy] = useState(false);
  const columns = Math.min(wanted, size.columns - 4);
  const height = Math.min(items.length, Math.max(3, size.rows - 12));
  const list = useList({ items, height, first });
  const pick = async (item: Item | undefined) => {
    if (!item || isBusy) return;
    setBusy(true);
    try {
      await onPick(item);
    } finally {
      setBusy(false);
    }
  };
  const byDigit = (name: string) => list.visible[Number(name) - 1];
  const keys: DeedTable = [
    {
      keys: digits,
      label: tick?.label ?? yes,
      show: ['1'],
      hidden: true,
      run: ({ name }) => {
        const item = byDigit(name);
        if (!item) return;
        if (tick) tick.run(item);
        else return pick(item);
      },
    },
    ...list.keys,
    ...(tick ? [{ keys: ['space'], label: tick.label, deed: 'bump', run: () => list.selected && tick.run(list.selected) } as const] : []),
    { keys: tick ? ['enter'] : ['enter', 'space'], label: yes, deed: tick ? 'accept' : 'bump', run: () => pick(list.selected) },
    { keys: ['esc', 'q'], label: leave, run: onLeave },
  ];
  const said = linesOf(about, columns).length;
  const { bumpBar } = seat;
  // A digit that the bar has for something else picks nothing here.
  const digitOf = (number: number) => (bumpBar.has(String(number)) ? '  ' : `${number} `);
  return (
    <Modal title={title} keys={onBumpBar(calm(keys), bumpBar)} columns={columns} rows={height + said + 3} tone={tone}>
      {(inner) => (
        <>
          <Paragraph text={about} look="dim" width={inner.columns} rows={said} />
          <BlankLine />
          <List
            list={list}
            width={inner.columns}
            row={(item) => [
              { text: digitOf(list.visible.indexOf(item) + 1), role: 'key' },
              ...(tick ? [{ text: `[${item.isTicked ? glyphs.done : ' '}] `, role: 'accent' as const }] : []),
              { text: item.name, grow: true },
              { text: item.note ?? '', role: 'dim' },
            ]}
          />
          <BlankLine />
          <Line
            cells={[
              { text: keyFor(bumpBar, tick ? 'accept' : 'bump', 'enter', glyphs), role: 'key' },
              { text: ` ${yes}   ` },
              ...(tick ? [{ text: keyFor(bumpBar, 'bump', 'space', glyphs), role: 'key' as const }, { text: ` ${tick.label}   ` }] : []),
              { text: keyFor(bumpBar, 'back', 'esc', glyphs), role: 'key' },
              { text: ` ${leave}`, grow: true },
            ]}
            width={inner.columns}
          />
        </>
      )}
    </Modal>
  );
};
