import { createContext, useContext } from 'react';
import type { Instant } from '../../core/kinds.ts';
import type { Lang } from '../../words/lang.ts';
import type { Glyphs } from './glyphs.ts';
import type { Theme } from './theme.ts';
import { type KitWords, kitWords } from './words.ts';

export type Size = { readonly columns: number; readonly rows: number };

/** What every widget may know of the terminal it is drawn on and of the person before it. */
export type Ui = {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly glyphs: Glyphs;
  readonly size: Size;
  readonly zone: string;
  readonly screenReader: boolean;
  readonly now: () => Instant;
  /** Keeps what went wrong where the operator finds it, and answers with the number that the person is told. */
  readonly report: (error: unknown) => string;
};

export const UiContext = createContext<Ui | undefined>(undefined);

export const useUi = (): Ui => {
  const ui = useContext(UiContext);
  if (!ui) throw new Error('a widget is drawn outside of <UiRoot>');
  return ui;
};

export const useKitWords = (): KitWords => kitWords(useUi().lang);

/** Whether this is drawn beneath a modal. */
export const DimContext = createContext(false);

/** Whether this is there, but not seen: what was typed in it outlives a terminal that is too small for a while. */
export const HiddenContext = createContext(false);
