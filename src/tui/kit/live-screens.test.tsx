import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { type Instant, instant } from '../../core/kinds.ts';
import { draw } from '../testing/draw.tsx';
import { Countdown } from './countdown.tsx';
import { Frame } from './frame.tsx';
import { keptSlot } from './kept.ts';
import { TextLine } from './line.tsx';
import { answerOf } from './live.ts';
import { Loaded } from './loaded.tsx';
import { useSay } from './message-line.tsx';
import { createNotices } from './notices.ts';
import { type Edit, editOf } from './text-edit.ts';
import { TextField } from './text-field.tsx';
import { useKept, useKeptPlaces } from './use-kept.ts';
import { useLive } from './use-live.ts';
import { useMinute } from './use-time.ts';

/** Timers that can be turned on by hand, and go on by themselves otherwise: Ink draws by them. */
const turnable = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });

afterEach(() => {
  vi.useRealTimers();
});

/** A feed that is rung by hand. */
const bell = () => {
  const listeners = new Set<() => void>();
  return {
    ring: () => {
      for (const listen of listeners) listen();
    },
    subscribe: (listen: () => void) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    listeners,
  };
};

type Board = {
  readonly feed: ReturnType<typeof bell>;
  readonly query: (shop: string) => Promise<readonly string[]>;
  readonly onDraw?: () => void;
};

const Orders = ({ feed, query, onDraw }: Board) => {
  const [shop, setShop] = useState('a');
  const live = useLive({ key: shop, query: () => query(shop), subscribe: feed.subscribe });
  onDraw?.();
  const orders = answerOf(live);
  return (
    <Frame title={`shop ${shop} ${live.state}`} keys={[{ keys: ['n'], label: 'next', run: () => setShop('b') }]}>
      <Loaded live={live} width={60} empty={orders?.length === 0 ? '아직 주문이 없어요. Enter로 가게를 골라 보세요.' : undefined}>
        {orders?.map((order) => (
          <TextLine key={order} text={order} width={20} />
        ))}
      </Loaded>
    </Frame>
  );
};

test('a change elsewhere is on the screen, an equal answer draws nothing', async () => {
  const feed = bell();
  let orders: readonly string[] = [];
  let drawn = 0;
  const at = await draw(<Orders feed={feed} query={async () => orders} onDraw={() => (drawn += 1)} />);
  await at.until(/아직 주문이 없어요/);
  orders = ['#1042'];
  feed.ring();
  await at.until(/#1042/);
  const before = drawn;
  feed.ring();
  feed.ring();
  await at.settle();
  expect(drawn).toBe(before);
  await at.unmount();
  expect(feed.listeners.size).toBe(0);
});

test('an answer to the last question is not shown under the next one', async () => {
  const feed = bell();
  const answers: ((orders: readonly string[]) => void)[] = [];
  const at = await draw(<Orders feed={feed} query={() => new Promise((answer) => answers.push(answer))} />);
  await at.press('n');
  answers[0]?.(['of shop a']);
  await at.settle();
  expect(at.screen()).toContain('shop b loading');
  expect(at.screen()).not.toContain('of shop a');
  answers[1]?.(['of shop b']);
  await at.until(/of shop b/);
});

test('a question that fails is told with a number, and the old answer stays where there was one', async () => {
  const feed = bell();
  const errors: unknown[] = [];
  let fails = true;
  const query = () => (fails ? Promise.reject(new Error('SQLITE_BUSY at /secret/path')) : Promise.resolve(['#1']));
  const at = await draw(<Orders feed={feed} query={query} />, { onReport: (error) => errors.push(error) });
  await at.until(/지금은 읽을 수 없어요.*inc_1/);
  expect(at.screen()).not.toContain('secret');
  fails = false;
  feed.ring();
  await at.until(/#1/);
  fails = true;
  feed.ring();
  await at.until(/stale/);
  expect(at.screen()).toContain('#1');
  expect(errors).toHaveLength(2);
});

const evening = Date.UTC(2026, 10, 22, 10, 40);

const Held = ({ until, onDraw }: { readonly until: Instant; readonly onDraw: () => void }) => {
  onDraw();
  return (
    <Frame title="held" keys={[]}>
      <Countdown until={until} width={20} />
    </Frame>
  );
};

test('a countdown draws itself again when its words change, and nothing around it', async () => {
  turnable();
  let now = evening;
  let drawn = 0;
  const at = await draw(<Held until={instant(evening + 200_000)} onDraw={() => (drawn += 1)} />, { now: () => instant(now) });
  const pass = async (ms: number) => {
    now += ms;
    vi.advanceTimersByTime(ms);
    await at.settle();
    return at.lines()[1]?.trimEnd();
  };
  expect(at.lines()[1]?.trimEnd()).toBe('4분 남음');
  expect(await pass(19_000)).toBe('4분 남음');
  expect(await pass(1_010)).toBe('3분 남음');
  const bytes = at.bytes();
  expect(await pass(60_000)).toBe('2:00');
  expect(at.bytes() - bytes).toBeLessThan(120);
  expect(await pass(1_000)).toBe('1:59');
  expect(await pass(118_500)).toBe('0:01');
  expect(await pass(1_000)).toBe('시간이 지났어요');
  const still = at.bytes();
  expect(await pass(3_600_000)).toBe('시간이 지났어요');
  expect(at.bytes()).toBe(still);
  expect(drawn).toBe(1);
});

const Clock = () => <TextLine text={new Date(useMinute()).toISOString().slice(11, 19)} width={20} />;

test('a clock is drawn again at the full minute', async () => {
  turnable();
  let now = evening + 42_000;
  const at = await draw(<Clock />, { now: () => instant(now) });
  expect(at.screen()).toBe('10:40:42');
  now += 18_002;
  vi.advanceTimersByTime(18_002);
  await at.settle();
  expect(at.screen()).toBe('10:41:00');
});

const note = keptSlot<Edit>();
const NoteScreen = () => {
  const [edit, onEdit] = useKept(note, 'cart', () => editOf(''));
  return <TextField edit={edit} onEdit={onEdit} width={20} />;
};
const Places = () => {
  const [at, go] = useState<'cart' | 'shops'>('cart');
  const kept = useKeptPlaces();
  const forget = () => {
    kept.forget('cart');
    go('shops');
  };
  return (
    <Frame
      title={at}
      keys={[
        { keys: ['esc'], label: 'go', run: () => go(at === 'cart' ? 'shops' : 'cart') },
        { keys: ['tab'], label: 'forget', run: forget },
      ]}
    >
      {at === 'cart' && <NoteScreen />}
    </Frame>
  );
};

test('what was typed is there on return, the caret where it was, until the place starts anew', async () => {
  const at = await draw(<Places />);
  await at.press('문 앞에', 'left', 'esc');
  expect(at.screen()).not.toContain('문 앞에');
  await at.press('esc', '쪽');
  expect(at.lines()[1]?.trimEnd()).toBe('문 앞쪽에');
  await at.press('tab', 'esc');
  expect(at.screen()).not.toContain('문 앞');
});

const Fragile = ({ isBroken }: { readonly isBroken: () => boolean }) => {
  if (isBroken()) throw new Error('card 1234 at /secret');
  return <TextLine text="whole" width={20} />;
};

test('a screen that cannot be drawn becomes a calm one, with a number and a way back', async () => {
  const errors: unknown[] = [];
  let isBroken = true;
  const at = await draw(<Fragile isBroken={() => isBroken} />, { onReport: (error) => errors.push(error) });
  expect(at.screen()).toContain('화면에 문제가 생겼어요');
  expect(at.screen()).toContain('inc_1');
  expect(at.screen()).not.toMatch(/1234|secret/);
  await at.press('enter');
  expect(at.screen()).toContain('inc_1');
  isBroken = false;
  await at.press('enter');
  expect(at.screen()).toBe('whole');
  expect(errors).toHaveLength(2);
});

const Says = () => {
  const say = useSay();
  return (
    <Frame
      title="t"
      standing={{ text: '배달 중 · 7분 남음', tone: 'info' }}
      keys={[
        { keys: ['a'], label: 'a', run: () => say('담았어요', 'good') },
        { keys: ['b'], label: 'b', run: () => say('결제하지 못했어요', 'bad') },
      ]}
    >
      {null}
    </Frame>
  );
};

test('a word in passing stands over the standing one for a while; bad news stays longer', async () => {
  turnable();
  const at = await draw(<Says />);
  const said = () => at.lines()[22]?.trim();
  expect(said()).toBe('· 배달 중 · 7분 남음');
  await at.press('a');
  expect(said()).toBe('✓ 담았어요');
  vi.advanceTimersByTime(5_000);
  await at.settle();
  expect(said()).toBe('· 배달 중 · 7분 남음');
  await at.press('b');
  vi.advanceTimersByTime(14_000);
  await at.settle();
  expect(said()).toBe('✗ 결제하지 못했어요');
});

test('a new word has its full time, whatever was said before', () => {
  const waits: { run: () => void; on: boolean }[] = [];
  const notices = createNotices((run) => {
    const one = { run, on: true };
    waits.push(one);
    return () => {
      one.on = false;
    };
  });
  notices.say('one');
  notices.say('two', 'warn');
  expect(waits.map(({ on }) => on)).toEqual([false, true]);
  expect(notices.current()).toEqual({ text: 'two', tone: 'warn' });
  waits[1]?.run();
  expect(notices.current()).toBeUndefined();
  notices.clear();
  expect(notices.current()).toBeUndefined();
});
