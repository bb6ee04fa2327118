import { idFromName } from './local-id.ts';
import { readGroup } from './parse-menu.ts';
import { complain, type Reading, readObject } from './reading.ts';

type Plain = Readonly<Record<string, unknown>>;
/** The written place of each part of the document that is made from it: `menu[0].items[2].options[0]` → `options.spice`. */
export type Places = Map<string, string>;

export const isPresent = (value: unknown): boolean => value !== undefined && value !== null;
const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

// A stand-in where the name is no text: that will be said, and it is enough.
const idOf = (id: unknown, name: unknown, standIn: string): unknown => {
  if (isPresent(id)) return id;
  return typeof name === 'string' && name.trim() !== '' ? idFromName(name) : standIn;
};

const asChoice = (of: Reading, standIn: string): unknown => {
  if (typeof of.value === 'string') return { id: idFromName(of.value), name: of.value, price: 0 };
  if (!isObject(of.value)) return of.value;
  const at = readObject(of, ['id', 'name', 'price']);
  const name = at('name').value;
  return { id: idOf(at('id').value, name, standIn), name, price: isPresent(at('price').value) ? at('price').value : 0 };
};

/** A number or a text as it was written; nothing else reads as either. */
export const wordOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

type Limits = { readonly min: number; readonly max: number };
// `1`, `0-3`, `1~2`.
export const parseChoose = (value: unknown): Limits | undefined => {
  const [, first = '', last = first] = /^\s*(\d{1,2})\s*(?:[-~–]\s*(\d{1,2})\s*)?$/.exec(wordOf(value)) ?? [];
  const limits = { min: Number(first), max: Number(last) };
  return first !== '' && limits.max >= Math.max(1, limits.min) ? limits : undefined;
};

const asGroup = (of: Reading, id: (given: unknown, name: unknown) => unknown, known: readonly string[]): unknown => {
  if (!isObject(of.value)) return of.value;
  const at = readObject(of, known);
  const choices = at('choices').value;
  const choose = isPresent(at('choose').value) ? parseChoose(at('choose').value) : undefined;
  const offered = isList(choices) ? choices.length : 1;
  const isFine = choose !== undefined && choose.max <= Math.max(1, offered);
  if (!isFine) complain(at('choose'), { kind: 'unreadable-choose' });
  const { min, max } = isFine ? choose : { min: 0, max: 1 };
  const given = known.includes('id') ? at('id').value : undefined;
  return {
    id: id(given, at('name').value),
    name: at('name').value,
    min,
    max,
    choices: isList(choices)
      ? choices.map((value, n) => asChoice({ ...of, value, field: `${of.field}.choices[${n}]` }, `choice-${n}`))
      : choices,
  };
};

type Shared = (id: string) => Reading | undefined;

const asGroups = (of: Reading, shared: Shared, made: string, places: Places): unknown => {
  if (!isList(of.value)) return isPresent(of.value) ? of.value : [];
  const groups: unknown[] = [];
  for (const [n, value] of of.value.entries()) {
    const written: Reading = { ...of, value, field: `${of.field}[${n}]` };
    const common = typeof value === 'string' ? shared(value) : undefined;
    if (typeof value === 'string' && !common) {
      complain(written, { kind: 'no-such-group' });
      continue;
    }
    const source = common ?? written;
    const place = `${made}[${groups.length}]`;
    places.set(place, source.field);
    for (const limit of ['min', 'max']) places.set(`${place}.${limit}`, `${source.field}.choose`);
    groups.push(
      common
        ? asGroup(common, () => value, ['name', 'choose', 'choices'])
        : asGroup(written, (id, name) => idOf(id, name, `group-${n}`), ['id', 'name', 'choose', 'choices']),
    );
  }
  return groups;
};

const asItem = (of: Reading, shared: Shared, standIn: string, places: Places): unknown => {
  if (!isObject(of.value)) return of.value;
  const at = readObject(of, ['id', 'name', 'price', 'about', 'options']);
  const [name, about] = [at('name').value, at('about').value];
  return {
    id: idOf(at('id').value, name, standIn),
    name,
    price: at('price').value,
    ...(isPresent(about) && { about }),
    options: asGroups(at('options'), shared, `${of.field}.options`, places),
  };
};

const asCategory = (of: Reading, shared: Shared, places: Places): unknown => {
  if (!isObject(of.value)) return of.value;
  const at = readObject(of, ['category', 'items']);
  places.set(`${of.field}.name`, `${of.field}.category`);
  const items = at('items').value;
  return {
    name: at('category').value,
    items: isList(items)
      ? items.map((value, n) => asItem({ ...of, value, field: `${at('items').field}[${n}]` }, shared, `item-${n}`, places))
      : items,
  };
};

/** The groups that items of this file can share. */
export type SharedGroups = { readonly find: Shared; readonly check: () => void };

export const sharedGroups = (options: Reading): SharedGroups => {
  const { value } = options;
  if (isPresent(value) && !isObject(value)) complain(options, { kind: 'not-object' });
  const at = isObject(value) ? readObject(options, Object.keys(value)) : undefined;
  const used = new Set<string>();
  const find: Shared = (id) => {
    const group = at?.(id);
    used.add(id);
    return group && isPresent(group.value) ? group : undefined;
  };
  // One that nobody uses goes into no document, which would have told what is wrong with it.
  const check = (): void => {
    for (const id of isObject(value) ? Object.keys(value) : []) {
      const group = used.has(id) ? undefined : find(id);
      if (group) readGroup({ ...group, value: asGroup(group, () => id, ['name', 'choose', 'choices']) }, new Map(), new Map());
    }
  };
  return { find, check };
};

/** The menu of a file as the document has it; what is no menu at all comes through as it is, for its reader to refuse. */
export const asMenu = (menu: Reading, shared: SharedGroups, places: Places): unknown =>
  isList(menu.value)
    ? menu.value.map((value, n) => asCategory({ ...menu, value, field: `${menu.field}[${n}]` }, shared.find, places))
    : menu.value;
