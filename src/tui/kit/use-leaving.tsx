import { type ReactNode, useState } from 'react';
import { Confirm } from './confirm.tsx';
import type { Binding } from './keys.ts';

type Words = {
  readonly quit: string;
  readonly leaveTitle: string;
  readonly leaveText: (left: number) => string;
  readonly leaveYes: string;
  readonly leaveNo: string;
};
type Options = {
  readonly words: Words;
  /** How much is left behind: with something, `q` asks first. */
  readonly left: number;
  readonly hidden: boolean;
  readonly leave: () => void;
};

/** The way out of a screen: its key, and the question above everything while it is asked. */
export const useLeaving = ({ words, left, hidden, leave }: Options): { readonly quit: Binding; readonly asked: ReactNode } => {
  const [leaving, setLeaving] = useState(false);
  return {
    quit: { keys: ['q'], label: words.quit, hidden, run: () => (left > 0 ? setLeaving(true) : leave()) },
    asked: leaving ? (
      <Confirm
        title={words.leaveTitle}
        text={words.leaveText(left)}
        yes={words.leaveYes}
        no={words.leaveNo}
        onYes={leave}
        onNo={() => setLeaving(false)}
      />
    ) : undefined,
  };
};
