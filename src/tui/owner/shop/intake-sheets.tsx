import type { ReactNode } from 'react';
import type { Intake, Shop } from '../../../core/catalog/shop.ts';
import type { Instant } from '../../../core/kinds.ts';
import { when } from '../../../words/page.ts';
import { PickSheet } from '../board/pick-sheet.tsx';
import { useShell } from '../shell.tsx';
import { untilLater, untilTomorrow } from '../until-times.ts';
import { useKeyName } from '../use-key-name.ts';
import { usePage } from '../use-page.ts';
import { useTell } from '../use-tell.ts';
import { shopWords } from './shop-words.ts';

type Props = { readonly shop: Shop; readonly kitchen: number; readonly onClose: () => void };

const pauses = [15, 30, 60, 120] as const;

/** Until when no new orders are taken. */
export const PauseSheet = ({ shop, kitchen, onClose }: Props): ReactNode => {
  const { app } = useShell();
  const page = usePage();
  const tell = useTell();
  const keyName = useKeyName();
  const words = shopWords(page.lang);
  const choices: readonly { readonly id: string; readonly name: string; readonly until: Instant }[] = [
    ...pauses.map((minutes) => ({ id: String(minutes), name: words.minutes(minutes), until: untilLater(page.now, minutes) })),
    { id: 'tomorrow', name: words.tomorrow, until: untilTomorrow(shop, page.now) },
  ];
  return (
    <PickSheet
      title={words.pauseTitle}
      about={words.pauseAbout(kitchen)}
      items={choices.map((choice) => ({ ...choice, note: when(page, choice.until) }))}
      first="30"
      yes={words.pauseYes}
      leave={words.leave}
      onPick={async ({ until }) => {
        onClose();
        await tell(() => app.setIntake(shop.id, { state: 'paused', until }), words.paused(when(page, until), keyName('open', 'o')));
      }}
      onLeave={onClose}
    />
  );
};

/** For today, after which the hours decide again; or until the owner opens it. */
export const CloseSheet = ({ shop, kitchen, onClose }: Props): ReactNode => {
  const { app } = useShell();
  const page = usePage();
  const tell = useTell();
  const keyName = useKeyName();
  const words = shopWords(page.lang);
  const tomorrow = untilTomorrow(shop, page.now);
  const choices: readonly { readonly id: string; readonly name: string; readonly note?: string; readonly intake: Intake }[] = [
    { id: 'today', name: words.closeToday, note: when(page, tomorrow), intake: { state: 'paused', until: tomorrow } },
    { id: 'forever', name: words.closeForever, intake: { state: 'closed' } },
  ];
  return (
    <PickSheet
      title={words.closeTitle}
      about={words.closeAbout(kitchen)}
      tone="warn"
      items={choices}
      yes={words.closeYes}
      leave={words.leave}
      onPick={async ({ intake }) => {
        onClose();
        await tell(() => app.setIntake(shop.id, intake), words.closed(keyName('open', 'o')));
      }}
      onLeave={onClose}
    />
  );
};
