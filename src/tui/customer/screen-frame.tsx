import { type ReactNode, useEffect } from 'react';
import { type Won, won } from '../../core/money.ts';
import { statusOf } from '../../core/views/order-view.ts';
import { type Page, wonText } from '../../words/page.ts';
import { Frame } from '../kit/frame.tsx';
import type { Binding, KeyTable } from '../kit/keys.ts';
import type { Notice } from '../kit/notices.ts';
import { useUi } from '../kit/ui-context.ts';
import { useLeaving } from '../kit/use-leaving.tsx';
import { type Shell, useShell } from './shell.tsx';
import { type ShellWords, shellWords } from './shell-words.ts';
import { usePage } from './use-page.ts';

type Props = {
  readonly title: string;
  /** The right end of the header; without it the cart is summed up there. */
  readonly right?: string;
  /** The screen's own keys; those that hold everywhere follow. */
  readonly keys: KeyTable;
  readonly standing?: Notice | undefined;
  readonly status?: string;
  readonly over?: ReactNode;
  /** Where Esc goes; one step back unless the screen knows better. */
  readonly onBack?: () => void;
  readonly children: ReactNode;
};

const dishesIn = ({ carts }: Shell) => carts.flatMap(({ cart }) => cart.lines).reduce((sum, { quantity }) => sum + quantity, 0);
const costOf = ({ carts }: Shell): Won => won(carts.reduce((sum, { look }) => sum + look.subtotal, 0));

/** What is said on the normal screen at the end: what still runs, and how to look after it. */
export const lastLines = ({ active, open }: Shell, page: Page, words: ShellWords): readonly string[] => [
  ...active.flatMap((view) => [words.stillOpen(page.words.status[statusOf(view)], view.shopName), `  baedal status ${view.order} --watch`]),
  ...(open.some(({ now }) => now.state === 'unknown') ? [words.payingStill] : []),
];

const standingOf = (shell: Shell, lang: Page['lang'], words: ShellWords): Notice | undefined => {
  if (shell.seat.note) return { text: shell.seat.note[lang], tone: 'info' };
  return shell.daemon.at === 'away' ? { text: words.away, tone: 'info' } : undefined;
};

const elsewhere = (shell: Shell, words: ShellWords): readonly Binding[] => {
  const { place, go } = shell;
  const to = (at: 'cart' | 'orders' | 'profile', key: 'c' | 'o' | 'p', label: string): readonly Binding[] =>
    place.at === at ? [] : [{ keys: [key], label, run: () => go({ at }) }];
  return [...to('cart', 'c', words.cart), ...to('orders', 'o', words.orders), ...to('profile', 'p', words.profile)];
};

/** The frame of a customer's screen: the keys that hold everywhere, the cart, and the way out. */
export const ScreenFrame = ({ keys, right, standing, over, onBack, ...rest }: Props): ReactNode => {
  const shell = useShell();
  const { lang } = useUi();
  const page = usePage();
  const words = shellWords(lang);
  const { seat } = shell;
  const dishes = dishesIn(shell);
  const leave = () => seat.leave(lastLines(shell, page, words));
  useEffect(() => seat.farewell(() => lastLines(shell, page, words)));
  const { quit, asked } = useLeaving({ words, left: dishes, hidden: shell.depth > 1, leave });
  const all: KeyTable = [
    ...keys,
    ...(shell.depth > 1 || onBack ? [{ keys: ['esc', 'backspace'], label: words.back, run: onBack ?? shell.back } as const] : []),
    ...elsewhere(shell, words),
    { keys: ['L'], label: words.language, hidden: true, run: () => seat.setLang(lang === 'ko' ? 'en' : 'ko') },
    quit,
  ];
  return (
    <Frame
      {...rest}
      keys={all}
      right={right ?? (dishes > 0 ? words.inCart(dishes, wonText(page, costOf(shell))) : '')}
      standing={standing ?? standingOf(shell, lang, words)}
      over={asked ?? over}
    />
  );
};
