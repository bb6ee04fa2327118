import { type ReactNode, useSyncExternalStore } from 'react';
import { glyphsFor } from '../kit/glyphs.ts';
import { themeFor } from '../kit/theme.ts';
import { UiRoot } from '../kit/ui-root.tsx';
import type { Seat } from '../seat.ts';
import type { LangStore } from './lang-store.ts';

/** What the widgets stand on, as the seat has it. */
export const Room = ({
  seat,
  langs,
  children,
}: {
  readonly seat: Seat;
  readonly langs: LangStore;
  readonly children: ReactNode;
}): ReactNode => {
  const lang = useSyncExternalStore(langs.subscribe, langs.get);
  const { zone, now, env, screenReader, report } = seat;
  return (
    <UiRoot
      lang={lang}
      theme={themeFor(env)}
      glyphs={glyphsFor(env)}
      zone={zone}
      now={now}
      screenReader={screenReader || env['TERM'] === 'dumb'}
      report={report}
    >
      {children}
    </UiRoot>
  );
};
