import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import type { OrderId } from '../../../core/kinds.ts';
import type { CustomerReason } from '../../../core/reasons.ts';
import { isCancelable, type OrderView, statusOf } from '../../../core/views/order-view.ts';
import { exactly, when } from '../../../words/page.ts';
import { refusalText } from '../../../words/problem.ts';
import { reasonText } from '../../../words/reason-text.ts';
import { Countdown } from '../../kit/countdown.tsx';
import { useBody } from '../../kit/frame.tsx';
import type { KeyTable } from '../../kit/keys.ts';
import { BlankLine, Line, TextLine } from '../../kit/line.tsx';
import { answerOf } from '../../kit/live.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { useSay } from '../../kit/message-line.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { ScrollView } from '../../kit/scroll-view.tsx';
import { StepBar } from '../../kit/step-bar.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useScroll } from '../../kit/use-scroll.ts';
import type { Place } from '../place.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { CancelModal } from './cancel-modal.tsx';
import { arrivesAt, nowText, stepsOf } from './order-model.ts';
import { Bill, Messages, moneyLook, moneyText, Where } from './order-sections.tsx';
import { type OrderWords, orderWords } from './order-words.ts';
import { type Looked, useOrder } from './use-order.ts';

type OrderPlace = Extract<Place, { readonly at: 'order' }>;
const statusRows = 8;

/** Where it is, when it comes, and what has become of the money. */
const StatusPanel = ({ looked, width }: { readonly looked: Looked; readonly width: number }): ReactNode => {
  const { view, pace } = looked;
  const page = usePage();
  const words = orderWords(useUi().lang);
  const inner = panelInner(width, statusRows).columns;
  const status = statusOf(view);
  const arrives = arrivesAt(view, pace);
  const reason = reasonText(view, page);
  const times = [
    ...(view.readyBy !== undefined && ['accepted', 'cooking'].includes(status) ? [words.ready(when(page, view.readyBy))] : []),
    ...(arrives === undefined ? [] : [words.arrives(when(page, arrives))]),
  ].join(' · ');
  return (
    <Panel title={page.words.status[status]} note={view.order} width={width} height={statusRows}>
      <StepBar steps={stepsOf(view, page, words)} width={inner} />
      <BlankLine />
      <TextLine text={nowText(view, words)} look="title" width={inner} />
      {reason !== undefined && <TextLine text={reason} look="warn" width={inner} />}
      {status === 'placed' && (
        <Box>
          <Line cells={[{ text: `${words.acceptBy} `, role: 'dim' }]} width={24} />
          <Countdown until={view.acceptBy} width={inner - 24} />
        </Box>
      )}
      {times !== '' && <TextLine text={times} width={inner} />}
      <TextLine text={moneyText(view, page, words)} look={moneyLook(view)} width={inner} />
    </Panel>
  );
};

const whyNotCancel = (
  view: OrderView,
  words: OrderWords,
  time: (at: NonNullable<OrderView['cookStartedAt']>) => string,
): string | undefined => {
  if (isCancelable(view)) return undefined;
  const isOver = view.ended !== undefined || view.deliveredAt !== undefined || view.failure !== undefined;
  return isOver || view.cookStartedAt === undefined ? words.isOver : words.cookedSince(time(view.cookStartedAt));
};

const useCancel = (order: OrderId, close: () => void) => {
  const { seat } = useShell();
  const page = usePage();
  const words = orderWords(useUi().lang);
  const say = useSay();
  return async (reason: CustomerReason) => {
    const canceled = await seat.app.cancelOrder(order, reason);
    close();
    if (canceled.ok) return say(words.canceled, 'good');
    const { error } = canceled;
    const late = error.code === 'TOO_LATE_COOK_STARTED';
    say(late ? words.tooLate(exactly(page, error.startedAt), exactly(page, error.requestedAt)) : refusalText(error, page), 'warn');
  };
};

const OpenOrder = ({ looked }: { readonly looked: Looked }): ReactNode => {
  const { view, contact, messages } = looked;
  const { seat, go } = useShell();
  const page = usePage();
  const words = orderWords(useUi().lang);
  const say = useSay();
  const { columns, rows } = useBody();
  const [canceling, setCanceling] = useState(false);
  const cancel = useCancel(view.order, () => setCanceling(false));
  const height = Math.max(3, rows - statusRows);
  const isWide = columns >= 100;
  const left = isWide ? Math.floor(columns / 2) : columns;
  const inner = panelInner(left, height);
  const scroll = useScroll(inner.rows);
  const copy = () => (seat.terminal.copy(view.order) ? say(words.copied(view.order), 'good') : say(words.notCopied, 'warn'));
  const keys: KeyTable = [
    {
      keys: ['x'],
      label: words.cancel,
      disabled: whyNotCancel(view, words, (at) => when(page, at)),
      run: () => setCanceling(true),
      cli: `baedal cancel ${view.order}`,
    },
    { keys: ['w'], label: words.why, run: () => go({ at: 'why', order: view.order }), cli: `baedal why ${view.order}` },
    { keys: ['y'], label: words.copy, run: copy },
    ...scroll.keys,
  ];
  const told = <Messages messages={messages} width={inner.columns - 1} />;
  return (
    <ScreenFrame
      title={words.title(view.shopName)}
      keys={keys}
      status={page.words.status[statusOf(view)]}
      over={canceling ? <CancelModal onCancel={cancel} onKeep={() => setCanceling(false)} /> : undefined}
    >
      <StatusPanel looked={looked} width={columns} />
      <Box>
        <Panel title={words.items} width={left} height={height} focused>
          <ScrollView scroll={scroll} width={inner.columns}>
            <Bill view={view} contact={contact} width={inner.columns - 1} />
            <BlankLine />
            {contact && <Where contact={contact} width={inner.columns - 1} />}
            {!isWide && <BlankLine />}
            {!isWide && told}
          </ScrollView>
        </Panel>
        {isWide && (
          <Panel title={words.messages} width={columns - left} height={height}>
            {told}
          </Panel>
        )}
      </Box>
    </ScreenFrame>
  );
};

/** One order as it happens, from the click to the door. */
export const OrderScreen = ({ place }: { readonly place: OrderPlace }): ReactNode => {
  const live = useOrder(place.order);
  const words = orderWords(useUi().lang);
  const { columns } = useBody();
  const known = answerOf(live);
  if (known?.ok) return <OpenOrder looked={known.value} />;
  return (
    <ScreenFrame title={place.order} keys={[]}>
      <Loaded live={live} width={columns} empty={known ? words.gone : undefined}>
        {null}
      </Loaded>
    </ScreenFrame>
  );
};
