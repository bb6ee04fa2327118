import { type Choice, type Item, isSoldOut, type Shop } from '../../core/catalog/shop.ts';
import { wonText } from '../../words/page.ts';
import type { Asking, Candidate } from './asking.ts';

/** `--shop`, or the operand of a verb like `shop sold-out <shop> <item>`; else all shops. */
const itemsMeant = ({ call }: Asking, shops: readonly Shop[]): readonly Item[] => {
  const named = call.values.text('shop') ?? call.args[0];
  const meant = named === undefined ? shops : shops.filter(({ id }) => id === named);
  return meant.flatMap(({ menu }) => menu.flatMap((category) => category.items));
};

const tell = (thing: Item | Choice, value: string, { call }: Asking): Candidate => {
  const page = call.page();
  return { value, about: `${thing.name} ${isSoldOut(thing, call.now()) ? page.words.label.soldOut : wonText(page, thing.price)}` };
};

/** The same group may hang on many items. */
const once = (candidates: readonly Candidate[]): readonly Candidate[] => [...new Map(candidates.map((one) => [one.value, one])).values()];

/** Behind a colon (`kimchi-jjigae*2:mild,`): the choices of the item that can still be made. */
const choicesOf = (items: readonly Item[], asking: Asking, colon: number): readonly Candidate[] => {
  const { word } = asking;
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

export const itemCandidates = (asking: Asking, shops: readonly Shop[]): readonly Candidate[] => {
  const items = itemsMeant(asking, shops);
  const colon = asking.word.indexOf(':');
  return colon < 0 ? items.map((item) => tell(item, item.id, asking)) : choicesOf(items, asking, colon);
};

export const choiceCandidates = (asking: Asking, shops: readonly Shop[]): readonly Candidate[] =>
  once(
    itemsMeant(asking, shops)
      .flatMap(({ options }) => options.flatMap(({ choices }) => choices))
      .map((choice) => tell(choice, choice.id, asking)),
  );

/** Groups of choices; several with commas. */
export const groupCandidates = (asking: Asking, shops: readonly Shop[]): readonly Candidate[] => {
  const settled = asking.word.slice(0, asking.word.lastIndexOf(',') + 1);
  const groups = itemsMeant(asking, shops).flatMap(({ options }) => options);
  return once(groups.map(({ id, name }) => ({ value: `${settled}${id}`, about: name })));
};

/** What something is put before or behind: its like. */
export const likeCandidates = (asking: Asking, shops: readonly Shop[]): readonly Candidate[] =>
  /<(choice|group)>/.test(asking.verb.usage) ? choiceCandidates(asking, shops) : itemCandidates(asking, shops);
