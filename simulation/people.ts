import type { Actor } from '../src/core/events.ts';
import type { Answer } from '../src/core/invariants/evidence.ts';
import type { OrderId, PaymentId } from '../src/core/kinds.ts';
import type { Refusal } from '../src/core/refusal.ts';
import type { Result } from '../src/core/result.ts';
import type { AppDeps } from '../src/core/use-cases/deps.ts';
import type { OrderView } from '../src/core/views/order-view.ts';
import type { Chance } from './chance.ts';
import { type App, type Outcome, runCommand } from './program.ts';
import { type World, waitFor } from './world.ts';

/** Somebody with a terminal. */
export type Person = { readonly actor: Actor; readonly name: string; readonly chance: Chance; commands: number };

export const give = <T>(world: World, person: Person, use: (app: App, deps: AppDeps) => Promise<Result<T, Refusal>>): Promise<Outcome<T>> =>
  runCommand(world, `${person.name}${++person.commands}`, person.actor, use);

type About = Pick<Answer, 'order' | 'payment' | 'key' | 'body' | 'began'>;
const timeOf = (refusal: Refusal) => (refusal.code === 'TOO_LATE_COOK_STARTED' ? { at: refusal.startedAt } : {});

/** Remembers outside the program what somebody was told. */
export const remember = (
  world: World,
  { actor }: Person,
  asked: Answer['asked'],
  outcome: Outcome<{ readonly view?: OrderView; readonly payment?: PaymentId } | OrderView>,
  known: About,
): void => {
  const about = { ...known, heard: world.answers.length };
  if (outcome.kind === 'died' || outcome.kind === 'busy') {
    // Whoever presses the same key again must not get a second order for what they never heard of.
    if (asked === 'place') world.answers.push({ ...about, by: actor, asked, told: 'nothing' });
    return;
  }
  if (outcome.kind === 'threw') {
    world.answers.push({ ...about, by: actor, asked, told: `threw: ${String(outcome.error)}` });
    return;
  }
  if (outcome.kind === 'refused') {
    const payment = 'payment' in outcome.refusal ? { payment: outcome.refusal.payment as PaymentId } : {};
    world.answers.push({ ...about, ...payment, ...timeOf(outcome.refusal), by: actor, asked, told: outcome.refusal.code });
    return;
  }
  const view = 'ordering' in outcome.value ? outcome.value : outcome.value.view;
  world.answers.push({ ...about, ...(view && { view, order: view.order }), by: actor, asked, told: 'ok' });
};

type Asked = Exclude<Answer['asked'], 'place' | 'pay'>;

/** A command about an order, repeated while it died or the file was busy: all of them are safe to repeat. */
export const insist = async (
  world: World,
  person: Person,
  asked: Asked,
  order: OrderId,
  use: (app: App) => Promise<Result<OrderView, Refusal>>,
): Promise<Outcome<OrderView>> => {
  for (let attempt = 1; ; attempt++) {
    const began = world.answers.length;
    const outcome = await give(world, person, use);
    remember(world, person, asked, outcome, { order, began });
    const isKnown = outcome.kind !== 'died' && outcome.kind !== 'busy';
    const isOver = isKnown && !(outcome.kind === 'refused' && outcome.refusal.code === 'BUSY');
    if (isOver || attempt >= 5) return outcome;
    await waitFor(world, person.chance.between(500, 10_000));
  }
};
