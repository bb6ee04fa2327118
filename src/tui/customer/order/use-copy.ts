import { useSay } from '../../kit/message-line.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useShell } from '../shell.tsx';
import { orderWords } from './order-words.ts';

/** Into the person's own clipboard, and says so. */
export const useCopy = () => {
  const { seat } = useShell();
  const words = orderWords(useUi().lang);
  const say = useSay();
  return (text: string) => (seat.terminal.copy(text) ? say(words.copied(text), 'good') : say(words.notCopied, 'warn'));
};
