import * as command from '../commands.ts';
import { later } from '../kinds.ts';
import type { Perform } from '../performers.ts';
import { backOff } from '../settings.ts';
import { guarded } from './guarded.ts';

/** One refund key for all attempts. After a day, or a plain no, a person is called; the attempts go on slowly all the same. */
export const performRefund: Perform = async (event, attempt, tools, facts) => {
  if (event.type !== 'RefundRequested') return {};
  const { payment: id, order, key, chargeKey, amount } = event.data;
  const payment = await facts.payment(id);
  if (payment.status !== 'approved' || ['none', 'refunded', 'settled-manually'].includes(payment.refund.status)) return {};

  const result = await guarded(tools, 'refund', () => tools.gateway.refund({ key, chargeKey, amount }));
  if (result.kind === 'refunded') return { work: command.recordRefund(id, order, result.reference) };

  const { env, settings } = tools;
  const cause = result.kind === 'refused' ? `refused: ${result.reason}` : result.kind;
  const hopeless = result.kind === 'refused' || env.now() - event.at >= settings.refundGiveUpMs;
  const at = later(env.now(), hopeless ? settings.refundMaxMs : backOff(settings.refundFirstMs, settings.refundMaxMs, attempt));
  const work = hopeless ? command.callForAttention(id, order, cause) : command.recordRefundFailure(id, order, cause, at);
  return { work, again: { at, error: cause } };
};
