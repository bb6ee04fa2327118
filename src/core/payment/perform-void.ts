import * as command from '../commands.ts';
import type { Facts } from '../facts.ts';
import { later, type PaymentId } from '../kinds.ts';
import type { Perform, Performed, Tools } from '../performers.ts';
import { backOff } from '../settings.ts';
import { guarded } from './guarded.ts';

/** Reversed if it was taken, and barred from ever being taken: only now "you were not charged" is true. */
export const voidAtGateway = async (id: PaymentId, attempt: number, tools: Tools, facts: Facts): Promise<Performed> => {
  const payment = await facts.payment(id);
  if (payment.status !== 'voiding') return {};
  const { asked, at } = payment;
  const { env, settings, gateway } = tools;
  const result = await guarded(tools, 'void', () => gateway.void(asked.key));
  if (result.kind === 'voided') return { work: command.voidPayment(id, asked.order, result.tookMoney) };
  const error = `void: ${result.kind}`;
  // Held back by the breaker nobody was asked, so nothing is given up.
  if (result.kind !== 'held' && env.now() - at >= settings.lookUpGiveUpMs) return { park: `payment ${id} could not be voided: ${error}` };
  return { again: { at: later(env.now(), backOff(settings.lookUpFirstMs, settings.lookUpMaxMs, attempt)), error } };
};

export const performVoid: Perform = async (event, attempt, tools, facts) =>
  event.type === 'PaymentVoidRequested' ? voidAtGateway(event.data.payment, attempt, tools, facts) : {};
