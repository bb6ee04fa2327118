import type { Deed } from '../../words/bump-bar.ts';
import type { KeyName } from '../kit/keys.ts';
import { useUi } from '../kit/ui-context.ts';
import { keyFor } from './deeds.ts';
import { useShell } from './shell.tsx';

/** For words that name a key: the one that does this here, on the bump bar or on the keyboard. */
export const useKeyName = (): ((deed: Deed, usually: KeyName) => string) => {
  const { seat } = useShell();
  const { glyphs } = useUi();
  return (deed, usually) => keyFor(seat.bumpBar, deed, usually, glyphs);
};
