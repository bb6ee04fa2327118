import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../core/text-width.ts';
import type { Lang } from '../../words/lang.ts';
import { draw } from '../testing/draw.tsx';
import { Confirm } from './confirm.tsx';
import { Frame, useBody } from './frame.tsx';
import type { KeyTable } from './keys.ts';
import { List } from './list.tsx';
import { Panel, panelInner } from './panel.tsx';
import { useUi } from './ui-context.ts';
import { useList } from './use-list.ts';

const names: Readonly<Record<Lang, readonly string[]>> = {
  ko: ['김치찌개', '된장찌개', '계란말이'],
  en: ['Kimchi stew', 'Soybean stew', 'Rolled omelette'],
};
const labels = {
  ko: { title: '한끼 김치찌개', panel: '메뉴', add: '담기', cancel: '주문 취소', why: '이미 조리를 시작했어요', ask: '정말 비울까요?' },
  en: { title: 'Hankki', panel: 'Menu', add: 'add', cancel: 'cancel the order', why: 'cooking has begun', ask: 'Empty it?' },
};

const Menu = ({ onAdd = () => undefined }: { readonly onAdd?: (id: string | undefined) => void }) => {
  const { lang } = useUi();
  const words = labels[lang];
  const body = useBody();
  const inner = panelInner(body.columns, body.rows);
  const list = useList({ items: names[lang].map((name) => ({ id: name, name })), height: inner.rows });
  const [asked, setAsked] = useState(false);
  const keys: KeyTable = [
    ...list.keys,
    { keys: ['enter'], label: words.add, run: () => onAdd(list.selected?.id), cli: 'baedal cart add 1' },
    { keys: ['x'], label: words.cancel, disabled: words.why, run: () => onAdd('never') },
    { keys: ['e'], label: words.cancel, hidden: true, run: () => setAsked(true) },
  ];
  const over = asked && (
    <Confirm title={words.cancel} text={words.ask} yes={words.cancel} onYes={() => onAdd('emptied')} onNo={() => setAsked(false)} />
  );
  return (
    <Frame title={words.title} right="2 · 23,500" keys={keys} over={over} status="#1042">
      <Panel title={words.panel} note="3" width={body.columns} height={body.rows} focused>
        <List
          list={list}
          width={inner.columns}
          row={(item) => [
            { text: item.name, grow: true },
            { text: '9,000', width: 8, align: 'right' },
          ]}
        />
      </Panel>
    </Frame>
  );
};

const sizes = [
  [80, 24],
  [120, 40],
  [60, 20],
  [40, 12],
] as const;

describe.each(['ko', 'en'] as const)('in %s', (lang) => {
  test.each(sizes)('the frame fills %i×%i, and nothing is wider or higher', async (columns, rows) => {
    const at = await draw(<Menu />, { lang, columns, rows });
    const lines = at.lines();
    expect(lines[0]).toContain(labels[lang].title);
    expect(lines[0]?.trimEnd()).toMatch(/23,500$/);
    expect(lines[1]).toMatch(/^╭─▌\S+ ─+ 3 ─╮$/);
    expect(textWidth(lines[1] ?? '')).toBe(columns);
    expect(lines[2]).toMatch(/^│ ▌\S.* 9,000 {2}│$/);
    expect(lines[rows - 3]).toMatch(/^╰─+╯$/);
    expect(lines[rows - 1]).toMatch(/Enter/);
    expect(lines[rows - 1]?.trimEnd()).toMatch(/\? (도움말|help)$/);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  });
});

test('below 40×12 one calm line says what is needed, and the status stays', async () => {
  const at = await draw(<Menu />, { columns: 39, rows: 20 });
  expect(at.screen()).toBe('#1042\n창을 40×12 이상으로 키워 주세요.\n지금 39×20');
  await at.resize({ columns: 80, rows: 24 });
  expect(at.screen()).toContain('╭─▌메뉴');
  await at.resize({ columns: 8, rows: 2 });
  expect(at.lines()).toHaveLength(2);
});

test('a key that cannot be used says why; the word goes when the next one comes', async () => {
  const added: (string | undefined)[] = [];
  const at = await draw(<Menu onAdd={(id) => added.push(id)} />);
  await at.press('x');
  expect(at.lines()[22]?.trimEnd()).toBe(' ⚠ 이미 조리를 시작했어요');
  await at.press('down', 'enter');
  expect(added).toEqual(['된장찌개']);
});

test('? shows every key, those without a place in the footer too, and the command that does the same', async () => {
  const at = await draw(<Menu />);
  await at.press('?');
  expect(at.screen()).toContain('쓸 수 있는 키');
  expect(at.screen()).toContain('Enter');
  expect(at.screen()).toContain('명령으로는: baedal cart add 1');
  expect(at.screen()).toContain('이미 조리를 시작했어요');
  expect(at.lines()[23]).toContain('Esc 닫기');
  await at.press('x', 'esc');
  expect(at.screen()).not.toContain('쓸 수 있는 키');
  expect(at.lines()[23]).toContain('Enter 담기');
});

test('a question stands over the middle, its keys are the only ones, and beneath it nothing is coloured', async () => {
  const done: (string | undefined)[] = [];
  const at = await draw(<Menu onAdd={(id) => done.push(id)} />, { colors: 3 });
  await at.press('e');
  const lines = at.lines();
  const question = lines.findIndex((line) => line.includes('정말 비울까요?'));
  expect(question).toBeGreaterThan(6);
  expect(question).toBeLessThan(14);
  expect(lines[23]?.trimEnd()).toBe(' Enter 주문 취소  Esc 아니요');
  await at.press('x', 'q');
  expect(done).toEqual([]);
  await at.press('e', 'y');
  expect(done).toEqual(['emptied']);
});

test('plain signs only, where there are no others', async () => {
  const at = await draw(<Menu />, { glyphs: 'ascii', lang: 'en' });
  await at.press('x', '?');
  expect(at.screen()).toMatch(/^[\x20-\x7e\n]*$/);
  expect(at.screen()).toContain('+->Menu');
});

test('a screen reader is told the words without the boxes', async () => {
  const at = await draw(<Menu />, { screenReader: true, lang: 'en' });
  const screen = at.screen();
  expect(screen).toContain('Menu, 3');
  expect(screen).toMatch(/^listbox: option: \(selected\) Kimchi stew 9,000\noption: Soybean stew 9,000$/m);
  expect(screen).not.toMatch(/[╭│╰]/);
});
