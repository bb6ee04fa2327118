import type { Verb } from '../verb.ts';
import { choiceVerb } from './shop-choice.ts';
import { createVerb } from './shop-create.ts';
import { editVerb } from './shop-edit.ts';
import { fileVerbs } from './shop-file.ts';
import { anyMarks, intakeVerbs } from './shop-intake.ts';
import { itemVerb } from './shop-item.ts';
import { presenceVerb } from './shop-presence.ts';
import { printerVerb } from './shop-printer.ts';
import { settingVerbs } from './shop-settings.ts';
import { showVerb } from './shop-show.ts';

export const shop: Verb = {
  usage: 'shop',
  about: {
    ko: '상점 만들고 꾸리기: 열고 닫기, 메뉴, 영업시간, 품절',
    en: 'set a shop up and run it: open and close, menu, hours, sold out',
  },
  examples: [
    'shop pause shop_hanki --until 30m --as owner:shop_hanki',
    'shop sold-out shop_hanki rice --as owner:shop_hanki',
    'shop import shop_hanki menu.yaml --as owner:shop_hanki',
  ],
  verbs: [
    ...intakeVerbs,
    ...anyMarks,
    showVerb,
    createVerb,
    editVerb,
    ...fileVerbs,
    ...settingVerbs,
    itemVerb,
    choiceVerb,
    presenceVerb,
    printerVerb,
  ],
};
