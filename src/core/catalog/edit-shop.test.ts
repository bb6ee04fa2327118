import { describe, expect, test } from 'vitest';
import { sampleShops } from '../../samples/shops.ts';
import { wordsOf } from '../../words/page.ts';
import { refusalText } from '../../words/problem.ts';
import type { ChoiceId, ItemId, OptionGroupId } from '../kinds.ts';
import { instant } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { addChoice, editChoice, editGroup, moveChoice, removeChoice } from './edit-choice.ts';
import { addItem, editItem, moveItem, removeItem } from './edit-item.ts';
import type { Shop } from './shop.ts';
import { shopChanges } from './shop-changes.ts';

const [hanki, chicken] = sampleShops();
if (!hanki || !chicken) throw new Error('no sample');
const item = (id: string) => id as ItemId;
const choice = (id: string) => id as ChoiceId;
const group = (id: string) => id as OptionGroupId;
const last = { position: { at: 'last' } } as const;

const page = { lang: 'en', words: wordsOf('en'), now: instant(0), zone: 'Asia/Seoul', width: 80 } as const;
const said = (edited: Result<Shop, Refusal>): string => (edited.ok ? 'fine' : refusalText(edited.error, page));
const changed = (edited: Result<Shop, Refusal>, before: Shop = hanki) => {
  if (!edited.ok) throw new Error(said(edited));
  return shopChanges(before, edited.value);
};
const menuOf = (edited: Result<Shop, Refusal>): string =>
  edited.ok ? edited.value.menu.map(({ name, items }) => `${name}: ${items.map(({ id }) => id).join(' ')}`).join(' | ') : said(edited);

describe('an item', () => {
  test('is added with its options, in a category that there is or that is new', () => {
    expect(changed(addItem(hanki, item('noodles'), { name: '라면', price: 5000, about: '파 송송', options: ['spice'] }, last))).toEqual([
      { change: 'added', of: 'item', id: 'noodles', name: '라면', price: 5000, in: ['음료'] },
    ]);
    const first = addItem(hanki, item('noodles'), { name: '라면', price: 5000 }, { category: '찌개', position: { at: 'first' } });
    expect(menuOf(first)).toMatch(/^찌개: noodles kimchi-jjigae/);
    expect(menuOf(addItem(hanki, item('noodles'), { name: '라면', price: 5000 }, { category: '면', ...last }))).toMatch(
      /음료: cola sikhye \| 면: noodles$/,
    );
    const beside = addItem(hanki, item('noodles'), { name: '라면', price: 5000 }, { position: { at: 'after', id: 'rice' } });
    expect(menuOf(beside)).toContain('곁들임: egg-roll kimchi-pancake seaweed rice noodles');
  });

  test('is refused with what is wrong, by the name of the field', () => {
    expect(said(addItem(hanki, item('rice'), { name: '밥', price: 1000 }, last))).toBe(
      'id is in use already; choose another one with --id. Nothing was changed',
    );
    expect(said(addItem(hanki, item('x'), { name: ' ', price: 1 }, last))).toBe('name must not be empty. Nothing was changed');
    expect(said(addItem(hanki, item('x'), { name: 'X', price: -1 }, last))).toMatch(/^price must be whole won/);
    expect(said(addItem(hanki, item('x'), { name: 'X', price: 1, options: ['lava'] }, last))).toBe(
      'There is no such option group: lava. Check its id or name',
    );
    expect(said(addItem(hanki, item('x'), { name: 'X', price: 1 }, { position: { at: 'before', id: 'pizza' } }))).toMatch(
      'no such item: pizza',
    );
    expect(said(addItem({ ...hanki, menu: [] }, item('x'), { name: 'X', price: 1 }, last))).toMatch('category must not be empty');
  });

  test('is changed field by field; marks of sold-out things stay', () => {
    const edited = editItem(hanki, item('soy-crab'), { price: 25_000, about: null, options: [] });
    expect(changed(edited)).toEqual([
      { change: 'edited', of: 'item', id: 'soy-crab', name: '간장게장 정식', field: 'price', was: 23_000, now: 25_000 },
      { change: 'edited', of: 'item', id: 'soy-crab', name: '간장게장 정식', field: 'about', was: '연평도 암꽃게 두 마리', now: null },
      { change: 'removed', of: 'group', id: 'rice-kind', name: '밥 선택', in: ['soy-crab'] },
    ]);
    expect(edited.ok && edited.value.menu[1]?.items[2]?.soldOutUntil).toBeDefined();
    expect(said(editItem(hanki, item('pizza'), { price: 1 }))).toMatch('no such item');
  });

  test('moves inside its category, and to another', () => {
    expect(menuOf(moveItem(hanki, item('rice'), { position: { at: 'first' } }))).toContain('곁들임: rice egg-roll');
    expect(menuOf(moveItem(hanki, item('rice'), { category: '찌개', ...last }))).toContain('soft-tofu rice |');
    expect(menuOf(moveItem(hanki, item('rice'), { position: { at: 'before', id: 'cola' } }))).toContain('음료: rice cola sikhye');
    expect(said(moveItem(hanki, item('rice'), { position: { at: 'after', id: 'rice' } }))).toMatch('no such item: rice');
    expect(said(moveItem(hanki, item('pizza'), last))).toMatch('no such item: pizza');
  });

  test('that was the last of its category takes it along', () => {
    const one: Shop = { ...hanki, menu: hanki.menu.map((category) => ({ ...category, items: category.items.slice(0, 1) })) };
    expect(menuOf(removeItem(one, item('cola')))).toBe('찌개: kimchi-jjigae | 볶음·구이: pork-stirfry | 곁들임: egg-roll');
    expect(menuOf(moveItem(one, item('cola'), { category: '찌개', ...last }))).toBe(
      '찌개: kimchi-jjigae cola | 볶음·구이: pork-stirfry | 곁들임: egg-roll',
    );
    expect(moveItem(one, item('cola'), last)).toEqual({ ok: true, value: one });
    expect(said(removeItem(hanki, item('pizza')))).toMatch('no such item');
  });
});

describe('a choice', () => {
  const ramen = {
    group: group('toppings'),
    choice: { id: choice('rice-cake'), name: '떡사리', price: 1000 },
    position: { at: 'last' },
  } as const;

  test('is added wherever its group is offered, or to one dish', () => {
    expect(changed(addChoice(hanki, ramen, {}))).toEqual([
      {
        change: 'added',
        of: 'choice',
        id: 'rice-cake',
        name: '떡사리',
        price: 1000,
        in: ['kimchi-jjigae', 'doenjang-jjigae', 'budae-jjigae'],
      },
    ]);
    expect(changed(addChoice(hanki, ramen, { item: item('budae-jjigae') }))).toMatchObject([{ in: ['budae-jjigae'] }]);
    expect(said(addChoice(hanki, { ...ramen, group: group('lava') }, {}))).toMatch('no such option group: lava');
    expect(said(addChoice(hanki, ramen, { item: item('pizza') }))).toMatch('no such item: pizza');
    expect(said(addChoice(hanki, { ...ramen, position: { at: 'after', id: 'lava' } }, {}))).toMatch('no such choice: lava');
    expect(said(addChoice(hanki, { ...ramen, choice: { ...ramen.choice, id: choice('tofu') } }, {}))).toMatch('in use already');
    expect(said(addChoice(hanki, { ...ramen, choice: { ...ramen.choice, id: choice('rice') } }, {}))).toMatch('in use already');
  });

  test('may begin a new group', () => {
    const wish = { ...ramen, group: group('size'), create: { name: '양', min: 1, max: 1 } } as const;
    expect(changed(addChoice(hanki, wish, { item: item('rice') }))).toEqual([
      { change: 'added', of: 'group', id: 'size', name: '양', in: ['rice'] },
    ]);
    expect(said(addChoice(hanki, { ...wish, create: { name: '양', min: 1, max: 2 } }, { item: item('rice') }))).toMatch(/^choose must be/);
  });

  test('changes its name and price wherever it is offered', () => {
    expect(changed(editChoice(hanki, choice('spam'), { price: 2500, name: '스팸 두 장' }, {}))).toMatchObject([
      { field: 'name', now: '스팸 두 장', in: ['kimchi-jjigae', 'doenjang-jjigae', 'budae-jjigae'] },
      { field: 'price', was: 2000, now: 2500 },
    ]);
    expect(said(editChoice(hanki, choice('lava'), { price: 1 }, {}))).toMatch('no such choice');
    expect(said(editChoice(hanki, choice('spam'), { price: 1 }, { item: item('rice') }))).toMatch('no such choice');
  });

  test('moves in its group', () => {
    const moved = moveChoice(hanki, choice('hot'), { at: 'before', id: 'mild' }, {});
    expect(moved.ok && moved.value.menu[0]?.items[0]?.options[0]?.choices.map(({ id }) => id)).toEqual(['hot', 'mild', 'normal']);
    expect(said(moveChoice(hanki, choice('hot'), { at: 'before', id: 'spam' }, {}))).toMatch('no such choice: spam');
  });

  test('that goes leaves fewer to choose of, never too few, and its group goes with the last one', () => {
    const fewer = removeChoice(hanki, choice('spam'), {});
    const one = fewer.ok ? removeChoice(fewer.value, choice('tofu'), {}) : fewer;
    expect(one.ok && one.value.menu[0]?.items[0]?.options[1]).toMatchObject({ min: 0, max: 3, choices: { length: 3 } });
    expect(
      said(removeChoice({ ...chicken, menu: [{ name: '치킨', items: chicken.menu[0]?.items ?? [] }] }, choice('half-fried'), {})),
    ).toBe('fine');
    const two = editGroup(hanki, group('rice-kind'), { min: 2, max: 2 }, {});
    expect(said(two.ok ? removeChoice(two.value, choice('black-rice'), {}) : two)).toMatch(/^choose must be a whole number from 0 to 1/);
    const gone = removeChoice(hanki, choice('white-rice'), {});
    expect(changed(gone.ok ? removeChoice(gone.value, choice('black-rice'), {}) : gone)).toMatchObject([
      { change: 'removed', of: 'group', id: 'rice-kind' },
    ]);
  });

  test('is one of so many, as its group says', () => {
    expect(changed(editGroup(hanki, group('toppings'), { min: 1, max: 2, name: '사리' }, {}))).toMatchObject([
      { field: 'name', now: '사리' },
      { field: 'choose', was: '0-4', now: '1-2' },
    ]);
    expect(said(editGroup(hanki, group('toppings'), { min: 0, max: 9 }, {}))).toMatch(/^choose must be a whole number from 1 to 5/);
    expect(said(editGroup(hanki, group('lava'), { max: 9 }, {}))).toMatch('no such option group');
  });
});
