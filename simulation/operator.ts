import * as command from '../src/core/commands.ts';
import type { Unrecorded } from '../src/core/events.ts';
import { handle } from '../src/core/handle.ts';
import type { OrderId } from '../src/core/kinds.ts';
import { ok } from '../src/core/result.ts';
import { createChance } from './chance.ts';
import { give, type Person } from './people.ts';
import { type World, waitFor } from './world.ts';

const minute = 60_000;

/** After the storm somebody lets run again what was parked. */
export const operatorStory = async (world: World, healAt: number): Promise<void> => {
  const person: Person = { actor: { role: 'operator', id: 'ops' }, name: 'ops', chance: createChance(world.plan.seed, 'ops'), commands: 0 };
  const redrive = async () => {
    const freed = await give(world, person, (app) => app.redrive(undefined));
    if (freed.kind === 'ok') world.engine.counters.add('rows redriven', freed.value);
  };
  const { scheduler } = world.engine;
  await waitFor(world, (healAt - scheduler.now()) / 2);
  await redrive();
  await waitFor(world, healAt - scheduler.now() + 100);
  await redrive();
  await waitFor(world, 5 * minute);
  await redrive();
};

/** Pays a customer in cash, after a look into the bank's own books: there the money has not gone back. */
export const settleByHand = async (world: World, event: Unrecorded, order: OrderId): Promise<void> => {
  if (event.type !== 'RefundNeedsAttention') return;
  const { payment, key } = event.data;
  const person: Person = {
    actor: { role: 'operator', id: 'ops' },
    name: `${payment.slice(4)}hand`,
    chance: createChance(world.plan.seed, key),
    commands: 0,
  };
  if (!person.chance.hit(0.8)) return;
  await waitFor(world, 1000);
  const isAway = world.weather.outage('refund', key) !== undefined;
  if (!isAway || world.bank.books.refunds.some((refund) => refund.key === key)) return;
  await give(world, person, async (_app, deps) => {
    const because = { actor: person.actor, causation: deps.env.newCommandId() };
    const handled = await handle(deps, because, command.settleRefundManually(payment, order, '현금으로 환불'));
    return handled === 'lease-lost' ? ok(undefined) : handled;
  });
};
