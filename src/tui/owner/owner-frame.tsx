import { type ReactNode, useEffect } from 'react';
import { intakeAt } from '../../core/catalog/hours.ts';
import type { BoardAlarm } from '../../core/views/board.ts';
import { intakeText } from '../../words/intake-text.ts';
import { type Page, when } from '../../words/page.ts';
import { printingTrouble } from '../../words/printing-words.ts';
import { Frame } from '../kit/frame.tsx';
import type { Notice } from '../kit/notices.ts';
import { useUi } from '../kit/ui-context.ts';
import { useLeaving } from '../kit/use-leaving.tsx';
import { useMinute } from '../kit/use-time.ts';
import { useCalmKeys } from './alarm/alarm-keys.ts';
import { AlarmModal } from './alarm/alarm-modal.tsx';
import { ringText } from './alarm/ring-words.ts';
import { whatRings } from './alarm/what-rings.ts';
import { type DeedTable, onBumpBar } from './deeds.ts';
import { type Shell, useShell } from './shell.tsx';
import { type ShellWords, shellWords } from './shell-words.ts';
import { useKeyName } from './use-key-name.ts';
import { useSecondsSince } from './use-link.ts';
import { usePage } from './use-page.ts';

type Props = {
  /** Behind the name of the shop; nothing on the board. */
  readonly title?: string;
  /** What is counted at the right end of the header, before the clock. */
  readonly right?: string;
  readonly keys: DeedTable;
  readonly standing?: Notice | undefined;
  readonly over?: ReactNode;
  /** Where Esc goes; one step back unless the screen knows better. */
  readonly onBack?: (() => void) | undefined;
  readonly children: ReactNode;
};

const openIn = ({ all }: Shell): number => all.reduce((sum, { board }) => sum + (board?.tickets.length ?? 0), 0);

const titleOf = ({ shop, id, here }: Shell, page: Page, title: string): string => {
  // Before anything is known there is nothing to say; the id stands in only where there is no name.
  const name = shop?.name ?? (here ? id : '');
  if (title !== '') return `${name} · ${title}`;
  return shop ? `${name} · ${intakeText(intakeAt(shop, page.now), page)}` : name;
};

/** What rings in another shop of the owner, that nobody does what waits, or that no ticket comes out. */
const standingOf = (shell: Shell, lang: Page['lang'], words: ShellWords, nextShop: string): Notice | undefined => {
  if (shell.lost) return { text: words.lostWhy, tone: 'warn' };
  const away = shell.all.find((one) => one.id !== shell.id && whatRings([one]).length > 0);
  if (away) return { text: words.elsewhere(away.shop?.name ?? away.id, whatRings([away]).length, nextShop), tone: 'warn' };
  if (shell.daemon.at === 'away') return { text: words.away, tone: 'warn' };
  const [paper] = shell.here?.printing ? printingTrouble(shell.here.printing, lang) : [];
  if (paper !== undefined) return { text: paper, tone: 'warn' };
  return shell.seat.note && { text: shell.seat.note[lang], tone: 'info' };
};

const elsewhere = ({ seat, toNextShop }: Shell, words: ShellWords): DeedTable =>
  seat.shops.length > 1 ? [{ keys: ['S'], label: words.nextShop, deed: 'next-shop', run: toNextShop }] : [];

const alarmsIn = ({ all }: Shell): readonly BoardAlarm[] =>
  all.flatMap(({ board }) => board?.alarms ?? []).toSorted((a, b) => a.alarm.since - b.alarm.since);

/** The frame of a shop's screen: the shop and how it stands, the keys that hold everywhere, and above all of it the alarms. */
export const OwnerFrame = ({ title = '', right = '', keys, standing, over, onBack, ...rest }: Props): ReactNode => {
  const shell = useShell();
  const { lang } = useUi();
  useMinute();
  const page = usePage();
  const calm = useCalmKeys();
  const keyName = useKeyName();
  const words = shellWords(lang);
  const { seat, lost } = shell;
  const open = openIn(shell);
  const seconds = useSecondsSince(lost?.since);
  const last = () => (open === 0 ? [] : [words.left(open), '  baedal owner']);
  const leave = () => seat.leave(last());
  useEffect(() => seat.farewell(last));
  const { quit, asked } = useLeaving({ words, left: open, hidden: shell.depth > 1, leave });
  const all: DeedTable = [
    ...keys,
    ...(shell.depth > 1 || onBack ? [{ keys: ['esc', 'backspace'], label: words.back, run: onBack ?? shell.back } as const] : []),
    ...elsewhere(shell, words),
    { keys: ['L'], label: words.language, hidden: true, run: () => seat.setLang(lang === 'ko' ? 'en' : 'ko') },
    quit,
  ];
  const [alarm, ...behind] = alarmsIn(shell);
  const clock = when(page, page.now);
  // Where there is no room for a screen, what rings is what matters most.
  const rings = ringText(whatRings(shell.all), lang);
  return (
    <Frame
      {...rest}
      title={titleOf(shell, page, title)}
      keys={onBumpBar(calm(all), seat.bumpBar)}
      right={lost ? words.lost(seconds) : [right, clock].filter((text) => text !== '').join(' · ')}
      {...(lost && { rightLook: 'warn' as const })}
      standing={standing ?? standingOf(shell, lang, words, keyName('next-shop', 'S'))}
      {...(rings !== '' && { status: rings })}
      over={asked ?? over}
      urgent={alarm && <AlarmModal alarm={alarm} behind={behind.length} />}
    />
  );
};
