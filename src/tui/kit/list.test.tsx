import { useState } from 'react';
import { expect, test } from 'vitest';
import { draw } from '../testing/draw.tsx';
import { Frame, useBody } from './frame.tsx';
import { List } from './list.tsx';
import { useList } from './use-list.ts';

type Dish = { readonly id: string; readonly name: string; readonly selectable?: boolean };
const dishes = (count: number): readonly Dish[] => Array.from({ length: count }, (_, at) => ({ id: `d${at}`, name: `요리 ${at}` }));

type Props = {
  readonly items: readonly Dish[];
  readonly onRow?: () => void;
  readonly hold?: (set: (items: readonly Dish[]) => void) => void;
};

const Menu = ({ items: first, onRow, hold }: Props) => {
  const body = useBody();
  const [items, set] = useState(first);
  hold?.(set);
  const list = useList({ items, height: body.rows });
  return (
    <Frame title={list.selected?.name ?? 'none'} keys={list.keys}>
      <List
        list={list}
        width={body.columns}
        row={(dish, { selected }) => {
          onRow?.();
          return [{ text: dish.name, grow: true }, { text: selected ? '고름' : '' }];
        }}
      />
    </Frame>
  );
};

const windowRows = 21;

test('of a thousand dishes only those in the window are drawn, and a step costs few bytes', async () => {
  let rows = 0;
  const at = await draw(<Menu items={dishes(1000)} onRow={() => (rows += 1)} />, { colors: 3 });
  expect(rows).toBe(windowRows);
  await at.press('down');
  const before = at.bytes();
  await at.press('down');
  expect(at.bytes() - before).toBeLessThan(600);
  expect(rows).toBe(3 * windowRows);
});

test('arrows, letters, pages, ends and digits move, in Korean too', async () => {
  const at = await draw(<Menu items={dishes(1000)} />);
  const goes = async (key: string, to: number) => {
    await at.press(key);
    expect(at.lines()[0]).toContain(`요리 ${to} `.trimEnd());
  };
  await goes('j', 1);
  await goes('ㅓ', 2);
  await goes('up', 1);
  await goes('k', 0);
  await goes('G', 999);
  await goes('3', 981);
  await goes('home', 0);
  await goes('page-down', 20);
  await goes('page-up', 0);
  await goes('jjj', 3);
});

test('the sign at the edge says where one is, and rests at the ends only there', async () => {
  const at = await draw(<Menu items={dishes(1000)} />);
  const edge = () =>
    at
      .lines()
      .slice(1, 1 + windowRows)
      .map((line) => line.at(-1))
      .join('');
  expect(edge()).toBe(`█${'│'.repeat(20)}`);
  await at.press('page-down', 'down', 'down');
  expect(edge()).toBe(`│█${'│'.repeat(19)}`);
  await at.press('end');
  expect(edge()).toBe(`${'│'.repeat(20)}█`);
  await at.press('up');
  expect(edge()).toBe(`${'│'.repeat(20)}█`);
});

test('a ticket that comes from elsewhere moves nothing under the cursor', async () => {
  let set: (items: readonly Dish[]) => void = () => undefined;
  const at = await draw(<Menu items={dishes(50)} hold={(given) => (set = given)} />);
  await at.press('page-down', 'page-down', 'up', 'up');
  const row = at.lines().findIndex((line) => line.startsWith('▌'));
  expect(at.lines()[row]).toContain('요리 38');
  const more = Array.from({ length: 5 }, (_, at) => ({ id: `n${at}`, name: `새 주문 ${at}` }));
  set([...more, ...dishes(50)]);
  await at.settle();
  expect(at.lines()[row]).toMatch(/^▌요리 38/);
  set([...more, ...dishes(50)].filter(({ id }) => id !== 'd38'));
  await at.settle();
  expect(at.lines()[row]).toMatch(/^▌요리 39/);
});

test('headings and what is sold out are shown and passed over', async () => {
  const items = [
    { id: 'h', name: '찌개', selectable: false },
    ...dishes(2),
    { id: 's', name: '품절', selectable: false },
    { id: 'z', name: '끝' },
  ];
  const at = await draw(<Menu items={items} />);
  expect(at.lines()[2]).toMatch(/^▌요리 0/);
  await at.press('down', 'down');
  expect(at.lines()[5]).toMatch(/^▌끝/);
  await at.press('1');
  expect(at.lines()[2]).toMatch(/^▌요리 0/);
});

test('nothing in it is nothing selected, and no key breaks it', async () => {
  const at = await draw(<Menu items={[]} />);
  await at.press('down', 'up', 'end', '1', 'page-down');
  expect(at.lines()[0]).toContain('none');
});
