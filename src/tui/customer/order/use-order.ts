import type { OrderId } from '../../../core/kinds.ts';
import type { Contact } from '../../../core/ordering/contact.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Message } from '../../../core/use-cases/messages.ts';
import type { Pace } from '../../../core/use-cases/pace.ts';
import type { OrderView } from '../../../core/views/order-view.ts';
import type { Live } from '../../kit/live.ts';
import { useLive } from '../../kit/use-live.ts';
import { useShell } from '../shell.tsx';

/** All that is to be seen of one order. */
export type Looked = {
  readonly view: OrderView;
  readonly contact: Contact | undefined;
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly pace: Pace | undefined;
};

/** The order as of now, asked anew at each change of the house. */
export const useOrder = (order: OrderId): Live<Result<Looked, Refusal>> => {
  const { seat } = useShell();
  const { app, subscribe } = seat;
  const query = async (): Promise<Result<Looked, Refusal>> => {
    const view = await app.orderStatus(order);
    if (!view.ok) return view;
    const [contact, messages, pace] = await Promise.all([app.orderContact(order), app.messagesOf(order), app.paceOf(view.value.shop)]);
    return ok({
      view: view.value,
      contact: contact.ok ? contact.value : undefined,
      messages: messages.ok ? messages.value : [],
      pace,
    });
  };
  return useLive({ key: order, subscribe, query });
};
