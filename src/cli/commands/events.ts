import type { App } from '../../core/app.ts';
import type { EventType } from '../../core/events.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import { en } from '../../words/en.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { cloudEvent } from '../cloud-event.ts';
import { readId, readWhole } from '../parse.ts';
import type { Place, Pouring } from '../pour-events.ts';
import { readConsumer, readPosition } from '../read-consumer.ts';
import { shapes } from '../shapes.ts';
import { wrongInput, wrongUsage } from '../stop.ts';
import { writeJson } from '../terminal.ts';
import type { Answered, Verb } from '../verb.ts';
import { cursor } from './events-cursor.ts';

const isType = (text: string): text is EventType => Object.hasOwn(en.event, text);
const all = Object.keys(en.event).filter(isType);

const typeNamed = (text: string): EventType => {
  const found = all.find((type) => type.toLowerCase() === text.trim().toLowerCase());
  if (found) return found;
  throw wrongInput('--type', {
    ko: `'${text}' 대신 이 중에서 고르세요: ${all.join(', ')}`,
    en: `choose of ${all.join(', ')}, not '${text}'`,
  });
};

const triesWhenOnce = 5;

/** Everything that the options say, looked at before anything is opened. */
const askedOf = ({ values }: Call) => {
  const [after, ack, order, type, exec, tries] = ['after', 'ack', 'order', 'type', 'exec', 'tries'].map((name) => values.text(name));
  if (after !== undefined && ack !== undefined) {
    throw wrongUsage({
      ko: '--after, --ack 중 하나만 쓰세요 (위치 옮기기: baedal events cursor <consumer> --set <n>)',
      en: 'either --after or --ack (to move it: baedal events cursor <consumer> --set <n>)',
    });
  }
  if (tries !== undefined && exec === undefined)
    throw wrongUsage({ ko: '--tries 옵션은 --exec 옵션과 함께 쓰세요', en: '--tries goes with --exec' });
  if (exec?.trim() === '') throw wrongInput('--exec', { ko: '명령이 비어 있어요', en: 'the command is missing' });
  const isFollowing = values.flag('follow');
  return {
    isFollowing,
    after: readPosition(after ?? '0', '--after'),
    exec,
    ...(ack !== undefined && { consumer: readConsumer(ack, '--ack') }),
    ...(order !== undefined && { order: readId('order', order, '--order') }),
    ...(type !== undefined && { types: new Set(type.split(',').map(typeNamed)) }),
    ...(tries === undefined ? !isFollowing && { tries: triesWhenOnce } : { tries: readWhole(tries, '--tries', 1, 1000) }),
  };
};
type Asked = ReturnType<typeof askedOf>;

const placeOf = async (app: App, { consumer, after }: Asked): Promise<Result<Place, Refusal>> => {
  if (consumer === undefined) return ok({ after });
  const found = await app.findCursor(consumer);
  return found.ok ? ok({ after: found.value.position, cursor: found.value }) : found;
};

const toStdout: Pick<Pouring, 'deliver' | 'keeps'> = {
  keeps: 'page',
  deliver: async (event) => {
    writeJson(cloudEvent(event));
    return true;
  },
};

/** A command that is under way is waited for when we are told to stop: what it did must be kept. */
const toCommand = async (command: string, { tries }: Asked, call: Call, file: string, stop: AbortController) => {
  const { runHook } = await import('../hook.ts');
  const enough = () => stop.abort();
  process.once('SIGINT', enough).once('SIGTERM', enough);
  const hook = {
    command,
    env: { ...call.env, BAEDAL_DB: file },
    lang: call.lang,
    enough: stop.signal,
    ...(tries !== undefined && { tries }),
  };
  return { keeps: 'event', deliver: (event) => runHook(hook, event) } satisfies Pick<Pouring, 'deliver' | 'keeps'>;
};

const run = async (call: Call): Promise<Answered> => {
  const asked = askedOf(call);
  const { order, types, exec } = asked;
  const house = await call.house();
  const app = house.as(operatorOr(call));
  const stop = new AbortController();
  const way = exec === undefined ? toStdout : await toCommand(exec, asked, call, house.file, stop);
  const { pour } = await import('../pour-events.ts');
  const pouring = { app, ...way, ...(order && { order }), ...(types && { types }) };
  let place = await placeOf(app, asked);
  if (!asked.isFollowing && place.ok) place = await pour(pouring, place.value);
  if (!asked.isFollowing || !place.ok) return place.ok ? 'told' : place;
  const { changesOf } = await import('../changes.ts');
  for await (const _change of changesOf(house, stop.signal)) {
    place = await pour(pouring, place.value);
    if (!place.ok) return place;
  }
  return 'told';
};

export const events: Verb = {
  usage: 'events',
  about: { ko: '기록된 모든 일, CloudEvents 1.0 JSON으로 한 줄씩', en: 'everything recorded, as CloudEvents 1.0 JSON, one a line' },
  options: [
    { flags: '--after <n>', about: { ko: '이 위치 다음부터', en: 'only those behind this position' } },
    { flags: '--order <order>', about: { ko: '이 주문의 것만', en: 'only those of this order' } },
    {
      flags: '--type <types>',
      about: { ko: '이런 것만: 쉼표로 나눈 이름', en: 'only these: names with commas' },
      values: all,
    },
    { flags: '--follow', about: { ko: '새것도 계속', en: 'go on with new ones' } },
    {
      flags: '--ack <consumer>',
      about: {
        ko: '이 이름으로 읽은 다음부터, 읽은 데까지 기억',
        en: 'behind what was read under this name; what is read now is kept, too',
      },
    },
    {
      flags: '--exec <command>',
      about: {
        ko: '하나마다 셸 명령 실행, 표준 입력으로 JSON 전달. 0으로 끝날 때까지 다시',
        en: 'run a shell command for each, with its JSON on stdin, again until it exits with 0',
      },
    },
    {
      flags: '--tries <n>',
      about: { ko: '--exec 명령을 몇 번까지 (기본 5, --follow에서는 끝없이)', en: 'how often at most (5, with --follow for ever)' },
    },
  ],
  examples: [
    'events',
    'events --order ord_7k2m9p4qrs',
    'events --after 120 --follow',
    'events --follow --ack printer --type OrderPlaced --exec "jq -r .order | lp"',
  ],
  json: shapes.event,
  needs: 'operate',
  run,
  verbs: [cursor],
};
