import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { presenceJson, presenceText } from '../show/presence-text.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const presence = async (call: Call): Promise<Answered> => {
  const id = readId('shop', call.args[0]);
  const house = await call.house();
  const app = house.as(customerOr(call));
  const found = await app.findShop(id);
  if (!found.ok) return found;
  const seen = await app.shopPresence(id);
  return answer({
    json: presenceJson(id, seen),
    text: () => [[{ text: found.value.name, tone: 'strong' }, '  ', presenceText(seen, call.page(found.value.zone))]],
  });
};

export const presenceVerb: Verb = {
  usage: 'presence <shop>',
  about: { ko: '상점 화면이 켜져 있는지', en: 'whether a screen of the shop is on' },
  examples: ['shop presence shop_hanki', 'shop presence shop_hanki --json'],
  json: shapes.presence,
  needs: 'none',
  run: presence,
};
