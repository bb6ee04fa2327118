import type { App } from '../../core/app.ts';
import type { ConsumerName } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import type { Cursor } from '../../core/use-cases/cursors.ts';
import { type Page, when } from '../../words/page.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { isoOrNull } from '../iso.ts';
import { readConsumer, readPosition } from '../read-consumer.ts';
import { wrongUsage } from '../stop.ts';
import { table } from '../table.ts';
import type { Line } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const cursorJson = ({ consumer, position, movedAt }: Cursor) => ({ consumer, position, movedAt: isoOrNull(movedAt) });

const rowsOf = (cursors: readonly Cursor[], page: Page): readonly Line[] =>
  table(
    cursors.map(({ consumer, position, movedAt }) => [consumer, String(position), movedAt === undefined ? '' : when(page, movedAt)]),
    page.width,
    [1],
  );

const list = async (app: App, call: Call): Promise<Answered> => {
  const cursors = await app.listCursors();
  if (!cursors.ok) return cursors;
  const none =
    call.lang === 'ko'
      ? '아직 읽은 프로그램이 없어요: baedal events --ack <consumer>'
      : 'No program has read yet: baedal events --ack <consumer>';
  return answer({
    json: cursors.value.map(cursorJson),
    text: () => rowsOf(cursors.value, call.page()),
    advice: cursors.value.length > 0 ? [] : [none],
  });
};

/** Whoever sets it by hand means it: what another program does at this moment is overtaken. */
const setTo = async (app: App, consumer: ConsumerName, position: number): Promise<Result<Cursor, Refusal>> => {
  for (;;) {
    const found = await app.findCursor(consumer);
    if (!found.ok) return found;
    const moved = await app.moveCursor(found.value, position);
    if (moved !== 'moved') return moved;
  }
};

const run = async (call: Call): Promise<Answered> => {
  const [name] = call.args;
  const text = call.values.text('set');
  const position = text === undefined ? undefined : readPosition(text, '--set');
  const consumer = name === undefined ? undefined : readConsumer(name, 'consumer');
  if (consumer === undefined && position !== undefined) {
    throw wrongUsage({
      ko: '누구의 위치인지 적으세요: events cursor <consumer> --set <n>',
      en: 'say whose: events cursor <consumer> --set <n>',
    });
  }
  const house = await call.house();
  const app = house.as(operatorOr(call));
  if (consumer === undefined) return list(app, call);
  const cursor = position === undefined ? await app.findCursor(consumer) : await setTo(app, consumer, position);
  if (!cursor.ok) return cursor;
  return answer({ json: cursorJson(cursor.value), text: () => [String(cursor.value.position)] });
};

export const cursor: Verb = {
  usage: 'cursor [consumer]',
  about: {
    ko: '프로그램이 어디까지 읽었는지 (events --ack); --set으로 옮기기',
    en: 'how far a program has read (events --ack); --set moves it',
  },
  options: [
    {
      flags: '--set <n>',
      about: { ko: '이 위치까지 읽은 것으로 (0: 처음부터)', en: 'as if it had read up to here (0: from the beginning)' },
    },
  ],
  examples: ['events cursor', 'events cursor mailer', 'events cursor mailer --set 0'],
  json: '{consumer,position,movedAt}|[{consumer,position,movedAt}]',
  needs: 'operate',
  run,
};
