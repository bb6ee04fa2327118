import { useState } from 'react';
import { expect, test } from 'vitest';
import { won } from '../../core/money.ts';
import { draw } from '../testing/draw.tsx';
import { ChoiceList } from './choice-list.tsx';
import { Frame, useBody } from './frame.tsx';
import { glyphSets } from './glyphs.ts';
import { TextLine } from './line.tsx';
import { Paragraph } from './paragraph.tsx';
import { PriceLine, priceWidth } from './price.tsx';
import { Progress } from './progress.tsx';
import { plainRow } from './rows.ts';
import { ScrollView } from './scroll-view.tsx';
import { type Step, StepBar } from './step-bar.tsx';
import { stepped, stepperCells, stepperKeys } from './stepper.ts';
import { Tabs, tabKeys } from './tabs.tsx';
import { type ChoiceGroup, type Chosen, useChoices } from './use-choices.ts';
import { useScroll } from './use-scroll.ts';

const groups: readonly ChoiceGroup[] = [
  {
    id: 'spice',
    title: '맵기',
    min: 1,
    max: 1,
    choices: [
      { id: 'mild', name: '순한맛' },
      { id: 'hot', name: '매운맛' },
    ],
  },
  {
    id: 'extra',
    title: '추가',
    min: 0,
    max: 2,
    choices: [
      { id: 'egg', name: '계란', price: '+1,000원' },
      { id: 'ramen', name: '라면사리', price: '+1,000원' },
      { id: 'tofu', name: '두부', price: '+1,500원' },
      { id: 'ham', name: '햄', disabled: '품절' },
    ],
  },
];

const Options = ({ onChange }: { readonly onChange: (chosen: Chosen) => void }) => {
  const body = useBody();
  const [chosen, set] = useState<Chosen>({});
  const change = (next: Chosen) => {
    set(next);
    onChange(next);
  };
  const choices = useChoices({ groups, chosen, onChange: change, height: body.rows });
  return (
    <Frame title="t" keys={choices.keys}>
      <ChoiceList choices={choices} width={44} />
    </Frame>
  );
};

test('options say how many, show what is chosen by signs, and refuse one too many with a reason', async () => {
  let chosen: Chosen = {};
  const at = await draw(<Options onChange={(next) => (chosen = next)} />);
  const rows = () =>
    at
      .lines()
      .slice(1, 9)
      .map((line) => line.trimEnd());
  expect(rows()).toEqual([
    ' 맵기  1개를 골라 주세요              ⚠ 0/1',
    '▌( ) 순한맛',
    ' ( ) 매운맛',
    ' 추가  안 골라도 돼요 · 최대 2개      ✓ 0/2',
    ' [ ] 계란                          +1,000원',
    ' [ ] 라면사리                      +1,000원',
    ' [ ] 두부                          +1,500원',
    ' [ ] 햄                                품절',
  ]);
  await at.press('space', 'down', ' ', 'down', 'space', 'down', 'space', 'down', 'space');
  expect(rows().slice(0, 7)).toEqual([
    ' 맵기  1개를 골라 주세요              ✓ 1/1',
    ' ( ) 순한맛',
    ' (●) 매운맛',
    ' 추가  안 골라도 돼요 · 최대 2개      ✓ 2/2',
    ' [✓] 계란                          +1,000원',
    ' [✓] 라면사리                      +1,000원',
    '▌[ ] 두부                          +1,500원',
  ]);
  expect(at.lines()[22]).toContain('최대 2개까지 고를 수 있어요');
  expect(chosen).toEqual({ spice: ['hot'], extra: ['egg', 'ramen'] });
});

const steps: readonly Step[] = [
  { state: 'done', label: '접수', time: '12:01' },
  { state: 'done', label: '조리 시작', time: '12:03' },
  { state: 'current', label: '조리중' },
  { state: 'coming', label: '배달' },
  { state: 'coming', label: '완료' },
];

test.each([
  [70, '✓ 접수 12:01   ✓ 조리 시작 12:03   ● 조리중   ○ 배달   ○ 완료'],
  [58, '✓ 접수 12:01  ✓ 조리 시작 12:03  ● 조리중  ○ 배달  ○ 완료'],
  [54, '✓ 접수   ✓ 조리 시작   ● 조리중   ○ 배달   ○ 완료'],
  [30, '● 조리중 · 5단계 중 3단계'],
])('the steps of an order in %i columns', async (width, text) => {
  const at = await draw(<StepBar steps={steps} width={width} />);
  expect(at.lines()[0]?.trimEnd()).toBe(text);
});

const Columns = () => {
  const tabs = ['신규 3', '조리 5', '준비 2', '배달 4'].map((label, at) => ({ id: `c${at}`, label }));
  const [at, set] = useState('c0');
  return (
    <Frame title={at} keys={tabKeys(tabs, at, set, '칸', true)}>
      <Tabs tabs={tabs} at={at} width={26} />
    </Frame>
  );
};

test('tabs go around, digits go straight, and the chosen one is always in sight', async () => {
  const at = await draw(<Columns />);
  expect(at.lines()[1]?.trimEnd()).toMatch(/^\[신규 3\] 조리 5 {2}준비 2/);
  await at.press('shift-tab');
  expect(at.lines()[1]?.trimEnd()).toBe('←  조리 5  준비 2 [배달 4]');
  await at.press('tab', '2');
  expect(at.lines()[0]).toContain('c1');
  expect(at.lines()[1]).toContain('[조리 5]');
});

const Long = () => {
  const scroll = useScroll(5);
  return (
    <Frame title="t" keys={scroll.keys}>
      <ScrollView scroll={scroll} width={20}>
        <Paragraph text={Array.from({ length: 6 }, (_, at) => `첫 줄 ${at}`).join('\n')} width={19} />
        <TextLine text="마지막" width={19} />
      </ScrollView>
    </Frame>
  );
};

const Told = ({ lines }: { readonly lines: number }) => {
  const scroll = useScroll(3, 'end');
  return (
    <Frame title="t" keys={scroll.keys}>
      <ScrollView scroll={scroll} width={20}>
        <Paragraph text={Array.from({ length: lines }, (_, at) => `알림 ${at}`).join('\n')} width={19} />
      </ScrollView>
    </Frame>
  );
};

test('what is read from its end shows the newest, until somebody scrolls up to read', async () => {
  const at = await draw(<Told lines={5} />);
  expect(at.screen()).toContain('알림 4');
  const more = await draw(<Told lines={9} />);
  expect(more.screen()).toContain('알림 8');
  await more.press('up', 'up');
  expect(more.screen()).not.toContain('알림 8');
  await more.press('end');
  expect(more.screen()).toContain('알림 8');
});

test('read aloud, a long text has no window', async () => {
  const at = await draw(<Told lines={9} />, { screenReader: true });
  expect(at.screen()).toContain('알림 0');
  expect(at.screen()).toContain('알림 8');
});

test('a long text is scrolled to its end and no further', async () => {
  const at = await draw(<Long />);
  const rows = () =>
    at
      .lines()
      .slice(1, 7)
      .map((line) => line.trimEnd());
  expect(rows()).toEqual([
    '첫 줄 0            █',
    '첫 줄 1            █',
    '첫 줄 2            █',
    '첫 줄 3            █',
    '첫 줄 4            │',
    '',
  ]);
  await at.press('j', 'down', 'down', 'page-down');
  expect(rows()[0]).toBe('첫 줄 2            │');
  expect(rows()[4]).toBe('마지막             █');
  await at.press('up');
  expect(rows()[0]).toBe('첫 줄 1            │');
  await at.press('end', 'home');
  expect(rows()[0]).toBe('첫 줄 0            █');
});

test('a quantity stays within its bounds, and says at which one it is', () => {
  const bounds = { min: 1, max: 9 };
  const words = { fewer: '빼기', more: '더하기', atLeast: '하나는 있어야 해요', atMost: '9개까지예요' };
  const set: number[] = [];
  const [more, fewer] = stepperKeys(9, bounds, (next) => void set.push(next), words);
  expect([more?.disabled, fewer?.disabled]).toEqual(['9개까지예요', undefined]);
  void fewer?.run({ name: '-', text: '-' });
  expect(set).toEqual([8]);
  expect([stepped(1, -1, bounds), stepped(8, 5, bounds)]).toEqual([1, 9]);
  expect(plainRow(stepperCells(2, bounds), 9)).toBe('-   2  + ');
});

test('amounts stand right-aligned in one column', async () => {
  const bill = (
    <>
      <PriceLine label="김치찌개 ×2" amount={won(18_000)} width={30} />
      <PriceLine label="합계" amount={won(1_021_000)} width={30} />
    </>
  );
  const at = await draw(bill);
  expect(
    at
      .lines()
      .slice(0, 2)
      .map((line) => line.trimEnd()),
  ).toEqual(['김치찌개 ×2           18,000원', '합계               1,021,000원']);
  const english = await draw(bill, { lang: 'en', glyphs: 'ascii' });
  expect(english.lines()[0]).toMatch(/x2 {2,}.18,000$/);
  expect(priceWidth([won(500), won(12_000)], 'ko')).toBe(8);
});

test('progress is a bar and words', async () => {
  const at = await draw(<Progress done={1} of={4} label="결제 확인 중" width={32} />);
  expect(at.lines()[0]?.trimEnd()).toBe(`${'█'.repeat(4)}${'░'.repeat(12)}  결제 확인 중`);
  expect(glyphSets.unicode.full).toBe('█');
});
