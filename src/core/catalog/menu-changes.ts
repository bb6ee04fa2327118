import type { Category, Choice, Item, OptionGroup } from './shop.ts';
import type { ShopChange, Thing } from './shop-change.ts';
import { writeChoose } from './write-shop-file.ts';

type Value = string | number | null;
type Named = { readonly id: string; readonly name: string };
type Pair<T> = { readonly was: T; readonly now: T };

/** What is in both, what came and what went, by id; and whether those in both stand in another order. */
const compare = <T extends { readonly id: string }>(was: readonly T[], now: readonly T[]) => {
  const before = new Map(was.map((one) => [one.id, one]));
  const after = new Map(now.map((one) => [one.id, one]));
  const kept = now.flatMap((one): readonly Pair<T>[] => {
    const old = before.get(one.id);
    return old ? [{ was: old, now: one }] : [];
  });
  const order = was.filter(({ id }) => after.has(id)).map(({ id }) => id);
  return {
    kept,
    added: now.filter(({ id }) => !before.has(id)),
    removed: was.filter(({ id }) => !after.has(id)),
    isReordered: kept.some(({ now: { id } }, at) => order[at] !== id),
  };
};

type Place = { readonly in?: readonly string[] };
const edited = (
  of: Thing,
  { id, name }: Named,
  field: 'name' | 'price' | 'about' | 'choose' | 'hours',
  pair: Pair<Value>,
  place: Place = {},
) => (pair.was === pair.now ? [] : [{ change: 'edited', of, id, name, field, ...pair, ...place } satisfies ShopChange]);

const cameAndWent = <T extends Named & { readonly price?: number }>(
  of: Thing,
  { added, removed, isReordered }: { readonly added: readonly T[]; readonly removed: readonly T[]; readonly isReordered: boolean },
  place: Place = {},
): readonly ShopChange[] => {
  const told = ({ id, name, price }: T) => ({ of, id, name, ...(price !== undefined && { price }), ...place });
  return [
    ...removed.map((one): ShopChange => ({ change: 'removed', ...told(one) })),
    ...added.map((one): ShopChange => ({ change: 'added', ...told(one) })),
    ...(isReordered ? [{ change: 'reordered', of, ...place } satisfies ShopChange] : []),
  ];
};

const choiceChanges = ({ was, now }: Pair<Choice>, place: Place): readonly ShopChange[] => [
  ...edited('choice', was, 'name', { was: was.name, now: now.name }, place),
  ...edited('choice', now, 'price', { was: was.price, now: now.price }, place),
];

const groupChanges = ({ was, now }: Pair<OptionGroup>, place: Place): readonly ShopChange[] => {
  const choices = compare(was.choices, now.choices);
  return [
    ...edited('group', was, 'name', { was: was.name, now: now.name }, place),
    ...edited('group', now, 'choose', { was: writeChoose(was), now: writeChoose(now) }, place),
    ...choices.kept.flatMap((pair) => choiceChanges(pair, place)),
    ...cameAndWent('choice', choices, place),
  ];
};

const itemChanges = ({ was, now }: Pair<Item>): readonly ShopChange[] => {
  const place = { in: [now.id] };
  const groups = compare(was.options, now.options);
  return [
    ...edited('item', was, 'name', { was: was.name, now: now.name }),
    ...edited('item', now, 'price', { was: was.price, now: now.price }),
    ...edited('item', now, 'about', { was: was.about ?? null, now: now.about ?? null }),
    ...groups.kept.flatMap((pair) => groupChanges(pair, place)),
    ...cameAndWent('group', groups, place),
  ];
};

type InCategory = Item & { readonly category: string };
const itemsOf = (menu: readonly Category[]): readonly InCategory[] =>
  menu.flatMap(({ name, items }) => items.map((item) => ({ ...item, category: name })));

/** Categories have no id; one whose name is gone is the new one that has a dish of it. */
const renames = (was: readonly Category[], now: readonly Category[]): ReadonlyMap<string, string> => {
  const gone = was.filter(({ name }) => !now.some((one) => one.name === name));
  const come = now.filter(({ name }) => !was.some((one) => one.name === name));
  const renamed = new Map<string, string>();
  for (const { name, items } of gone) {
    const next = come.find(
      (one) => ![...renamed.values()].includes(one.name) && one.items.some(({ id }) => items.some((old) => old.id === id)),
    );
    if (next) renamed.set(name, next.name);
  }
  return renamed;
};

/** What came, went, moved and changed between two menus. */
export const menuChanges = (was: readonly Category[], now: readonly Category[]): readonly ShopChange[] => {
  const renamed = renames(was, now);
  const nowCalled = (name: string): string => renamed.get(name) ?? name;
  const items = compare(itemsOf(was), itemsOf(now));
  const categories = compare(
    was.map(({ name }) => ({ id: nowCalled(name), name })),
    now.map(({ name }) => ({ id: name, name })),
  );
  const stays = new Set(items.kept.filter((pair) => nowCalled(pair.was.category) === pair.now.category).map((pair) => pair.now.id));
  const stayed = (menu: readonly Category[], name: string) =>
    menu
      .filter((one) => one.name === name)
      .flatMap((one) => one.items)
      .filter(({ id }) => stays.has(id));
  return [
    ...categories.kept.flatMap((pair) => edited('category', pair.now, 'name', { was: pair.was.name, now: pair.now.name })),
    ...cameAndWent('category', categories),
    ...items.removed.flatMap((one) => cameAndWent('item', { added: [], removed: [one], isReordered: false }, { in: [one.category] })),
    ...items.added.flatMap((one) => cameAndWent('item', { added: [one], removed: [], isReordered: false }, { in: [one.category] })),
    ...items.kept.flatMap((pair): readonly ShopChange[] => {
      const { id, name, category } = pair.now;
      const moved = stays.has(id) ? [] : [{ change: 'moved', of: 'item', id, name, was: pair.was.category, now: category } as const];
      return [...moved, ...itemChanges(pair)];
    }),
    ...categories.kept.flatMap((pair): readonly ShopChange[] =>
      compare(stayed(was, pair.was.name), stayed(now, pair.now.name)).isReordered
        ? [{ change: 'reordered', of: 'item', in: [pair.now.name] }]
        : [],
    ),
  ];
};
