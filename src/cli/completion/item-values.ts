import { type Choice, type Item, isSoldOut, type Shop } from '../../core/catalog/shop.ts';
import { wonText } from '../../words/page.ts';
import type { Asking, Candidate } from './asking.ts';

/** `--shop`, or the operand of a verb like `shop sold-out <shop> <item>`; else all shops. */
const shopsMeant = ({ call }: Asking, shops: readonly Shop[]): readonly Shop[] => {
  const named = call.values.text('shop') ?? call.args[0];
  return named === undefined ? shops : shops.filter(({ id }) => id === named);
};

const tell = (thing: Item | Choice, value: string, { call }: Asking): Candidate => {
  const page = call.page();
  return { value, about: `${thing.name} ${isSoldOut(thing, call.now()) ? page.words.label.soldOut : wonText(page, thing.price)}` };
};

/** Items of the shop; behind a colon (`kimchi-jjigae*2:mild,`) the choices of the item that are not taken yet. */
export const itemCandidates = (asking: Asking, shops: readonly Shop[]): readonly Candidate[] => {
  const { word } = asking;
  const items = shopsMeant(asking, shops).flatMap(({ menu }) => menu.flatMap((category) => category.items));
  const colon = word.indexOf(':');
  if (colon < 0) return items.map((item) => tell(item, item.id, asking));
  const settled = word.slice(0, Math.max(colon, word.lastIndexOf(',')) + 1);
  const [named = ''] = word.slice(0, colon).split('*');
  const taken = settled.slice(colon + 1).split(',');
  const item = items.find(({ id, name }) => id === named || name === named);
  return (item?.options ?? [])
    .filter(({ choices, max }) => choices.filter(({ id }) => taken.includes(id)).length < max)
    .flatMap(({ choices }) => choices)
    .filter(({ id }) => !taken.includes(id))
    .map((choice) => tell(choice, `${settled}${choice.id}`, asking));
};
