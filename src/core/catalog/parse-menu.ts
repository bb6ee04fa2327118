import { parseChoiceId, parseItemId, parseOptionGroupId } from '../kinds.ts';
import { complain, type Reading, readId, readInstant, readList, readObject, readText, readWhole, readWon } from './reading.ts';
import type { Category, Choice, Item, OptionGroup } from './shop.ts';

const nameMax = 60;
const aboutMax = 200;
const most = { categories: 50, items: 500, groups: 20, choices: 50 };

/** Who has an id already: id → field. */
type Taken = Map<string, string>;
const take = (taken: Taken, id: string | undefined, of: Reading): void => {
  const before = id === undefined ? undefined : taken.get(id);
  if (before !== undefined) complain(of, { kind: 'id-taken', by: before });
  else if (id !== undefined) taken.set(id, of.field.replace(/\.id$/, ''));
};

const soldOutUntil = (of: Reading) => (of.value === undefined ? {} : { soldOutUntil: readInstant(of) });

const readChoice = (of: Reading, taken: Taken): Choice | undefined => {
  const at = readObject(of, ['id', 'name', 'price', 'soldOutUntil']);
  const id = readId(at('id'), parseChoiceId, 'not-local-id');
  take(taken, id, at('id'));
  const rest = { name: readText(at('name'), nameMax), price: readWon(at('price')), ...soldOutUntil(at('soldOutUntil')) };
  return id === undefined ? undefined : { id, ...rest };
};

export const readGroup = (of: Reading, groups: Taken, choiceIds: Taken): OptionGroup | undefined => {
  const at = readObject(of, ['id', 'name', 'min', 'max', 'choices']);
  const id = readId(at('id'), parseOptionGroupId, 'not-local-id');
  take(groups, id, at('id'));
  const name = readText(at('name'), nameMax);
  const choices = readList(at('choices'), most.choices, (one) => readChoice(one, choiceIds));
  const offered = at('choices').value;
  const max = readWhole(at('max'), 1, Math.max(1, Array.isArray(offered) ? offered.length : 1));
  const min = readWhole(at('min'), 0, max);
  if (Array.isArray(offered) && offered.length === 0) complain(at('choices'), { kind: 'empty' });
  return id === undefined ? undefined : { id, name, min, max, choices };
};

type Ids = { readonly items: Taken; readonly choices: Taken };

const readItem = (of: Reading, ids: Ids): Item | undefined => {
  const at = readObject(of, ['id', 'name', 'about', 'price', 'soldOutUntil', 'options']);
  const id = readId(at('id'), parseItemId, 'not-local-id');
  take(ids.items, id, at('id'));
  const [groups, choices]: readonly [Taken, Taken] = [new Map(), new Map()];
  const rest = {
    name: readText(at('name'), nameMax),
    ...(at('about').value === undefined ? {} : { about: readText(at('about'), aboutMax) }),
    price: readWon(at('price')),
    ...soldOutUntil(at('soldOutUntil')),
    options: at('options').value === undefined ? [] : readList(at('options'), most.groups, (one) => readGroup(one, groups, choices)),
  };
  for (const [choice, field] of choices) ids.choices.set(choice, field);
  return id === undefined ? undefined : { id, ...rest };
};

const readCategory = (of: Reading, ids: Ids): Category => {
  const at = readObject(of, ['name', 'items']);
  return { name: readText(at('name'), nameMax), items: readList(at('items'), most.items, (one) => readItem(one, ids)) };
};

/** Item ids are unique in the menu and choice ids in their item; two items may offer the same choice, but no choice is called as an item is. */
export const readMenu = (of: Reading): readonly Category[] => {
  const ids: Ids = { items: new Map(), choices: new Map() };
  const menu = readList(of, most.categories, (one) => readCategory(one, ids));
  if (menu.reduce((count, { items }) => count + items.length, 0) > most.items) complain(of, { kind: 'too-many-items', max: most.items });
  for (const [choice, field] of ids.choices) {
    const item = ids.items.get(choice);
    if (item !== undefined) of.problems.push({ field: `${field}.id`, problem: { kind: 'id-taken', by: item } });
  }
  return menu;
};
