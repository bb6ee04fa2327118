import { type BumpBar, bumpBarProblem, readBumpBar } from '../words/bump-bar.ts';
import type { ConfigKey } from './config-keys.ts';
import { wrongConfig } from './stop.ts';

const longestCommand = 1000;

const checked = (text: string, label: string): BumpBar => {
  const bar = readBumpBar(text);
  if (!('what' in bar)) return bar;
  const [ko, en] = [bumpBarProblem(bar, 'ko'), bumpBarProblem(bar, 'en')];
  throw wrongConfig({ ko: `${label} ${ko}`, en: `${label} ${en}` });
};

/** The keys of a bump bar, as they are written: `1=bump 2=recall`. */
export const kitchenKeys: ConfigKey = {
  name: 'kitchenKeys',
  variable: 'BAEDAL_KITCHEN_KEYS',
  about: { ko: '주방 범프 바의 키: 1=bump 2=recall', en: "the keys of a kitchen's bump bar: 1=bump 2=recall" },
  usual: () => '',
  read: (text, label) => {
    checked(text, label);
    return text.trim();
  },
};

/** A command of the owner's own, which runs in a shell whenever the board rings. */
export const kitchenSound: ConfigKey = {
  name: 'kitchenSound',
  variable: 'BAEDAL_KITCHEN_SOUND',
  about: { ko: '주방 화면이 울릴 때 실행할 명령', en: "a command that a kitchen's screen runs when it rings" },
  usual: () => '',
  read: (text, label) => {
    if (!/\p{Cc}/u.test(text) && text.length <= longestCommand) return text.trim();
    throw wrongConfig({ ko: `${label}: 한 줄짜리 명령을 적으세요`, en: `${label} must be a command in one line` });
  },
};

/** What the variable, or else the file, says of the bar; a mapping that cannot be read opens no screen. */
export const bumpBarIn = (env: Readonly<Record<string, string | undefined>>): BumpBar =>
  checked(env[kitchenKeys.variable] ?? '', kitchenKeys.variable);
