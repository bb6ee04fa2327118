import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OrderStatus } from '../../src/core/views/order-view.ts';
import type { Pty } from '../../src/tui/testing/pty.ts';
import { openHouse, owner, rider, text } from '../cli/house.ts';
import { seed, sit } from './sit.ts';

// Two screens of one shop, the customer's screen and the command line, each a process of its own: whoever looks from one to the next must
// never see two truths. One house for all stories, as starting five programs takes longer than a story.
const house = openHouse();
let [counter, wall, customer]: Pty[] = [];
let daemon: ChildProcess;

beforeAll(async () => {
  await seed(house);
  daemon = house.start(['daemon']);
  counter = sit(house, ['owner', 'shop_hanki', '--screen', 'counter']);
  wall = sit(house, ['owner', 'shop_hanki', '--screen', 'wall'], { columns: 160, rows: 50, lang: 'en' });
  await Promise.all([counter.until(/주방 0건/), wall.until(/ 0 in the kitchen/)]);
});
afterAll(async () => {
  for (const screen of [counter, wall]) {
    screen?.send('ctrl-c');
    await screen?.ended;
  }
  daemon.kill('SIGTERM');
  house.close();
});
afterEach(async () => {
  // The place of an order that somebody else took away is kept until the cursor leaves its column.
  for (const screen of [counter, wall]) for (const key of ['4', '1']) screen?.send(key);
  customer?.send('ctrl-c');
  await customer?.ended;
});

/** What each of the four says of a state: the counter and the command line in Korean, the wall and the customer in English. */
const words: Readonly<Record<OrderStatus, readonly [ko: string, en: string, customer: string]>> = {
  placed: ['접수 대기', 'waiting for the shop', 'The shop is looking at your order.'],
  accepted: ['접수됨', 'accepted', 'The shop has accepted your order'],
  cooking: ['조리 중', 'cooking', 'Your food is being cooked.'],
  cooked: ['조리 완료', 'cooked', 'Your food is ready.'],
  delivering: ['배달 중', 'on its way', 'The rider is on the way to you.'],
  delivered: ['배달 완료', 'delivered', 'It has arrived.'],
  canceled: ['취소됨', 'canceled', 'This order was canceled.'],
  rejected: ['거절됨', 'rejected', 'The shop could not take this order.'],
  expired: ['미접수 취소', 'not accepted in time', 'The shop did not answer in time'],
  'delivery-failed': ['배달 실패', 'delivery failed', 'It could not be delivered.'],
};
const columns = [
  ['신규', 'New'],
  ['접수', 'Accepted'],
  ['조리', 'Cooking'],
  ['완성', 'Ready'],
] as const;
const columnAt: Partial<Record<OrderStatus, 0 | 1 | 2 | 3>> = { placed: 0, accepted: 1, cooking: 2, cooked: 3 };
const alarms = { 'stop-cooking': ['조리 중지', 'STOP COOKING'], 'delivery-failed': ['배달 실패', 'DELIVERY FAILED'] } as const;

const anyAlarm = /⚠ (?:조리 중지|배달 실패|STOP COOKING|DELIVERY FAILED) #/;

type Screens = { readonly counter: Pty; readonly wall: Pty; readonly customer: Pty };
type Deed = (order: string, screens: Screens) => unknown;
type Says = {
  readonly status: OrderStatus;
  readonly alarm?: keyof typeof alarms;
  /** What else stands there: on the counter, on the wall, before the customer. */
  readonly also?: Readonly<Partial<Record<keyof Screens, RegExp>>>;
  /** Said by all four: when it will be ready. */
  readonly isPromised?: boolean;
};
type Step = readonly [what: string, deed: Deed, says: Says];

const short = (order: string): string => `#${order.slice(-4).toUpperCase()}`;
const cli = (...args: readonly string[]) => house.json(args);
const kitchen =
  (verb: string, ...more: readonly string[]): Deed =>
  (order) =>
    cli('kitchen', verb, order, ...more, ...owner);
const ride =
  (verb: string, ...more: readonly string[]): Deed =>
  (order) =>
    cli('rider', verb, order, ...more, ...rider);
const keys =
  (at: keyof Screens, ...all: readonly string[]): Deed =>
  (_order, screens) => {
    for (const key of all) screens[at].send(key);
  };
/** An alarm is bumped away once it has stood long enough to be read, so the key is pressed until it is gone. */
const bump =
  (at: 'counter' | 'wall'): Deed =>
  async (_order, screens) => {
    const pressing = setInterval(() => screens[at].send('b'), 250);
    await screens[at].until((screen) => !anyAlarm.test(screen)).finally(() => clearInterval(pressing));
  };

/** On the board of a shop: in its column, under its word; else nowhere, and no count says otherwise. */
const boardSays = async (pty: Pty, lang: 0 | 1, order: string, { status, alarm }: Says) => {
  const at = columnAt[status];
  const alarmed = alarm && new RegExp(`⚠ ${alarms[alarm][lang]} ${short(order)}`);
  if (alarmed) return pty.until(alarmed);
  const counted = columns.map((names, column) => `${column + 1} ${names[lang]} ${column === at ? 1 : 0}`);
  await pty.until((screen) => counted.every((count) => screen.includes(count)) && !anyAlarm.test(screen));
  if (at === undefined) return;
  pty.send(String(at + 1));
  await pty.until(
    (screen) => screen.includes(`╭─ ${short(order)} · ${words[status][lang]} `) && new RegExp(`▌[ ●]${short(order)}`).test(screen),
  );
};

const promiseIn = async (order: string): Promise<string> => {
  const { out } = await house.run(['status', order], { lang: 'ko' });
  return /조리 예정 +(\d\d:\d\d)/.exec(out)?.[1] ?? expect.fail(`no promise in ${out}`);
};

const agree = async (order: string, says: Says, screens: Screens) => {
  await Promise.all([
    boardSays(screens.counter, 0, order, says),
    boardSays(screens.wall, 1, order, says),
    screens.customer.until((screen) => screen.includes(order) && screen.includes(words[says.status][2])),
  ]);
  for (const [at, shows] of Object.entries(says.also ?? {})) await screens[at as keyof Screens].until(shows);
  const { out } = await house.run(['status', order], { lang: 'ko' });
  expect(out).toMatch(new RegExp(`상태 +${words[says.status][0]}`));
  if (!says.isPromised) return;
  const clock = await promiseIn(order);
  await screens.counter.until(new RegExp(`${clock}까지`));
  await screens.wall.until(new RegExp(`by ${clock}`));
  await screens.customer.until(new RegExp(`ready about ${clock}`));
};

const called = { counter: /라이더 기다리는 중/, wall: /waiting for a rider/ } as const;
const accepted: Step = ['accepted at the counter', keys('counter', ' '), { status: 'accepted', isPromised: true, also: called }];
const cooking: Step = ['started at the wall', keys('wall', ' '), { status: 'cooking', isPromised: true }];
const finished: Step = [
  'finished at the wall',
  keys('wall', ' '),
  { status: 'cooked', also: { ...called, customer: /Looking for a rider/ } },
];
const claimed: Step = [
  'claimed by a rider',
  ride('claim'),
  { status: 'cooked', also: { counter: /오는 중/, wall: /coming/, customer: /on the way to the shop/ } },
];
const picked: Step = ['picked up', ride('pick'), { status: 'delivering' }];

const stories: readonly (readonly [name: string, steps: readonly Step[]])[] = [
  [
    'is cooked, delayed, recalled and brought',
    [
      accepted,
      cooking,
      [
        'one dish marked from the command line',
        kitchen('mark', '1'),
        { status: 'cooking', also: { counter: /✓김치찌개×2/, wall: /✓ ×2 김치찌개/ } },
      ],
      ['delayed at the counter', keys('counter', 'd', '2'), { status: 'cooking', isPromised: true }],
      finished,
      ['recalled at the counter', keys('counter', 'R'), { status: 'cooking', isPromised: true }],
      finished,
      claimed,
      picked,
      ['delivered', ride('deliver'), { status: 'delivered' }],
    ],
  ],
  ['is canceled while it waits', [['canceled by the customer', keys('customer', 'x', 'enter'), { status: 'canceled' }]]],
  [
    'is canceled after it was accepted',
    [
      accepted,
      ['canceled by the customer', keys('customer', 'x', 'enter'), { status: 'canceled', alarm: 'stop-cooking' }],
      ['bumped away at the counter', bump('counter'), { status: 'canceled' }],
    ],
  ],
  [
    'cannot be delivered',
    [
      accepted,
      cooking,
      finished,
      claimed,
      picked,
      ['failed at the door', ride('fail', '--reason', 'customer-absent'), { status: 'delivery-failed', alarm: 'delivery-failed' }],
      ['bumped away at the wall', bump('wall'), { status: 'delivery-failed' }],
    ],
  ],
  // Not at the wall: right behind an alarm that was bumped away there, its Enter would be taken for a second stroke on it.
  ['is turned down, as a dish ran out', [['rejected at the counter', keys('counter', 'r', '1', '3', 'enter'), { status: 'rejected' }]]],
];

describe('two screens of the shop, the customer and the command line agree when an order', () => {
  test.each(stories)('%s', async (_name, steps) => {
    const placed = await cli(
      ...['order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', '--item', 'egg-roll', '--address', '서울 마포구 와우산로 94'],
    );
    const order = text(placed, 'order');
    customer = sit(house, [], { columns: 100, rows: 30, lang: 'en' });
    if (!counter || !wall) throw new Error('no screen is open');
    const screens = { counter, wall, customer };
    await customer.until(/t look/);
    customer.send('t');
    await agree(order, { status: 'placed' }, screens);
    for (const [, deed, says] of steps) {
      await deed(order, screens);
      await agree(order, says, screens);
    }
  });

  test('and what ran out is sold out for everybody', async () => {
    const { out } = await house.run(['menu', 'shop_hanki'], { lang: 'ko' });
    expect(out).toMatch(/계란말이.*품절/);
  });
});
