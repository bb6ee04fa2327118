import type { App } from '../../core/app.ts';
import type { OrderId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import type { OrderView } from '../../core/views/order-view.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { exits } from '../exit.ts';
import { readCode, readId } from '../parse.ts';
import { readLength } from '../read-length.ts';
import { shapes } from '../shapes.ts';
import { answerOrder } from '../show/answer-order.ts';
import { shortStatus } from '../show/short-status.ts';
import { statusText } from '../show/status-text.ts';
import { zoneOf } from '../show/zones.ts';
import { Stop } from '../stop.ts';
import { type Line, writeLines } from '../terminal.ts';
import type { Answered, Verb } from '../verb.ts';
import type { Step } from '../watch-order.ts';

const linesOf = (view: OrderView, call: Call, zone: string): readonly Line[] => {
  const page = call.page(zone);
  return call.values.flag('short') ? [shortStatus(view, page)] : statusText(view, page);
};

const nothingComes = (): Stop =>
  new Stop('NOT_FOUND', exits.notFound, {
    ko: '진행 중인 주문이 없어요. 지난 주문: baedal orders',
    en: 'No order is on its way. Earlier ones: baedal orders',
  });

/** Enough to say that there are more. */
const most = 10;

const activeOrders = async (app: App): Promise<Result<readonly OrderView[], Refusal>> => {
  const active = await app.listOrders(true, most);
  return active.ok ? ok(active.value) : active;
};

const short = async (app: App, call: Call, order: OrderId | undefined): Promise<Answered> => {
  const found = order === undefined ? await activeOrders(app) : await app.orderStatus(order);
  if (!found.ok) return found;
  const [view, ...others] = 'order' in found.value ? [found.value] : found.value;
  // A prompt says nothing when there is nothing to say.
  if (view) writeLines([shortStatus(view, call.page(await zoneOf(app, view.shop)), others.length)]);
  return 'told';
};

const newest = async (app: App): Promise<Result<OrderId, Refusal>> => {
  const active = await activeOrders(app);
  if (!active.ok) return active;
  const [view] = active.value;
  if (view) return ok(view.order);
  throw nothingComes();
};

const untils: readonly Exclude<Step, 'placed'>[] = ['accepted', 'cooking', 'cooked', 'delivering', 'delivered'];

const waitOf = ({ values }: Call) => {
  const [until, timeout] = [values.text('until'), values.text('timeout')];
  if (until === undefined && timeout === undefined && !values.flag('watch')) return undefined;
  const parse = (text: string) => untils.find((step) => step === text.toLowerCase());
  return {
    ...(until !== undefined && { until: readCode(until, '--until', parse, untils) }),
    ...(timeout !== undefined && { timeoutMs: readLength(timeout, '--timeout') }),
  };
};

const run = async (call: Call): Promise<Answered> => {
  const given = call.args[0];
  const asked = given === undefined ? undefined : readId('order', given);
  const wait = waitOf(call);
  const house = await call.house();
  const app = house.as(customerOr(call));
  if (!wait && call.values.flag('short') && !call.json) return short(app, call, asked);
  const order = asked === undefined ? await newest(app) : ok(asked);
  if (!order.ok) return order;
  if (!wait) return answerOrder(await app.orderStatus(order.value), app, call);
  const { watchOrder } = await import('../watch-order.ts');
  return watchOrder(order.value, { app, house, call, linesOf, ...wait });
};

export const status: Verb = {
  usage: 'status [order]',
  about: {
    ko: '주문이 지금 어떤지 (기본: 진행 중인 것 중 가장 새것)',
    en: 'show how an order is now (by default the newest one on its way)',
  },
  options: [
    {
      flags: '--watch',
      about: {
        ko: '끝날 때까지 바뀔 때마다. 배달되지 못하고 끝나면 종료 코드 5',
        en: 'again at every change, until it is over; exit code 5 if it ended undelivered',
      },
    },
    {
      flags: '--until <step>',
      about: { ko: `여기까지만 기다리기: ${untils.join(', ')}`, en: `wait only until it is ${untils.join(', ')}` },
      values: untils,
    },
    {
      flags: '--timeout <length>',
      about: { ko: '이보다 오래는 안 기다리기: 30s, 10m, 2h (종료 코드 9)', en: 'wait no longer than 30s, 10m, 2h (exit code 9)' },
    },
    {
      flags: '--short',
      about: {
        ko: '프롬프트용 한 줄. 진행 중인 주문이 없으면 아무것도 없음',
        en: 'one short line, for a prompt; nothing if nothing is on its way',
      },
    },
  ],
  examples: [
    'status ord_7k2m9p4qrs',
    'status ord_7k2m9p4qrs --watch',
    'status ord_7k2m9p4qrs --until delivering --timeout 45m',
    'status --short',
    'status ord_7k2m9p4qrs --json',
  ],
  json: shapes.status,
  needs: 'see-order',
  run,
};
