import type { Shop } from '../core/catalog/shop.ts';
import type { ShopChange } from '../core/catalog/shop-change.ts';
import type { ShopId } from '../core/kinds.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Result } from '../core/result.ts';
import type { EditShop, ShopChanged } from '../core/use-cases/change-shop.ts';
import { changeText } from '../words/shop-change.ts';
import { demandedActor } from './actor.ts';
import type { Call } from './call.ts';
import { readId, readWhole } from './parse.ts';
import type { Line, Tone } from './terminal.ts';
import { type Answered, answer, type OptionSpec } from './verb.ts';

const tones: Readonly<Record<ReturnType<typeof changeText>['sign'], Tone>> = { '+': 'good', '−': 'bad', '~': 'warn', '>': 'warn' };

export const changeLines = (changes: readonly ShopChange[], { lang }: Pick<Call, 'lang'>): readonly Line[] =>
  changes.map((one): Line => {
    const { sign, text } = changeText(one, lang);
    return [{ text: sign, tone: tones[sign] }, ` ${text}`];
  });

/** `--if-version`: the one that the caller began with. */
export const ifVersion: OptionSpec = {
  flags: '--if-version <n>',
  about: { ko: '이 버전 뒤로 남이 바꾼 것이 없을 때만', en: 'only if nobody changed it behind this version' },
};
export const versionAsked = ({ values }: Call): number | undefined => {
  const text = values.text('if-version');
  return text === undefined ? undefined : readWhole(text, '--if-version', 0, Number.MAX_SAFE_INTEGER);
};

export const changedJson = ({ shop, version, changes }: ShopChanged) => ({ id: shop.id, name: shop.name, version, changes });

export const changedText = ({ shop, changes }: ShopChanged, call: Call): readonly Line[] => [
  [{ text: shop.name, tone: 'strong' }],
  ...(changes.length === 0 ? [call.lang === 'ko' ? '바뀐 것이 없어요' : 'Nothing is different'] : changeLines(changes, call)),
];

const doChange = async (call: Call, id: ShopId, edit: EditShop): Promise<Answered> => {
  const actor = demandedActor(call, 'owner');
  const version = versionAsked(call);
  const house = await call.house();
  const changed = await house.as(actor).changeShop(id, edit, { ifVersion: version });
  if (!changed.ok) return changed;
  const { value } = changed;
  return answer({ json: changedJson(value), text: () => changedText(value, call) });
};

/** A command that changes a shop; `read` looks at the words before anything is opened. */
export const onShop =
  (read: (call: Call) => (shop: Shop) => Result<Shop, Refusal>) =>
  async (call: Call): Promise<Answered> => {
    const id = readId('shop', call.args[0]);
    demandedActor(call, 'owner');
    return doChange(call, id, read(call));
  };
