import { Box, useWindowSize } from 'ink';
import { type ReactNode, useInsertionEffect, useMemo, useRef, useState } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';
import { createKept } from './kept.ts';
import { createKeyboard } from './keyboard.ts';
import { NoticesContext } from './message-line.tsx';
import { createNotices } from './notices.ts';
import { createPainters, PaintersContext } from './painter.ts';
import { type Ui, UiContext } from './ui-context.ts';
import { KeptContext } from './use-kept.ts';
import { KeyboardContext, KeyReader } from './use-keys.tsx';
import { kitWords } from './words.ts';

type Props = Omit<Ui, 'size'> & { readonly children: ReactNode };

/** By name: which store threw it is not a screen's to know. Somebody else held it all the while, so there is nothing to report. */
const isBusy = (error: unknown): boolean => error instanceof Error && error.name === 'DatabaseBusy';

/** Everything the widgets stand on: size, theme, keys, the message line. One for a terminal. */
export const UiRoot = ({ children, ...given }: Props): ReactNode => {
  const { columns, rows } = useWindowSize();
  const latest = useRef(given);
  useInsertionEffect(() => {
    latest.current = given;
  });
  const [notices] = useState(() => createNotices());
  const [kept] = useState(createKept);
  const [keyboard] = useState(() =>
    createKeyboard({
      say: (reason) => notices.say(reason, 'warn'),
      slow: () => notices.say(kitWords(latest.current.lang).waits),
      failed: (error) => {
        const words = kitWords(latest.current.lang);
        if (isBusy(error)) notices.say(words.busy, 'warn');
        else notices.say(words.failed(latest.current.report(error)), 'bad');
      },
    }),
  );
  const { lang, theme, glyphs, zone, screenReader, now, report } = given;
  // The same value while nothing has changed: all that is drawn hangs on it.
  const ui = useMemo<Ui>(
    () => ({ lang, theme, glyphs, zone, screenReader, now, report, size: { columns, rows } }),
    [lang, theme, glyphs, zone, screenReader, now, report, columns, rows],
  );
  const painters = useMemo(() => createPainters(theme, glyphs), [theme, glyphs]);
  return (
    <UiContext value={ui}>
      <PaintersContext value={painters}>
        <NoticesContext value={notices}>
          <KeptContext value={kept}>
            <KeyboardContext value={keyboard}>
              <KeyReader keyboard={keyboard} />
              <Box width={columns} height={rows} overflow="hidden" flexDirection="column">
                <ErrorBoundary report={report}>{children}</ErrorBoundary>
              </Box>
            </KeyboardContext>
          </KeptContext>
        </NoticesContext>
      </PaintersContext>
    </UiContext>
  );
};
