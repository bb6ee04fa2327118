import type { ReactNode } from 'react';
import type { Live } from './live.ts';
import { Paragraph } from './paragraph.tsx';
import { useKitWords } from './ui-context.ts';

type Props = {
  readonly live: Live<unknown>;
  readonly width: number;
  /** What to do next where there is nothing to show; undefined when there is something. */
  readonly empty?: string | undefined;
  readonly children: ReactNode;
};

/** What stands in the place of an answer while there is none: nothing for a blink, then a word. */
export const Loaded = ({ live, width, empty, children }: Props): ReactNode => {
  const words = useKitWords();
  if (live.state === 'loading') return live.slow ? <Paragraph text={words.loading} look="dim" width={width} /> : null;
  if (live.state === 'failed') return <Paragraph text={words.notRead(live.incident)} look="warn" width={width} />;
  return empty === undefined ? children : <Paragraph text={empty} look="dim" width={width} />;
};
