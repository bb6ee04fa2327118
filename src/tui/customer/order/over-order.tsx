import { type ReactNode, useState } from 'react';
import type { Instant } from '../../../core/kinds.ts';
import type { CustomerReason } from '../../../core/reasons.ts';
import { never } from '../../../core/result.ts';
import { isCancelable, type OrderView } from '../../../core/views/order-view.ts';
import type { Binding, KeyTable } from '../../kit/keys.ts';
import { useSay } from '../../kit/message-line.tsx';
import type { Modules } from '../../kit/qr.ts';
import { QrModal } from '../../kit/qr-modal.tsx';
import { modulesOf } from '../../kit/qr-modules.ts';
import { useUi } from '../../kit/ui-context.ts';
import { AgainModal } from '../again/again-modal.tsx';
import { SaveUsualModal } from '../again/save-usual-modal.tsx';
import { useShell } from '../shell.tsx';
import { CancelModal } from './cancel-modal.tsx';
import { cancelWords } from './cancel-words.ts';
import { orderWords } from './order-words.ts';
import { TooLateModal } from './too-late-modal.tsx';
import { useCopy } from './use-copy.ts';

type Over =
  | { readonly do: 'cancel' | 'again' | 'save' }
  | { readonly do: 'code'; readonly modules: Modules }
  | { readonly do: 'too-late'; readonly startedAt: Instant; readonly requestedAt: Instant };

/** What one can do with an order, and what stands over the screen meanwhile. */
export const useOrderKeys = (view: OrderView): { readonly keys: KeyTable; readonly over: ReactNode } => {
  const { go } = useShell();
  const { lang, now } = useUi();
  const words = orderWords(lang);
  const copy = useCopy();
  const [over, setOver] = useState<Over>();
  const { order, cookStartedAt } = view;
  const isOver = view.ended !== undefined || view.deliveredAt !== undefined || view.failure !== undefined;
  const cancel = (): Binding => {
    const key = { keys: ['x'], label: words.cancel, cli: `baedal cancel ${order}` } as const;
    if (isCancelable(view)) return { ...key, run: () => setOver({ do: 'cancel' }) };
    if (isOver || cookStartedAt === undefined) return { ...key, hidden: true, disabled: words.isOver, run: () => undefined };
    return { ...key, hidden: true, run: () => setOver({ do: 'too-late', startedAt: cookStartedAt, requestedAt: now() }) };
  };
  const keys: KeyTable = [
    cancel(),
    { keys: ['r'], label: words.reorder, run: () => setOver({ do: 'again' }), cli: `baedal reorder ${order}` },
    { keys: ['s'], label: words.save, run: () => setOver({ do: 'save' }), cli: `baedal usual save NAME --order ${order}` },
    { keys: ['w'], label: words.why, run: () => go({ at: 'why', order }), cli: `baedal why ${order}` },
    { keys: ['y'], label: words.copy, hidden: true, run: () => copy(order) },
    { keys: ['Q'], label: words.showCode, hidden: true, run: async () => setOver({ do: 'code', modules: await modulesOf(order) }) },
  ];
  return { keys, over: over && <OverOrder over={over} view={view} setOver={setOver} /> };
};

type Props = { readonly over: Over; readonly view: OrderView; readonly setOver: (over: Over | undefined) => void };

/** Cancels, or says that cooking was quicker, by the times that the house has recorded. */
const useCancel = (view: OrderView, setOver: Props['setOver']) => {
  const { seat } = useShell();
  const { lang } = useUi();
  const words = orderWords(lang);
  const say = useSay();
  return async (reason: CustomerReason) => {
    const canceled = await seat.app.cancelOrder(view.order, reason);
    if (!canceled.ok && canceled.error.code === 'TOO_LATE_COOK_STARTED') {
      const { startedAt, requestedAt } = canceled.error;
      return setOver({ do: 'too-late', startedAt, requestedAt });
    }
    setOver(undefined);
    if (canceled.ok) return say(words.canceled, 'good');
    say(canceled.error.code === 'INVALID_TRANSITION' ? words.isOver : cancelWords(lang).notNow, 'warn');
  };
};

const OverOrder = ({ over, view, setOver }: Props): ReactNode => {
  const cancel = useCancel(view, setOver);
  const close = () => setOver(undefined);
  const words = orderWords(useUi().lang);
  switch (over.do) {
    case 'cancel':
      return <CancelModal onCancel={cancel} onKeep={close} />;
    case 'again':
      return <AgainModal again={{ order: view.order }} onClose={close} />;
    case 'save':
      return <SaveUsualModal of={{ order: view.order }} shopName={view.shopName} onClose={close} />;
    case 'code':
      return <QrModal title={words.codeTitle} text={view.order} about={words.codeAbout} modules={over.modules} onClose={close} />;
    case 'too-late':
      return <TooLateModal startedAt={over.startedAt} requestedAt={over.requestedAt} onClose={close} />;
    default:
      return never(over);
  }
};
