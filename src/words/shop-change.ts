import type { Setting, ShopChange, Thing } from '../core/catalog/shop-change.ts';
import { formatWon, won } from '../core/money.ts';
import { never } from '../core/result.ts';
import type { Lang } from './lang.ts';
import { feesText, hoursText } from './shop-words.ts';

type Edited = Extract<ShopChange, { readonly change: 'edited' }>;

/** What a difference between two states of a shop is called. A forgotten word is a type error. */
type ChangeWords = {
  readonly thing: Readonly<Record<Thing, string>>;
  readonly setting: Readonly<Record<Setting, string>>;
  readonly field: Readonly<Record<Edited['field'], string>>;
  readonly nothing: string;
  /** In another order than before. */
  readonly order: Readonly<Record<Thing, string>>;
  readonly inItems: (count: number) => string;
};

const en: ChangeWords = {
  thing: { category: 'category', item: 'item', group: 'options', choice: 'choice', holiday: 'holiday' },
  setting: {
    name: 'name',
    zone: 'time zone',
    location: 'location',
    hours: 'hours',
    minimum: 'minimum order',
    fees: 'delivery fees',
    area: 'area (m)',
    lease: 'time to accept (min)',
  },
  field: { name: 'name', price: 'price', about: 'about', choose: 'choose', hours: 'hours' },
  nothing: 'nothing',
  order: {
    category: 'categories in another order',
    item: 'items in another order',
    group: 'options in another order',
    choice: 'choices in another order',
    holiday: 'holidays in another order',
  },
  inItems: (count) => `in ${count} items`,
};

const ko: ChangeWords = {
  thing: { category: '분류', item: '메뉴', group: '선택 그룹', choice: '선택지', holiday: '휴무일' },
  setting: {
    name: '이름',
    zone: '시간대',
    location: '위치',
    hours: '영업시간',
    minimum: '최소 주문',
    fees: '배달비',
    area: '배달 지역 (m)',
    lease: '접수 기한 (분)',
  },
  field: { name: '이름', price: '가격', about: '설명', choose: '고르는 수', hours: '시간' },
  nothing: '없음',
  order: { category: '분류 순서', item: '메뉴 순서', group: '선택 그룹 순서', choice: '선택지 순서', holiday: '휴무일 순서' },
  inItems: (count) => `메뉴 ${count}개`,
};

const all: Readonly<Record<Lang, ChangeWords>> = { en, ko };

const placeText = (places: readonly string[] | undefined, words: ChangeWords): string => {
  if (!places || places.length === 0) return '';
  return ` (${places.length > 3 ? words.inItems(places.length) : places.join(', ')})`;
};

const settingText =
  (of: Setting, lang: Lang) =>
  (value: string | number | null): string => {
    if (of === 'minimum' && typeof value === 'number') return formatWon(won(value), lang);
    if (of === 'fees') return feesText(String(value), lang);
    return of === 'hours' || of === 'lease' ? hoursText(String(value), lang) : String(value);
  };

/** A sign that says what kind of change it is, and the change. */
export type ChangeText = { readonly sign: '+' | '−' | '~' | '>'; readonly text: string };

export const changeText = (change: ShopChange, lang: Lang): ChangeText => {
  const words = all[lang];
  const money = (value: number) => formatWon(won(value), lang);
  const shown = (value: string | number | null, isMoney: boolean): string => {
    if (value === null) return words.nothing;
    return isMoney && typeof value === 'number' ? money(value) : String(value);
  };
  switch (change.change) {
    case 'set': {
      const value = settingText(change.of, lang);
      return { sign: '~', text: `${words.setting[change.of]}: ${value(change.was)} → ${value(change.now)}` };
    }
    case 'added':
    case 'removed': {
      const price = change.price === undefined ? '' : ` ${money(change.price)}`;
      const called = change.of === 'holiday' ? `${change.id} ${change.name}` : change.name;
      const place = change.of === 'holiday' ? change.in?.map((hours) => hoursText(hours, lang)) : change.in;
      return {
        sign: change.change === 'added' ? '+' : '−',
        text: `${words.thing[change.of]} ${called}${price}${placeText(place, words)}`,
      };
    }
    case 'edited': {
      const isMoney = change.field === 'price';
      const value = (one: string | number | null) => (change.field === 'hours' ? hoursText(shown(one, false), lang) : shown(one, isMoney));
      const pair = `${value(change.was)} → ${value(change.now)}`;
      return {
        sign: '~',
        text: `${words.thing[change.of]} ${change.name} ${words.field[change.field]}: ${pair}${placeText(change.in, words)}`,
      };
    }
    case 'moved':
      return { sign: '>', text: `${words.thing.item} ${change.name}: ${change.was} → ${change.now}` };
    case 'reordered':
      return { sign: '~', text: `${words.order[change.of]}${placeText(change.in, words)}` };
    default:
      return never(change);
  }
};

export const settingName = (of: Setting, lang: Lang): string => all[lang].setting[of];
