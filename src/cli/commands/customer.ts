import type { Call } from '../call.ts';
import { helpText } from '../help.ts';
import { wrongUsage } from '../stop.ts';
import { columns, writeDrawing } from '../terminal.ts';
import type { Answered, Verb } from '../verb.ts';

/** Without a word behind it: the screens for whoever sits at a terminal, the help for everybody else. */
export const openOrExplain =
  (root: () => Promise<Verb>) =>
  async (call: Call): Promise<Answered> => {
    const { isAtTerminal, openScreens } = await import('../screens.ts');
    if (call.json)
      throw wrongUsage({ ko: '--json 앞에 명령을 적으세요 (baedal --help)', en: '--json wants a command before it (baedal --help)' });
    if (isAtTerminal()) return openScreens(call, await call.house());
    writeDrawing(helpText(await root(), '', call.lang, columns()));
    return 'told';
  };
