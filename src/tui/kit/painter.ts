import { createContext, useContext } from 'react';
import { type Glyphs, inGlyphs } from './glyphs.ts';
import { type Composer, createComposer } from './rows.ts';
import { paint, type Role, type Theme } from './theme.ts';
import { DimContext } from './ui-context.ts';

export type Brush = (role: Role, text: string) => string;
type Painter = { readonly brush: Brush; readonly compose: Composer };
/** One for what is seen plainly, one for what is beneath a modal. */
export type Painters = { readonly plain: Painter; readonly dimmed: Painter };

const createPainter = (theme: Theme, glyphs: Glyphs, dimmed: boolean): Painter => {
  const brush: Brush = (role, text) => paint(theme, role, inGlyphs(text, glyphs), dimmed);
  return { brush, compose: createComposer(brush) };
};

export const createPainters = (theme: Theme, glyphs: Glyphs): Painters => ({
  plain: createPainter(theme, glyphs, false),
  dimmed: createPainter(theme, glyphs, true),
});

export const PaintersContext = createContext<Painters | undefined>(undefined);

const usePainter = (): Painter => {
  const painters = useContext(PaintersContext);
  const dimmed = useContext(DimContext);
  if (!painters) throw new Error('a widget is painted outside of <UiRoot>');
  return dimmed ? painters.dimmed : painters.plain;
};

/** Paints by role, dimmed beneath a modal, in the glyphs that the terminal has. */
export const useBrush = (): Brush => usePainter().brush;

/** Composes rows with that brush. */
export const useComposer = (): Composer => usePainter().compose;
