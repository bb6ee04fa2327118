import type { Recorded } from './events.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { type Because, handle, type Work } from './handle.ts';
import { type Instant, later } from './kinds.ts';
import type { Perform, Tools } from './performers.ts';
import type { Commit, Delivery, Outcome, Reads, Settle } from './ports.ts';
import { never, no } from './result.ts';
import { type Consumer, type Reaction, saga } from './saga.ts';
import { backOff } from './settings.ts';
import { isOfTheStore } from './store-errors.ts';
import { projectBatch } from './views/project-batch.ts';

export type DrainTools = Tools & { readonly reads: Pick<Reads, 'order' | 'payment'>; readonly worker: string };
/** How one claimed event ended. */
export type Drained = {
  readonly consumer: string;
  readonly event: Recorded;
  readonly outcome: Outcome['kind'] | 'lease-lost';
  readonly error?: string;
};

const byName = new Map(saga.map((consumer) => [consumer.name, consumer]));

const settling = (settle: readonly Settle[]): Commit => ({ relies: [], events: [], outbox: [], rows: [], documents: [], settle });

/** What a consumer causes carries the trace of the event, and names it. */
const because = (event: Recorded, worker: string): Because => ({
  actor: { role: 'system', id: worker },
  causation: event.id,
  ...(event.trace && { trace: event.trace }),
});

/** A row whose turn it is, and those of its chain behind it. */
type Turn = { readonly delivery: Delivery; readonly behind: readonly Delivery[] };

/** Whoever must wait holds up those behind: they are given back in the same commit. */
const settlementOf = ({ delivery, behind }: Turn, outcome: Outcome): readonly Settle[] => [
  { delivery, outcome },
  ...(outcome.kind === 'done' ? [] : behind.map((waiting): Settle => ({ delivery: waiting, outcome: { kind: 'release' } }))),
];

type Ended = Outcome | 'lease-lost';

const settle = async (turn: Turn, outcome: Outcome, tools: DrainTools): Promise<Ended> =>
  (await tools.store.commit(settling(settlementOf(turn, outcome)))) === 'done' ? outcome : 'lease-lost';

/** Effect and settlement in one commit; a refusal means that there is nothing to do any more, or not yet. */
const finish = async (
  turn: Turn,
  work: Parameters<typeof handle>[2] | undefined,
  outcome: Outcome,
  refused: (code: string) => Outcome,
  tools: DrainTools,
  before?: Facts,
): Promise<Ended> => {
  if (!work) return settle(turn, outcome, tools);
  const handled = await handle(tools, because(turn.delivery.event, tools.worker), work, settlementOf(turn, outcome), before);
  if (handled === 'lease-lost') return 'lease-lost';
  return handled.ok ? outcome : settle(turn, refused(handled.error.code), tools);
};

const retry = (times: number, error: string, { env, settings }: DrainTools) => ({
  kind: 'again' as const,
  at: later(env.now(), backOff(settings.reactRetryMs, settings.lookUpMaxMs, times)),
  error,
});

/** A clock that was put back after the claim must not let a deadline pass unheard: a decision of too early is none. */
const notBefore =
  (dueAt: Instant, work: Work<unknown>): Work<unknown> =>
  async (facts, now, settings) =>
    now < dueAt ? no({ code: 'BUSY' }) : work(facts, now, settings);

const react = (turn: Turn, { work, again }: Reaction, dueAt: Instant | undefined, tools: DrainTools) => {
  const outcome: Outcome = again === undefined ? { kind: 'done' } : { kind: 'again', at: again };
  const refused = (code: string): Outcome => {
    if (code !== 'BUSY') return { kind: 'done' };
    // Another writer kept winning, or it is too early: that is no answer, the event is looked at again.
    return dueAt !== undefined && tools.env.now() < dueAt ? { kind: 'again', at: dueAt } : retry(turn.delivery.attempt, code, tools);
  };
  return finish(turn, work && dueAt !== undefined ? notBefore(dueAt, work) : work, outcome, refused, tools);
};

const perform = async (turn: Turn, run: Perform, tools: DrainTools): Promise<Ended> => {
  const { delivery } = turn;
  const facts = gatherFacts(tools.store);
  const { work, again, park } = await run(delivery.event, delivery.attempt, tools, facts);
  if (park !== undefined) return settle(turn, { kind: 'park', error: park }, tools);
  const outcome: Outcome = again ? { kind: 'again', ...again } : { kind: 'done' };
  return finish(turn, work, outcome, (code) => retry(delivery.attempt, code, tools), tools, facts);
};

const runOne = (turn: Turn, { name, how, due }: Consumer, tools: DrainTools): Promise<Ended> => {
  const { event } = turn.delivery;
  switch (how.kind) {
    case 'react':
      return react(turn, how.run(event, tools.env.now()), due?.(event, tools.settings), tools);
    case 'perform':
      return perform(turn, how.run, tools);
    case 'project':
      throw new Error(`${name} is projected in batches`);
    default:
      return never(how);
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A bug or a broken neighbour: later, and after too often never again by itself. Only this order waits for it. */
const failed = (delivery: Delivery, error: unknown, tools: DrainTools): Outcome => {
  const faults = delivery.faults + 1;
  if (faults >= tools.settings.parkAfter) return { kind: 'park', error: messageOf(error) };
  return { ...retry(faults, messageOf(error), tools), fault: true };
};

/** A call that may outlast its lease is not begun: somebody else could be making it by then. */
const isRunningOut = ({ leaseUntil }: Delivery, { env, settings }: DrainTools): boolean =>
  env.now() + settings.gatewayTimeoutMs >= leaseUntil;

const attempt = async (turn: Turn, consumer: Consumer, tools: DrainTools): Promise<Ended> => {
  try {
    return await runOne(turn, consumer, tools);
  } catch (error) {
    if (isOfTheStore(error)) throw error;
    return settle(turn, failed(turn.delivery, error, tools), tools);
  }
};

const drainedOf = ({ consumer, event }: Delivery, outcome: Ended): Drained => {
  if (outcome === 'lease-lost') return { consumer, event, outcome };
  return { consumer, event, outcome: outcome.kind, ...('error' in outcome && outcome.error !== undefined && { error: outcome.error }) };
};

/** In order; when one must wait, or was taken over, so must those behind it: they share its lease and its commit. */
const runChain = async (chain: readonly Delivery[], consumer: Consumer, tools: DrainTools): Promise<readonly Drained[]> => {
  const drained: Drained[] = [];
  for (const [at, delivery] of chain.entries()) {
    const turn: Turn = { delivery, behind: chain.slice(at + 1) };
    const outcome = isRunningOut(delivery, tools) ? await settle(turn, { kind: 'release' }, tools) : await attempt(turn, consumer, tools);
    drained.push(drainedOf(delivery, outcome));
    if (outcome !== 'lease-lost' && outcome.kind === 'done') continue;
    const rest = outcome === 'lease-lost' ? outcome : ({ kind: 'release' } as const);
    return [...drained, ...turn.behind.map((waiting) => drainedOf(waiting, rest))];
  }
  return drained;
};

const chainsOf = (deliveries: readonly Delivery[]): readonly (readonly Delivery[])[] => {
  const chains = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const key = `${delivery.consumer} ${delivery.partition}`;
    const chain = chains.get(key);
    if (chain) chain.push(delivery);
    else chains.set(key, [delivery]);
  }
  return [...chains.values()];
};

/** One pass: claims what is due for these consumers, runs it, settles it. Empty when nothing was due. */
export const drain = async (consumers: readonly string[], limit: number, tools: DrainTools): Promise<readonly Drained[]> => {
  const now = tools.env.now();
  const claimed = await tools.store.claim({ consumers, now, leaseUntil: later(now, tools.settings.leaseMs), limit });
  if (claimed.length === 0) return [];
  const projected = claimed.filter(({ consumer }) => byName.get(consumer)?.how.kind === 'project');
  const acted = claimed.filter(({ consumer }) => byName.get(consumer)?.how.kind !== 'project');
  const runs = chainsOf(acted).map((chain) => {
    const consumer = byName.get(chain[0]?.consumer ?? '');
    if (!consumer) throw new Error(`no such consumer: ${chain[0]?.consumer}`);
    return runChain(chain, consumer, tools);
  });
  const results = await Promise.all([...runs, projectBatch(projected, failed, tools)]);
  return results.flat();
};
