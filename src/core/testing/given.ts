import type { Recorded } from '../events.ts';
import { gatherFacts } from '../facts.ts';
import type { Plan, Work } from '../handle.ts';
import { eventId, type Instant, type StreamId } from '../kinds.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import type { Result } from '../result.ts';
import { defaultSettings } from '../settings.ts';
import { after, type Fact, order } from './story.ts';

/** Told events as a store would give them back. */
export const recorded = (facts: readonly Fact[]): readonly Recorded[] => {
  const heads = new Map<StreamId, number>();
  return facts.map(({ stream, at, event }, index) => {
    const version = (heads.get(stream) ?? 0) + 1;
    heads.set(stream, version);
    const envelope = { id: eventId(stream, version), schema: 1, stream, version, at, order, position: index + 1 };
    return { ...event, ...envelope, causation: 'cmd_told', actor: { role: 'system', id: 'story' } } satisfies Recorded;
  });
};

const reader = (facts: readonly Fact[]) => {
  const events = recorded(facts);
  return { load: async (stream: StreamId) => events.filter((event) => event.stream === stream), document: async () => undefined };
};

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const differ = (what: string, expected: unknown, actual: unknown): void => {
  const show = (side: unknown) => JSON.stringify(side, sorted, 2) ?? 'undefined';
  // The runner draws the difference of these two fields.
  if (show(expected) !== show(actual)) throw Object.assign(new Error(what), { expected: show(expected), actual: show(actual) });
};

type Decided = Result<Plan<unknown>, Refusal>;
const written = (decided: Decided): unknown =>
  decided.ok ? decided.value.append.flatMap(({ stream, events }) => events.map((event) => ({ stream, event }))) : decided.error;

/** How it ended, in a word: the events, `·` for nothing changed, `no` for a wrong state, else the code; `throws` for a broken world. */
export const cellOf = (decided: Decided): string => {
  if (!decided.ok) return decided.error.code === 'INVALID_TRANSITION' ? 'no' : decided.error.code;
  const types = decided.value.append.flatMap(({ events }) => events.map(({ type }) => type));
  return types.length === 0 ? '·' : types.join(' ');
};

export type Then = {
  /** Exactly these events, on these streams. */
  readonly then: (...expected: readonly Fact[]) => Promise<void>;
  /** Refused, with at least this detail. */
  readonly refused: (code: RefusalCode, detail?: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Accepted, and nothing changes. */
  readonly nothing: () => Promise<void>;
  readonly cell: () => Promise<string>;
};
export type Given = { readonly at: (ms: number) => Given; readonly when: (work: Work<unknown>) => Then };

const stage = (facts: readonly Fact[], now: Instant): Given => ({
  at: (ms) => stage(facts, after(ms)),
  when: (work) => {
    const decide = (): Promise<Decided> => work(gatherFacts(reader(facts)), now, defaultSettings);
    return {
      // biome-ignore lint/suspicious/noThenProperty: the third beat of a test; it is never awaited by itself.
      then: async (...expected) =>
        differ(
          'other events than these',
          expected.map(({ stream, event }) => ({ stream, event })),
          written(await decide()),
        ),
      refused: async (code, detail = {}) => {
        const decided = await decide();
        if (decided.ok) differ('it was not refused', { code, ...detail }, written(decided));
        else differ('another refusal', { ...decided.error, code, ...detail }, decided.error);
      },
      nothing: async () => differ('something changed', [], written(await decide())),
      cell: () => decide().then(cellOf, () => 'throws'),
    };
  },
});

/** What has happened so far; the clock stands at the last of it until it is moved. */
export const given = (...facts: readonly Fact[]): Given =>
  stage(
    facts,
    facts.reduce((last, { at }) => (at > last ? at : last), after(0)),
  );

/** A table in a test: `| state | accept | cook |`, one row a state. */
export const table = (text: string): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return Object.fromEntries(
    rows.map(([name = '', ...cells]) => [name, Object.fromEntries(cells.map((cell, at) => [head[at + 1] ?? '?', cell]))]),
  );
};

/** Every command on every state: what really happens, in the shape of `table`. */
export const matrix = async (
  states: Readonly<Record<string, Given>>,
  commands: Readonly<Record<string, Work<unknown>>>,
): Promise<ReturnType<typeof table>> => {
  const rows = Object.entries(states).map(async ([state, from]) => {
    const cells = Object.entries(commands).map(async ([name, work]) => [name, await from.when(work).cell()] as const);
    return [state, Object.fromEntries(await Promise.all(cells))] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
};
