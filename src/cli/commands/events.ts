import type { App } from '../../core/app.ts';
import type { OrderId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { cloudEvent } from '../cloud-event.ts';
import { readId, readWhole } from '../parse.ts';
import { writeJson } from '../terminal.ts';
import type { Answered, Verb } from '../verb.ts';

const page = 500;

type Asked = { readonly after: number; readonly order?: OrderId };

/** Writes what there is behind the position, and tells the new one. */
const pour = async (app: App, asked: Asked): Promise<Result<number, Refusal>> => {
  let { after } = asked;
  for (;;) {
    const found = await app.readEvents({ ...asked, after, limit: page });
    if (!found.ok) return found;
    for (const event of found.value) writeJson(cloudEvent(event));
    after = found.value.at(-1)?.position ?? after;
    if (found.value.length < page) return ok(after);
  }
};

const run = async (call: Call): Promise<Answered> => {
  const after = readWhole(call.values.text('after') ?? '0', '--after', 0, 999_999_999_999);
  const orderText = call.values.text('order');
  const only = orderText === undefined ? {} : { order: readId('order', orderText, '--order') };
  const house = await call.house();
  const app = house.as(operatorOr(call));
  let poured = await pour(app, { after, ...only });
  if (!poured.ok) return poured;
  if (!call.values.flag('follow')) return 'told';
  const { changesOf } = await import('../changes.ts');
  for await (const _change of changesOf(house.store)) {
    poured = await pour(app, { after: poured.value, ...only });
    if (!poured.ok) return poured;
  }
  return 'told';
};

export const events: Verb = {
  usage: 'events',
  about: { ko: '기록된 모든 일, CloudEvents 1.0 JSON으로 한 줄씩', en: 'everything recorded, as CloudEvents 1.0 JSON, one a line' },
  options: [
    { flags: '--after <n>', about: { ko: '이 위치 다음부터', en: 'only those behind this position' } },
    { flags: '--order <order>', about: { ko: '이 주문의 것만', en: 'only those of this order' } },
    { flags: '--follow', about: { ko: '새것도 계속', en: 'go on with new ones' } },
  ],
  examples: ['events', 'events --order ord_7k2m9p4qrs', 'events --after 120 --follow'],
  run,
};
