import type { Position } from '../core/catalog/edit-shop.ts';
import { idFromName } from '../core/catalog/local-id.ts';
import { findChoice, findItem } from '../core/catalog/menu.ts';
import type { Shop } from '../core/catalog/shop.ts';
import { parseDay } from '../core/catalog/written-time.ts';
import {
  type ChoiceId,
  type Instant,
  type ItemId,
  type OptionGroupId,
  parseChoiceId,
  parseItemId,
  parseOptionGroupId,
} from '../core/kinds.ts';
import type { Refusal } from '../core/refusal.ts';
import { no, ok, type Result } from '../core/result.ts';
import { dayNumber, dayText } from '../core/time.ts';
import type { Call } from './call.ts';
import { wrongInput, wrongUsage } from './stop.ts';
import { type OptionSpec, option } from './verb.ts';

const mostWon = 10_000_000;

/** `9000`, `9,000`, `9,000원`, `₩9,000`. */
export const readWon = (text: string, field: string): number => {
  const [, digits = ''] = /^₩?\s*(\d{1,3}(?:,\d{3})+|\d{1,8})\s*원?$/.exec(text.trim()) ?? [];
  const amount = Number(digits.replaceAll(',', ''));
  if (digits !== '' && amount <= mostWon) return amount;
  throw wrongInput(field, { ko: `금액을 원 단위로 적으세요 (예: 9000, 9,000원)`, en: `whole won such as 9000 or 9,000, not '${text}'` });
};

const byName = <T extends { readonly id: string; readonly name: string }>(all: readonly T[], text: string): T | undefined => {
  const name = text.normalize('NFC').trim();
  return all.find((one) => one.name.normalize('NFC') === name);
};
const itemsOf = ({ menu }: Shop) => menu.flatMap(({ items }) => items);

type Found<T> = Result<T, Refusal>;

/** An item by id, else by exact name. */
export const itemNamed = (shop: Shop, text: string): Found<ItemId> => {
  const id = parseItemId(text);
  const found = (id && findItem(shop, id)) ?? byName(itemsOf(shop), text);
  return found ? ok(found.id) : no({ code: 'NOT_FOUND', what: 'item', id: text });
};

/** A choice by id, else by exact name, wherever it is offered. */
export const choiceNamed = (shop: Shop, text: string): Found<ChoiceId> => {
  const id = parseChoiceId(text);
  if (id && itemsOf(shop).some((item) => findChoice(item, id))) return ok(id);
  const choices = itemsOf(shop).flatMap(({ options }) => options.flatMap((group) => group.choices));
  const found = byName(choices, text);
  return found ? ok(found.id) : no({ code: 'NOT_FOUND', what: 'choice', id: text });
};

export const groupNamed = (shop: Shop, text: string): Found<OptionGroupId> => {
  const groups = itemsOf(shop).flatMap(({ options }) => options);
  const found = groups.find(({ id }) => id === text) ?? byName(groups, text);
  return found ? ok(found.id) : no({ code: 'NOT_FOUND', what: 'group', id: text });
};

export const readOptionGroupId = (text: string): OptionGroupId => readLocalId(text, 'group', parseOptionGroupId);
const readLocalId = <T>(text: string, field: string, parse: (text: string) => T | undefined): T => {
  const id = parse(text.trim());
  if (id !== undefined) return id;
  throw wrongInput(field, {
    ko: '글자와 숫자로 적으세요 (중간에 _ . - 가능, 64자까지)',
    en: `letters and digits, with _ . - inside, at most 64; not '${text}'`,
  });
};

/** `--id`, else made of the name. */
export const newId = <T>({ values }: Call, name: string, parse: (text: string) => T | undefined): T =>
  readLocalId(values.text('id') ?? idFromName(name), '--id', parse);

const places = ['first', 'last', 'before', 'after'] as const;

/** Where in its list; `beside` finds what it should stand before or after. */
export const positionOf = (call: Call): ((beside: (text: string) => Found<string>) => Found<Position | undefined>) => {
  const { values } = call;
  const asked = places.filter((place) => values.flag(place) || values.text(place) !== undefined);
  const [place, more] = asked;
  if (more !== undefined)
    throw wrongUsage({ ko: `--${place}, --${more} 중 하나만 쓰세요`, en: `use only one of --${place} and --${more}` });
  return (beside) => {
    if (place === undefined) return ok(undefined);
    if (place === 'first' || place === 'last') return ok({ at: place });
    const found = beside(values.text(place) ?? '');
    return found.ok ? ok({ at: place, id: found.value }) : found;
  };
};

export const positions: readonly OptionSpec[] = [
  option('--first', '맨 앞에', 'as the first'),
  option('--last', '맨 뒤에', 'as the last'),
  option('--before <id>', '이것 앞에', 'before this one'),
  option('--after <id>', '이것 뒤에', 'behind this one'),
];

const longestHoliday = 31;

/** `12/25`, `2027-02-06~2027-02-08`: days to come. */
export const readDays = (text: string, now: Instant, zone: string): readonly string[] => {
  const [first, last] = text.split(/\s*(?:~|\.\.)\s*/, 2).map((one) => parseDay(one, now, zone, 'coming'));
  const end = text.includes('~') || text.includes('..') ? last : first;
  const count = first === undefined || end === undefined ? 0 : dayNumber(end) - dayNumber(first) + 1;
  if (first !== undefined && count >= 1 && count <= longestHoliday)
    return Array.from({ length: count }, (_, n) => dayText(dayNumber(first) + n));
  throw wrongInput('day', {
    ko: `'${text}' 대신 이렇게 적으세요: 12/25, 2026-12-25, 2027-02-06~2027-02-08 (${longestHoliday}일까지)`,
    en: `write 12/25, 2026-12-25 or 2027-02-06~2027-02-08 (${longestHoliday} days at most), not '${text}'`,
  });
};

/** An item or a choice, by id, else by exact name. */
export const anythingNamed = (shop: Shop, text: string): Result<ItemId | ChoiceId, Refusal> => {
  const item = itemNamed(shop, text);
  if (item.ok) return item;
  const choice = choiceNamed(shop, text);
  return choice.ok ? choice : item;
};
