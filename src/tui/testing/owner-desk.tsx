import type { ShopId } from '../../core/kinds.ts';
import type { Settings } from '../../core/settings.ts';
import { shop } from '../../core/testing/story.ts';
import { createWorld, type Everything, type World } from '../../core/testing/world.ts';
import type { BumpBar } from '../../words/bump-bar.ts';
import type { Lang, Surroundings } from '../../words/lang.ts';
import { createLangStore } from '../app/lang-store.ts';
import { Room } from '../app/room.tsx';
import { Owner } from '../owner/owner.tsx';
import type { OwnerSeat, Presence } from '../seat.ts';
import { createBell } from './bell.ts';
import { type Rendered, type RenderOptions, renderAt } from './render-at.tsx';

/** A house in which several screens can be opened, all of one bell. */
export type Floor = {
  readonly world: World;
  readonly subscribe: (onChange: () => void) => () => void;
  /** How many queries of its screens listen for changes. */
  readonly listeners: () => number;
  /** From now on nothing of the house can be read or written, until it is mended. */
  readonly breakIt: () => void;
  readonly mend: () => void;
};

const unplugged = <S extends Everything>(store: S, isBroken: () => boolean): S =>
  new Proxy(store, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]) => {
        if (isBroken()) throw new Error('the disk is gone');
        return Reflect.apply(member, target, args);
      };
    },
  });

export const openFloor = async (store: Everything, settings: Partial<Settings> = {}): Promise<Floor> => {
  const bell = createBell();
  let isBroken = false;
  const world = await createWorld(
    unplugged(bell.on(store), () => isBroken),
    settings,
  );
  return {
    world,
    subscribe: bell.subscribe,
    listeners: bell.listeners,
    breakIt: () => {
      isBroken = true;
      bell.ring();
    },
    mend: () => {
      isBroken = false;
      bell.ring();
    },
  };
};

export type OwnerDeskOptions = RenderOptions & {
  readonly lang?: Lang;
  readonly env?: Surroundings;
  readonly shops?: readonly [ShopId, ...ShopId[]];
  readonly screen?: string;
  readonly daemon?: Presence;
  readonly bumpBar?: BumpBar;
  readonly saveText?: OwnerSeat['saveText'];
};

/** A sound that was made, with what stood on the screen when it was. */
export type Rung = { readonly text: string; readonly seen: string };

export type OwnerDesk = Rendered & {
  readonly rung: () => readonly Rung[];
  readonly title: () => string;
  readonly left: () => readonly string[] | undefined;
  readonly reports: () => readonly unknown[];
};

/** An owner before the screens of a shop. */
export const openOwnerDesk = async ({ world, subscribe }: Floor, options: OwnerDeskOptions = {}): Promise<OwnerDesk> => {
  const {
    lang = 'ko',
    env = {},
    shops = [shop],
    screen = 'counter',
    daemon = { at: 'work' },
    bumpBar = new Map(),
    saveText,
    ...size
  } = options;
  const langs = createLangStore(lang, () => undefined);
  const rung: Rung[] = [];
  const reports: unknown[] = [];
  let left: readonly string[] | undefined;
  let title = '';
  let screenNow = () => '';
  const ring = (text: string) => void rung.push({ text, seen: screenNow() });
  const appOf = (of: ShopId) => world.as({ role: 'owner', id: of });
  const seat: OwnerSeat = {
    ...{ shops, appOf, screen, bumpBar, env },
    app: appOf(shops[0]),
    settings: world.settings,
    now: world.env.now,
    zone: 'Asia/Seoul',
    lang: langs.get,
    setLang: langs.set,
    subscribe,
    daemon: async () => daemon,
    screenReader: options.screenReader ?? false,
    saveText: saveText ?? (async (file) => ({ ok: true, value: file })),
    report: (error) => {
      reports.push(error);
      return 'inc_test';
    },
    terminal: {
      ring: () => ring(''),
      notify: ring,
      title: (text) => {
        title = text;
      },
      copy: () => true,
      lend: (run) => run(),
    },
    leave: (lines) => {
      left = lines;
    },
    onInterrupt: () => () => undefined,
    farewell: () => undefined,
  };
  const rendered = await renderAt(
    <Room seat={seat} langs={langs}>
      <Owner seat={seat} />
    </Room>,
    size,
  );
  screenNow = rendered.screen;
  await rendered.settle();
  return { ...rendered, rung: () => rung, title: () => title, left: () => left, reports: () => reports };
};
