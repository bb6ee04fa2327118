import type { Actor } from '../src/core/events.ts';
import type { Answer } from '../src/core/invariants/evidence.ts';
import { instant, type OrderId, type PaymentId, parseId } from '../src/core/kinds.ts';
import { type Ended, textIn } from './program.ts';

/** What somebody asks for: the part of an answer that is known before. */
export type Asked = Pick<Answer, 'asked' | 'key' | 'body'> & { readonly by: Actor; readonly order?: OrderId; readonly payment?: PaymentId };

const toldBy = ({ exit, json, out, err }: Ended): string => {
  if (json === undefined) return exit === null ? 'nothing' : `threw: ended with ${exit} and said ${JSON.stringify(out)} ${err}`;
  const code = textIn(json, 'error', 'code');
  if (code === undefined) return 'ok';
  return code === 'FAULT' ? `threw: ${textIn(json, 'error', 'message') ?? code}` : code;
};

/** What was said before the end, whatever the end was. */
export const answerOf = (asked: Asked, ended: Ended): Answer => {
  const told = toldBy(ended);
  const order = parseId('order', textIn(ended.json, 'order') ?? '') ?? asked.order;
  const payment =
    parseId('payment', textIn(ended.json, 'payment') ?? textIn(ended.json, 'error', 'details', 'payment') ?? '') ?? asked.payment;
  const startedAt = Date.parse(textIn(ended.json, 'error', 'details', 'startedAt') ?? '');
  const at = Number.isNaN(startedAt) ? undefined : instant(startedAt);
  return {
    ...asked,
    told,
    ...(at !== undefined && { at }),
    ...(order !== undefined && { order }),
    ...(payment !== undefined && { payment }),
  };
};
