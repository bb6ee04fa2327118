import type { Choice, Item, Shop } from '../core/catalog/shop.ts';
import { parseChoiceId, parseItemId } from '../core/kinds.ts';
import type { CartLine } from '../core/ordering/quote.ts';
import type { Refusal } from '../core/refusal.ts';
import { no, ok, type Result } from '../core/result.ts';
import { type ItemSpec, parseItemSpec } from './item-spec.ts';
import { type Stop, wrongInput } from './stop.ts';

type Named = { readonly id: string; readonly name: string };

/** By id, else by exact name. Several of the same name: nobody guesses. */
const named = <T extends Named>(all: readonly T[], text: string): readonly T[] => {
  const byId = all.filter(({ id }) => id === text);
  return byId.length > 0 ? byId : all.filter(({ name }) => name.normalize('NFC') === text);
};

const ambiguous = (text: string, found: readonly Named[]): Stop => {
  const ids = found.map(({ id }) => id).join(', ');
  return wrongInput('--item', {
    ko: `'${text}' 이름이 여럿이에요. id로 고르세요: ${ids}`,
    en: `'${text}' is the name of several; choose by id: ${ids}`,
  });
};

type Found<T> = Result<T, Refusal>;

const choiceOf = (item: Item, text: string): Found<CartLine['choices'][number]> => {
  const all: readonly Choice[] = item.options.flatMap(({ choices }) => choices);
  const found = named(all, text);
  const ids = new Set(found.map(({ id }) => id));
  if (ids.size > 1) throw ambiguous(text, found);
  const id = found[0]?.id;
  return id === undefined ? no({ code: 'NOT_FOUND', what: 'choice', id: text }) : ok(id);
};

const lineOf = (shop: Shop, { item: text, quantity, choices }: ItemSpec): Found<CartLine> => {
  const found = named(
    shop.menu.flatMap(({ items }) => items),
    text,
  );
  if (found.length > 1) throw ambiguous(text, found);
  const item = found[0];
  if (!item) return no({ code: 'NOT_FOUND', what: 'item', id: text });
  const chosen: CartLine['choices'][number][] = [];
  for (const choice of choices) {
    const one = choiceOf(item, choice);
    if (!one.ok) return one;
    chosen.push(one.value);
  }
  return ok({ item: item.id, quantity, choices: chosen });
};

/** As it is written, for the core to judge: under a key that was used before, what has left the menu still counts. */
const unchecked = ({ item, quantity, choices }: ItemSpec): CartLine | undefined => {
  const id = parseItemId(item);
  const chosen = choices.flatMap((choice) => parseChoiceId(choice) ?? []);
  return id === undefined || chosen.length < choices.length ? undefined : { item: id, quantity, choices: chosen };
};

/** The lines of a cart, from what was written behind `--item`. */
export const readLines = (shop: Shop, texts: readonly string[], repeated: boolean): Found<readonly CartLine[]> => {
  const lines: CartLine[] = [];
  for (const text of texts) {
    const spec = parseItemSpec(text);
    if (!spec.ok) throw wrongInput('--item', spec.error);
    const found = lineOf(shop, spec.value);
    const line = found.ok ? found.value : repeated ? unchecked(spec.value) : undefined;
    if (line) lines.push(line);
    else if (!found.ok) return found;
  }
  return ok(lines);
};
