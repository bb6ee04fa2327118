import { useUi } from '../kit/ui-context.ts';
import type { DeedTable } from './deeds.ts';
import { useShell } from './shell.tsx';
import { shellWords } from './shell-words.ts';

/** What stands beside the board; the board itself is where Esc leads. */
export const usePlaceKeys = (): DeedTable => {
  const { go, replace, place } = useShell();
  const words = shellWords(useUi().lang);
  const beside = [
    { key: 'm', at: 'menu' },
    { key: 'p', at: 'shop' },
    { key: 'v', at: 'day' },
  ] as const;
  const isOnBoard = place.at === 'board';
  return beside
    .filter(({ at }) => at !== place.at)
    .map(({ key, at }) => ({
      keys: [key],
      label: words[at],
      deed: at,
      hidden: !isOnBoard,
      run: () => (isOnBoard ? go({ at }) : replace({ at })),
    }));
};
