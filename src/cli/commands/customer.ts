import type { Call } from '../call.ts';
import { helpText } from '../help.ts';
import { columns, writeDrawing } from '../terminal.ts';
import type { Answered, Verb } from '../verb.ts';

/** Without a word behind it: the screens for whoever sits at a terminal, the help for everybody else. */
export const openOrExplain =
  (root: () => Verb) =>
  async (call: Call): Promise<Answered> => {
    const { isAtTerminal, openScreens } = await import('../screens.ts');
    if (isAtTerminal() && !call.json) return openScreens(call, await call.house());
    writeDrawing(helpText(root(), '', call.lang, columns()));
    return 'told';
  };
