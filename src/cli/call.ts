import { type Instant, instant } from '../core/kinds.ts';
import type { Lang, Surroundings } from '../words/lang.ts';
import { type Page, usualZone, wordsOf } from '../words/page.ts';
import { configured } from './config-file.ts';
import { databaseFile } from './paths.ts';
import { columns, noPaint, type Paint } from './terminal.ts';
import type { Values } from './values.ts';
import type { House } from './wire.ts';

/** One command as it was asked for. */
export type Call = {
  readonly args: readonly string[];
  readonly values: Values;
  readonly env: Surroundings;
  readonly lang: Lang;
  readonly json: boolean;
  readonly now: () => Instant;
  readonly page: (zone?: string) => Page;
  /** Colours of stdout; none before the command line is known. */
  readonly paint: Paint;
  /** The database, opened once; `create` makes it when there is none. */
  readonly house: (create?: 'create') => Promise<House>;
  readonly close: () => Promise<void>;
};

export type Asked = Pick<Call, 'args' | 'values' | 'env' | 'lang' | 'json'> & { readonly paint?: Paint };

const now = (): Instant => instant(Date.now());

export const createCall = (asked: Asked): Call => {
  let opened: Promise<House> | undefined;
  const { values, env, lang } = asked;
  // The store and the rules are loaded by those commands only that use them.
  const open = async (create: boolean): Promise<House> => {
    const surroundings = configured(env);
    const file = databaseFile(values.text('db'), surroundings);
    const { openHouse } = await import('./wire.ts');
    return openHouse({ file, create, env: surroundings });
  };
  return {
    ...asked,
    paint: asked.paint ?? noPaint,
    now,
    page: (zone = usualZone) => ({
      lang,
      words: wordsOf(lang),
      now: now(),
      zone,
      // Asked for by those only that draw.
      get width() {
        return columns();
      },
    }),
    house: (create) => {
      opened ??= open(create === 'create');
      return opened;
    },
    close: async () => {
      // A house that could not be opened has said so to the command.
      const house = await opened?.catch(() => undefined);
      await house?.close();
    },
  };
};
