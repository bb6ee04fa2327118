import { type ReactNode, useContext, useRef } from 'react';
import type { BoardAlarm } from '../../../core/views/board.ts';
import type { Lang } from '../../../words/lang.ts';
import { type Page, when } from '../../../words/page.ts';
import { refusalText } from '../../../words/problem.ts';
import { reasonText } from '../../../words/reason-text.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import { keyName } from '../../kit/key-names.ts';
import { BlankLine, Line } from '../../kit/line.tsx';
import { useSay } from '../../kit/message-line.tsx';
import { Modal } from '../../kit/modal.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import type { Cell } from '../../kit/rows.ts';
import { HiddenContext, useUi } from '../../kit/ui-context.ts';
import { boardWords } from '../board/board-words.ts';
import { useShell } from '../shell.tsx';
import { shellWords } from '../shell-words.ts';
import { shortNumber } from '../short-number.ts';
import { type DishRow, dishRows } from '../ticket/dish-rows.ts';
import { usePage } from '../use-page.ts';
import { alarmKeys, readMs } from './alarm-keys.ts';
import { type AlarmWords, alarmWords } from './alarm-words.ts';

type Props = {
  readonly alarm: BoardAlarm;
  /** How many wait behind this one. */
  readonly behind: number;
};

const wanted = 58;
const mostDishes = 8;
/** What stands in the box besides the dishes and what is told of them. */
const besides = 7;
/** The header, the message, the keys and the border. */
const frameRows = 5;
const minuteMs = 60_000;

const headOf = ({ view, alarm }: BoardAlarm, page: Page, words: AlarmWords): readonly (readonly Cell[])[] => {
  const minutes = Math.floor(Math.max(0, page.now - alarm.since) / minuteMs);
  const rider = alarm.kind === 'delivery-failed' && alarm.rider !== undefined ? ` · ${words.rider(alarm.rider)}` : '';
  return [
    [
      { text: words.since(when(page, alarm.since), minutes), grow: true },
      { text: view.shopName, role: 'dim' },
    ],
    [{ text: `${reasonText(view, page) ?? ''}${rider}`, role: 'warn', grow: true }],
  ];
};

/** Bumps the alarm away: once it has stood long enough to be read, and once only. */
const useBump = ({ view }: BoardAlarm, words: AlarmWords) => {
  const { seat, hands } = useShell();
  const { now } = useUi();
  const say = useSay();
  const page = usePage();
  // In a window that is too small nobody reads it.
  const isHidden = useContext(HiddenContext);
  const shown = useRef({ order: view.order, isHidden, at: now() });
  if (shown.current.order !== view.order || shown.current.isHidden !== isHidden) shown.current = { order: view.order, isHidden, at: now() };
  return async () => {
    if (now() - shown.current.at < readMs) return say(words.soon, 'warn');
    const letGo = hands.hold(`alarm ${view.order}`);
    if (!letGo) return;
    try {
      const bumped = await seat.appOf(view.shop).bumpAlarm(view.order, seat.screen);
      if (!bumped.ok) return say(refusalText(bumped.error, page), 'warn');
      hands.did({ did: 'bump', order: view.order });
      hands.bumped(now());
      say(words.gone, 'info');
    } finally {
      letGo();
    }
  };
};

type Room = { readonly glyphs: Glyphs; readonly lang: Lang; readonly columns: number; readonly rows: number };

/** The dishes of the order, crossed out where they are not to be made any more; how many more there are, where there is no room for all. */
const fallenDishes = ({ view, contact, alarm }: BoardAlarm, { glyphs, lang, columns, rows }: Room): readonly DishRow[] => {
  const sign: readonly Cell[] = alarm.kind === 'stop-cooking' ? [{ text: `${glyphs.failed} `, role: 'bad' }] : [];
  const all = dishRows(view, contact, { glyphs, width: columns - 2, notes: false }).map((row) => ({
    ...row,
    cells: [...sign, ...row.cells],
  }));
  const room = Math.max(1, Math.min(mostDishes, rows));
  if (all.length <= room) return all;
  const kept = all.slice(0, Math.max(0, room - 1));
  const more = `${glyphs.cut} ${boardWords(lang).more(all.length - kept.length)}`;
  return [...kept, { id: 'more', cells: [{ text: more, role: 'dim', grow: true }] }];
};

/** Over everything: an order that the kitchen had in hand has fallen, or came back. It stays until somebody says that they know. */
export const AlarmModal = ({ alarm, behind }: Props): ReactNode => {
  const { size, glyphs, lang } = useUi();
  const { seat, lost } = useShell();
  const page = usePage();
  const words = alarmWords(lang);
  const bump = useBump(alarm, words);
  const columns = Math.min(wanted, size.columns - 4);
  const told = alarm.alarm.kind === 'delivery-failed' ? words.undelivered : words.was[alarm.alarm.stoppedAt];
  const toldRows = linesOf(told, columns).length;
  const dishes = fallenDishes(alarm, { glyphs, lang, columns, rows: size.rows - frameRows - besides - toldRows });
  const keys = alarmKeys(words.bump, lost && shellWords(lang).lostWhy, bump, seat.bumpBar);
  const named = keys.flatMap((binding) => binding.keys.map((key) => keyName(key, glyphs)));
  const ways = named.flatMap((key, at): readonly Cell[] => [...(at === 0 ? [] : [{ text: ' / ' }]), { text: key, role: 'key' }]);
  const name = words.title[alarm.alarm.kind];
  const title = `${glyphs.warning} ${name}${behind > 0 ? ` · ${words.more(behind)}` : ''}`;
  return (
    <Modal title={title} keys={keys} columns={columns} rows={besides + toldRows + dishes.length} tone="bad">
      {(inner) => (
        <>
          <Line
            cells={[{ text: ` ${glyphs.warning} ${name} ${shortNumber(alarm.view.order)}`, role: 'badge', grow: true }]}
            width={inner.columns}
          />
          <BlankLine />
          {headOf(alarm, page, words).map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the two rows have no name but their order
            <Line key={at} cells={cells} width={inner.columns} />
          ))}
          <Paragraph text={told} look="bad" width={inner.columns} rows={toldRows} />
          <BlankLine />
          {dishes.map((row) => (
            <Line key={row.id} cells={row.cells} width={inner.columns} />
          ))}
          <BlankLine />
          <Line cells={[...ways, { text: ` ${words.bump}`, grow: true }]} width={inner.columns} />
        </>
      )}
    </Modal>
  );
};
