import { Profiler, useState } from 'react';
import { expect, test } from 'vitest';
import { draw } from '../testing/draw.tsx';
import { Frame } from './frame.tsx';
import { glyphSets } from './glyphs.ts';
import { fitBar } from './key-bar.tsx';
import { bindingKeys } from './key-names.ts';
import type { Binding, KeyName } from './keys.ts';
import { useKeys } from './use-keys.tsx';

const { unicode, ascii } = glyphSets;
const binding = (key: KeyName, label: string): Binding => ({ keys: [key], label, run: () => undefined });
const table = [binding('enter', '담기'), binding('c', '장바구니'), binding('o', '주문'), binding('q', '종료'), binding('?', '도움말')];

test('what has no room is left out at the end, and ? keeps its place', () => {
  const labels = (width: number) => fitBar(table, width, unicode).map(({ label }) => label);
  expect(labels(80)).toEqual(['담기', '장바구니', '주문', '종료', '도움말']);
  expect(labels(40)).toEqual(['담기', '장바구니', '도움말']);
  expect(labels(10)).toEqual(['도움말']);
});

test('keys are called as people call them', () => {
  const called = (keys: readonly KeyName[], show?: readonly KeyName[]) =>
    bindingKeys({ ...binding('a', ''), keys, ...(show && { show }) }, unicode);
  expect(called(['up', 'k'], ['up', 'down'])).toBe('↑↓');
  expect(called(['enter'], ['enter', 'space'])).toBe('Enter/Space');
  expect(called(['ctrl-s'])).toBe('Ctrl+S');
  expect(called(['shift-left'])).toBe('Shift+←');
  expect(called(['1', '2'], ['1', '-', '4'])).toBe('1-4');
  expect(bindingKeys({ ...binding('up', ''), show: ['up', 'down'] }, ascii)).toBe('Up/Down');
});

const Pane = () => {
  useKeys([binding('+', '더하기')], { at: 'pane' });
  return null;
};
const Shops = () => {
  const [place, go] = useState<'shops' | 'menu'>('shops');
  if (place === 'menu') return <Menu />;
  return (
    <Frame title="shops" keys={[{ ...binding('enter', '가게 열기'), run: () => go('menu') }]}>
      {null}
    </Frame>
  );
};
const Menu = () => (
  <Frame title="menu" keys={[binding('enter', '담기')]}>
    <Pane />
  </Frame>
);

test('the footer is of the screen that is seen, with the keys of what has the focus first', async () => {
  const at = await draw(<Shops />);
  expect(at.lines()[23]?.trimEnd()).toBe(' Enter 가게 열기  ? 도움말');
  await at.press('enter');
  expect(at.lines()[23]?.trimEnd()).toBe(' + 더하기  Enter 담기  ? 도움말');
});

const Tickets = () => {
  const [at, setAt] = useState(1);
  const next: Binding = { ...binding('down', '다음'), run: () => setAt(at + 1), cli: `baedal kitchen accept ${at}` };
  return (
    <Frame title={`#${at}`} keys={[next]}>
      {null}
    </Frame>
  );
};

test('a step that leaves the footer as it is is drawn once', async () => {
  let commits = 0;
  const at = await draw(
    <Profiler id="tickets" onRender={() => (commits += 1)}>
      <Tickets />
    </Profiler>,
  );
  commits = 0;
  await at.press('down', 'down', 'down');
  expect(at.screen()).toContain('#4');
  expect(commits).toBe(3);
});
