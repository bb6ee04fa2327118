import type { App } from '../core/app.ts';
import type { CustomerId, Instant, ShopId } from '../core/kinds.ts';
import type { Result } from '../core/result.ts';
import type { Settings } from '../core/settings.ts';
import type { BumpBar } from '../words/bump-bar.ts';
import type { Lang, Surroundings } from '../words/lang.ts';

/** Whether somebody does what waits in the outbox: without a daemon orders are taken, but nobody hears of them yet. */
export type Presence = { readonly at: 'work' } | { readonly at: 'away'; readonly since?: Instant };

/** The same in both languages. */
export type Note = { readonly ko: string; readonly en: string };

/** What a screen can do to the terminal besides drawing on it. */
export type TerminalAids = {
  /** Rings, and marks the window of a terminal that is in the background. */
  readonly ring: () => void;
  /** A note on the person's desktop, where the terminal can (OSC 9); it rings too. */
  readonly notify: (text: string) => void;
  readonly title: (text: string) => void;
  /** Into the person's clipboard, over SSH too (OSC 52). False when it is too long for one. */
  readonly copy: (text: string) => boolean;
  /** Gives the terminal to another program, an editor for one, and takes it back. */
  readonly lend: (run: () => Promise<void>) => Promise<void>;
};

/** Where a person sits down: the use cases, bound to who they are, and what surrounds them. All that a screen gets. */
export type Seat = {
  readonly app: App;
  readonly now: () => Instant;
  readonly zone: string;
  /** How the person wants to be spoken to; a change is kept for the next time. */
  readonly lang: () => Lang;
  readonly setLang: (lang: Lang) => void;
  /** Calls back after any process may have written, at most some hundred times a second. Returns what stops it. */
  readonly subscribe: (onChange: () => void) => () => void;
  readonly daemon: () => Promise<Presence>;
  /** What the options and the environment say of colours, plain signs and screen readers: for the kit's `themeFor` and `glyphsFor`. */
  readonly env: Surroundings;
  readonly screenReader: boolean;
  /** Keeps what went wrong where the operator finds it, and answers with the number that the person is told. */
  readonly report: (error: unknown) => string;
  readonly terminal: TerminalAids;
  /** Said quietly on every screen: that the kitchen plays by itself, and how to take it over. */
  readonly note?: Note;
  /** Gives the terminal back and ends. The lines stay on the normal screen: what runs on, and how to look after it. */
  readonly leave: (lines: readonly string[]) => void;
  /** Asked at Ctrl-C; true: the screen has taken care of it. A second Ctrl-C within two seconds always ends. Returns what takes it back. */
  readonly onInterrupt: (ask: () => boolean) => () => void;
  /** What is said on leaving however it comes about: by signal, too. The last one given counts. */
  readonly farewell: (lines: () => readonly string[]) => void;
};

export type CustomerSeat = Seat & { readonly customer: CustomerId };

/** Why a page could not be written to a file. */
export type SaveProblem = 'exists' | 'no-folder' | 'not-allowed' | 'full';

/** Before the terminal of a kitchen. `app` speaks for the first of the shops. */
export type OwnerSeat = Seat & {
  /** One owner may have several; all of them ring here. */
  readonly shops: readonly [ShopId, ...ShopId[]];
  readonly appOf: (shop: ShopId) => App;
  /** The name under which this screen says that it is on, and bumps alarms away. */
  readonly screen: string;
  readonly settings: Settings;
  /** What the keys of a bump bar do, by their names. */
  readonly bumpBar: BumpBar;
  /** Into a new file for the person alone; answers with its whole path. */
  readonly saveText: (file: string, text: string) => Promise<Result<string, SaveProblem>>;
  /** Louder than a terminal can be: the command that the owner has chosen. */
  readonly sound?: () => void;
};
