import type { CustomerId } from '../../core/kinds.ts';
import type { Settings } from '../../core/settings.ts';
import { customer } from '../../core/testing/story.ts';
import { createWorld, type Everything, mina, type World } from '../../core/testing/world.ts';
import type { Lang, Surroundings } from '../../words/lang.ts';
import { createLangStore } from '../app/lang-store.ts';
import { Room } from '../app/room.tsx';
import { Customer } from '../customer/customer.tsx';
import type { Place } from '../customer/place.ts';
import type { CustomerSeat, Presence } from '../seat.ts';
import { createBell } from './bell.ts';
import { type Rendered, type RenderOptions, renderAt } from './render-at.tsx';

export type DeskOptions = RenderOptions & {
  readonly lang?: Lang;
  readonly first?: Place;
  readonly env?: Surroundings;
  readonly settings?: Partial<Settings>;
  readonly daemon?: Presence;
  readonly note?: CustomerSeat['note'];
  /** What is to be there before the customer sits down. */
  readonly before?: (world: World) => Promise<unknown>;
};

export type Desk = Rendered & {
  readonly world: World;
  readonly seat: CustomerSeat;
  /** The lines that were left on the normal screen, once the customer has gone. */
  readonly left: () => readonly string[] | undefined;
  /** What went to the clipboard last. */
  readonly copied: () => string | undefined;
};

/** Mina before the customer's screens, in a world of her own that rings at every change. */
export const openDesk = async (store: Everything, options: DeskOptions = {}): Promise<Desk> => {
  const { lang = 'ko', first, env = {}, settings, daemon = { at: 'work' }, note, before, ...size } = options;
  const bell = createBell();
  const world = await createWorld(bell.on(store), settings);
  await before?.(world);
  const langs = createLangStore(lang, () => undefined);
  let left: readonly string[] | undefined;
  let copied: string | undefined;
  const seat: CustomerSeat = {
    app: world.as(mina),
    customer: customer as CustomerId,
    now: world.env.now,
    zone: 'Asia/Seoul',
    lang: langs.get,
    setLang: langs.set,
    subscribe: bell.subscribe,
    daemon: async () => daemon,
    env,
    screenReader: options.screenReader ?? false,
    report: (error) => {
      throw error;
    },
    terminal: {
      ring: () => undefined,
      notify: () => undefined,
      title: () => undefined,
      copy: (text) => {
        copied = text;
        return true;
      },
      lend: (run) => run(),
    },
    leave: (lines) => {
      left = lines;
    },
    onInterrupt: () => () => undefined,
    farewell: () => undefined,
    ...(note && { note }),
  };
  const rendered = await renderAt(
    <Room seat={seat} langs={langs}>
      <Customer seat={seat} {...(first && { first })} />
    </Room>,
    size,
  );
  return { ...rendered, world, seat, left: () => left, copied: () => copied };
};
