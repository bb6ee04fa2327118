import type { App } from '../../core/app.ts';
import type { Pending } from '../../core/ports.ts';
import type { Page } from '../../words/page.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { iso } from '../iso.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { pairs, table } from '../table.ts';
import type { Line } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

type State = Extract<Awaited<ReturnType<App['outboxState']>>, { readonly ok: true }>['value'];

const parkedJson = ({ partition, consumer, event, attempt, error }: Pending) => ({
  order: event.order ?? null,
  consumer,
  event: event.id,
  attempts: attempt,
  error: error ?? null,
  type: event.type,
  partition,
});

const stateJson = ({ pending, scheduled, oldestAgeMs, parked, daemons }: State) => ({
  pending,
  oldestAgeMs,
  parked: parked.map(parkedJson),
  scheduled,
  daemons: daemons.map(({ id, pid, startedAt, beatAt, consumers }) => ({
    id,
    pid,
    startedAt: iso(startedAt),
    beatAt: iso(beatAt),
    consumers,
  })),
});

const stateText = (state: State, page: Page): readonly Line[] => {
  const { label } = page.words;
  return [
    ...pairs(
      [
        [label.pending, { text: String(state.pending), tone: state.pending > 0 ? 'warn' : 'good' }],
        [label.oldest, `${Math.round(state.oldestAgeMs / 1000)} s`],
        [label.scheduled, String(state.scheduled)],
        [label.daemons, state.daemons.length === 0 ? label.none : state.daemons.map(({ pid }) => `pid ${pid}`).join(', ')],
        [label.parked, { text: String(state.parked.length), tone: state.parked.length > 0 ? 'bad' : 'good' }],
      ],
      page.width,
    ),
    ...table(
      state.parked.map(({ event, partition, consumer, attempt, error }) => [
        `  ${event.order ?? partition}`,
        consumer,
        page.words.event[event.type],
        `${label.attempts} ${attempt}`,
        { text: error ?? '', tone: 'bad' },
      ]),
      page.width,
    ),
  ];
};

const adviceFor = ({ pending, parked, daemons }: State, call: Call): readonly string[] => {
  const isKorean = call.lang === 'ko';
  if (parked.length > 0)
    return [isKorean ? '멈춘 일 다시 하기: baedal outbox redrive' : 'Let what is parked run again: baedal outbox redrive'];
  if (pending > 0 && daemons.length === 0) return [isKorean ? '데몬 켜기: baedal daemon' : 'Start the daemon: baedal daemon'];
  return [];
};

const show = async (call: Call): Promise<Answered> => {
  const house = await call.house();
  const state = await house.as(operatorOr(call)).outboxState();
  if (!state.ok) return state;
  return answer({ json: stateJson(state.value), text: () => stateText(state.value, call.page()), advice: adviceFor(state.value, call) });
};

const redrive = async (call: Call): Promise<Answered> => {
  const text = call.args[0];
  const order = text === undefined ? undefined : readId('order', text);
  const house = await call.house();
  const app = house.as(operatorOr(call));
  const freed = await app.redrive(order);
  if (!freed.ok) return freed;
  const state = await app.outboxState();
  if (!state.ok) return state;
  return answer({
    json: { redriven: freed.value, ...stateJson(state.value) },
    text: () => stateText(state.value, call.page()),
    advice: [call.lang === 'ko' ? `다시 하게 된 일: ${freed.value}` : `Let run again: ${freed.value}`],
  });
};

export const outbox: Verb = {
  usage: 'outbox',
  about: { ko: '밀린 일과 멈춘 일', en: 'work that waits, and work that is parked' },
  examples: ['outbox', 'outbox redrive', 'outbox redrive ord_7k2m9p4qrs'],
  json: shapes.outbox,
  needs: 'operate',
  run: show,
  verbs: [
    {
      usage: 'redrive [order]',
      about: { ko: '멈춘 일을 다시 하게 (주문 하나 또는 모두)', en: 'let parked work run again, of one order or all' },
      examples: ['outbox redrive', 'outbox redrive ord_7k2m9p4qrs'],
      json: `{redriven,...${shapes.outbox}}`,
      needs: 'operate',
      run: redrive,
    },
  ],
};
