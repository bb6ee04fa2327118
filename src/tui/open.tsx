import chalk from 'chalk';
import type { ReactNode } from 'react';
import type { CustomerId } from '../core/kinds.ts';
import type { Lang } from '../words/lang.ts';
import { colourLevel } from './app/colour-level.ts';
import type { StopJob } from './app/job.ts';
import { createLangStore } from './app/lang-store.ts';
import { Room } from './app/room.tsx';
import { type Ended, type Hands, runScreens } from './app/run-screens.tsx';
import { saveText } from './app/save-text.ts';
import type { Display, Keyboard } from './app/tty.ts';
import { Customer } from './customer/customer.tsx';
import { firstPlace } from './customer/paying/first-place.ts';
import type { Place } from './customer/place.ts';
import { Owner } from './owner/owner.tsx';
import type { OwnerSeat, Seat } from './seat.ts';

/** What the command line knows, and the screens do not. */
export type HouseDeps = Pick<Seat, 'app' | 'now' | 'zone' | 'subscribe' | 'daemon' | 'env' | 'screenReader' | 'report' | 'note'> & {
  readonly lang: Lang;
  readonly keepLang: (lang: Lang) => void;
  readonly stdin: Keyboard;
  readonly stdout: Display;
  readonly stopJob: StopJob;
};

/** How it ended, and what is to be said on the normal screen. */
export type Left = { readonly ended: Ended; readonly lines: readonly string[] };

const modeOf = ({ env, screenReader }: HouseDeps) => {
  if (env['TERM'] === 'dumb') return 'plain';
  return screenReader ? 'lines' : 'full';
};

const open = async (deps: HouseDeps, screens: (seat: Seat) => ReactNode): Promise<Left> => {
  const { lang, keepLang, stdin, stdout, stopJob, ...given } = deps;
  chalk.level = colourLevel(deps.env);
  const langs = createLangStore(lang, keepLang);
  let lines: () => readonly string[] = () => [];
  const seatOf = ({ terminal, leave, onInterrupt }: Hands): Seat => ({
    ...given,
    terminal,
    onInterrupt,
    lang: langs.get,
    setLang: langs.set,
    farewell: (last) => {
      lines = last;
    },
    leave: (last) => {
      lines = () => last;
      leave();
    },
  });
  const drawn = (hands: Hands) => {
    const seat = seatOf(hands);
    return (
      <Room seat={seat} langs={langs}>
        {screens(seat)}
      </Room>
    );
  };
  const ended = await runScreens(drawn, { stdin, stdout, stopJob, mode: modeOf(deps), report: deps.report });
  return { ended, lines: lines() };
};

/** Where nothing can be read at this moment, the screens themselves say so, and ask again. */
const landing = async ({ app, report }: HouseDeps): Promise<Place> => {
  try {
    return await firstPlace(app);
  } catch (error) {
    report(error);
    return { at: 'shops' };
  }
};

/** The customer's screens, from hungry to fed. */
export const openCustomer = async ({ customer, ...deps }: HouseDeps & { readonly customer: CustomerId }): Promise<Left> => {
  const first = await landing(deps);
  return open(deps, (seat) => <Customer seat={{ ...seat, customer }} first={first} />);
};

type OwnerDeps = Omit<HouseDeps, 'app'> & Pick<OwnerSeat, 'shops' | 'appOf' | 'screen' | 'settings' | 'bumpBar' | 'sound'>;

/** The shop's screens: the kitchen board, and what stands beside it. */
export const openOwner = async ({ shops, appOf, screen, settings, bumpBar, sound, ...deps }: OwnerDeps): Promise<Left> => {
  const owned = { shops, appOf, screen, settings, bumpBar, saveText, ...(sound && { sound }) };
  return open({ ...deps, app: appOf(shops[0]) }, (seat) => <Owner seat={{ ...seat, ...owned }} />);
};
