import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Glyphs } from './glyphs.ts';
import { Line } from './line.tsx';
import { type Notice, type Notices, type Tone, toneRole } from './notices.ts';
import { useUi } from './ui-context.ts';

export const NoticesContext = createContext<Notices | undefined>(undefined);
export const useNotices = (): Notices => {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('something is said outside of <UiRoot>');
  return notices;
};

/** Says something in the message line; it goes by itself. */
export const useSay = (): Notices['say'] => useNotices().say;

export const toneGlyph = (glyphs: Glyphs): Readonly<Record<Tone, string>> => ({
  info: glyphs.info,
  good: glyphs.done,
  warn: glyphs.warning,
  bad: glyphs.failed,
});

/** One row: what was just said, else what the screen has to say all along. */
export const MessageLine = ({ standing, width }: { readonly standing?: Notice | undefined; readonly width: number }): ReactNode => {
  const notices = useNotices();
  const { glyphs } = useUi();
  const notice = useSyncExternalStore(notices.subscribe, notices.current) ?? standing;
  if (!notice) return <Line cells={[]} width={width} />;
  const role = toneRole[notice.tone];
  return (
    <Line
      cells={[
        { text: ` ${toneGlyph(glyphs)[notice.tone]} `, role },
        { text: notice.text, role, grow: true },
      ]}
      width={width}
    />
  );
};
