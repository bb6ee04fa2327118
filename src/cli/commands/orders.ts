import { statusOf } from '../../core/views/order-view.ts';
import { when, wonText } from '../../words/page.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { readWhole } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { statusJson } from '../show/order-json.ts';
import { moneySpan, statusSpan } from '../show/status-text.ts';
import { table } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const run = async (call: Call): Promise<Answered> => {
  const limit = readWhole(call.values.text('limit') ?? '50', '--limit', 1, 1000);
  const house = await call.house();
  const found = await house.as(customerOr(call)).listOrders(call.values.flag('active'), limit);
  if (!found.ok) return found;
  const page = call.page();
  const rows = () =>
    found.value.map((view) => [
      view.order,
      when(page, view.placedAt),
      statusSpan(view, page),
      statusOf(view) === 'delivered' ? '' : moneySpan(view, page),
      wonText(page, view.total),
      view.shopName,
    ]);
  const isEmpty = found.value.length === 0;
  return answer({
    json: found.value.map(statusJson),
    text: () => table(rows(), page.width, [4]),
    advice: isEmpty
      ? [call.lang === 'ko' ? '주문이 없어요. 상점 보기: baedal shops' : 'There are no orders. See the shops: baedal shops']
      : [],
  });
};

export const orders: Verb = {
  usage: 'orders',
  about: { ko: '내 주문, 새것부터', en: 'your orders, newest first' },
  options: [
    { flags: '--active', about: { ko: '아직 올 음식이나 돈이 있는 것만', en: 'only those with food or money still to come' } },
    { flags: '--limit <n>', about: { ko: '개수 (기본 50)', en: 'how many (50)' } },
  ],
  examples: ['orders', 'orders --active --json'],
  json: `[${shapes.status}]`,
  needs: 'order',
  run,
};
